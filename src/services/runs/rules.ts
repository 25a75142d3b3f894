import type { Schemas } from '#generated/types.ts'
import type { ProgramContent, RunContent } from '#training/programs/read.ts'
import type { FieldProblem } from '../crud/results.ts'

/** The keys of all revisions of a program, because decisions may refer to one from an earlier revision. */
export interface ProgramPlaces {
  readonly lifts: ReadonlySet<string>
  readonly slots: ReadonlySet<string>
  /** As `week/day`. */
  readonly steps: ReadonlySet<string>
  readonly weeks: ReadonlySet<string>
}

/** The keys of several revisions. */
export function placesOf(revisions: readonly ProgramContent[]): ProgramPlaces {
  return {
    lifts: new Set(revisions.flatMap(({ lifts = [] }) => lifts.map(({ key }) => key))),
    slots: new Set(revisions.flatMap(({ days }) => days.flatMap(({ slots }) => slots.map(({ key }) => key)))),
    steps: new Set(
      revisions.flatMap(({ weeks }) => weeks.flatMap(({ key, days }) => days.map((day) => `${key}/${day}`))),
    ),
    weeks: new Set(revisions.flatMap(({ weeks }) => weeks.map(({ key }) => key))),
  }
}

/** Reports each reference of a decision to something that the program doesn't have. */
export function checkDecision(
  decision: Schemas['RunDecision'],
  places: ProgramPlaces,
  pointer: string,
): FieldProblem[] {
  switch (decision.kind) {
    case 'skip':
    case 'go_to': {
      const { week, day } = decision.step
      if (places.steps.has(`${week}/${day}`)) return []
      const message = 'The program has no such day in this week.'
      return [{ pointer: `${pointer}/step`, code: 'unknown_step', message }]
    }
    case 'repeat':
      if (places.weeks.has(decision.week)) return []
      return [{ pointer: `${pointer}/week`, code: 'unknown_step', message: 'The program has no such week.' }]
    case 'set_base':
      if (places.lifts.has(decision.lift)) return []
      return [{ pointer: `${pointer}/lift`, code: 'unknown_lift', message: 'The program has no such lift.' }]
    case 'swap':
      if (places.slots.has(decision.slot)) return []
      return [{ pointer: `${pointer}/slot`, code: 'unknown_slot', message: 'The program has no such slot.' }]
    case 'use_revision':
      return []
  }
}

/** Reports each base for a lift that the program doesn't have, and each duplicate. */
export function checkBases(lifts: RunContent['lifts'], { lifts: known }: ProgramPlaces): FieldProblem[] {
  const seen = new Set<string>()
  return lifts.flatMap(({ lift }, index) => {
    const pointer = `/lifts/${index}/lift`
    const isTwice = seen.has(lift)
    seen.add(lift)
    if (isTwice)
      return { pointer, code: 'duplicate_key', message: 'Must have only one base per lift.' } as const
    if (known.has(lift)) return []
    return { pointer, code: 'unknown_lift', message: 'The program has no such lift.' } as const
  })
}

/** The union of both lists of decisions, since none is ever removed. */
export function union(
  stored: RunContent['decisions'],
  sent: RunContent['decisions'],
): RunContent['decisions'] {
  const byId = new Map(sent.map((one) => [one.id, one]))
  for (const one of stored) byId.set(one.id, one)
  return [...byId.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}

/** The maximum number of decisions of a run. */
export const maxDecisions = 2000
