import type { Schemas } from '#generated/types.ts'
import { offer } from '#training/programs/index.ts'
import type { RunContent } from '#training/programs/read.ts'
import type { FieldProblem } from '../crud/results.ts'

/**
 * The keys of several revisions of a program, because decisions may refer to an earlier or a later
 * revision.
 */
export interface ProgramPlaces {
  readonly lifts: ReadonlySet<string>
  readonly slots: ReadonlySet<string>
  /** As `week/day`. */
  readonly steps: ReadonlySet<string>
  readonly weeks: ReadonlySet<string>
  /** The number of cycles of the longest revision. */
  readonly cycles: number
}

/** The part of a program that has keys. */
interface Keyed {
  readonly lifts?: readonly { readonly key: string }[] | undefined
  readonly days: readonly { readonly slots: readonly { readonly key: string }[] }[]
  readonly weeks: readonly { readonly key: string; readonly days: readonly string[] }[]
  readonly cycles?: number | undefined
}

/** The keys of several revisions. */
export function placesOf(revisions: readonly Keyed[]): ProgramPlaces {
  return {
    lifts: new Set(revisions.flatMap(({ lifts = [] }) => lifts.map(({ key }) => key))),
    slots: new Set(revisions.flatMap(({ days }) => days.flatMap(({ slots }) => slots.map(({ key }) => key)))),
    steps: new Set(
      revisions.flatMap(({ weeks }) => weeks.flatMap(({ key, days }) => days.map((day) => `${key}/${day}`))),
    ),
    weeks: new Set(revisions.flatMap(({ weeks }) => weeks.map(({ key }) => key))),
    cycles: Math.max(...revisions.map(({ cycles = Number.POSITIVE_INFINITY }) => cycles)),
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
      const fault = stepFault(decision.step, places)
      return fault ? [{ pointer: `${pointer}/step`, code: 'unknown_step', message: fault.message }] : []
    }
    case 'repeat': {
      const fault = stepFault({ week: decision.week }, places)
      return fault ? [{ pointer: `${pointer}/week`, code: 'unknown_step', message: fault.message }] : []
    }
    case 'set_base':
      if (places.lifts.has(decision.lift)) return []
      return [{ pointer: `${pointer}/lift`, code: 'unknown_lift', message: noLift(places) }]
    case 'swap': {
      if (places.slots.has(decision.slot)) return []
      const message = `The program has no such slot. ${offer('Its slots', places.slots)}`
      return [{ pointer: `${pointer}/slot`, code: 'unknown_slot', message }]
    }
    case 'use_revision':
      return []
  }
}

/** The part of a step that a program doesn't have. */
interface StepFault {
  readonly part: keyof Schemas['ProgramStep']
  readonly message: string
}

/** Checks that the program has a step, or a part of one. */
export function stepFault(
  {
    cycle = 1,
    week,
    day,
  }: { [Part in keyof Schemas['ProgramStep']]?: Schemas['ProgramStep'][Part] | undefined },
  { steps, weeks, cycles }: Pick<ProgramPlaces, 'steps' | 'weeks' | 'cycles'>,
): StepFault | undefined {
  if (cycle > cycles) {
    return { part: 'cycle', message: `The program ends after ${cycles} cycle${cycles === 1 ? '' : 's'}.` }
  }
  if (week !== undefined && !weeks.has(week)) {
    return { part: 'week', message: `The program has no such week. ${offer('Its weeks', weeks)}` }
  }
  const inWeek = [...steps].filter((step) => week === undefined || step.startsWith(`${week}/`))
  const days = new Set(inWeek.map((step) => step.slice(step.indexOf('/') + 1)))
  if (day === undefined || days.has(day)) return undefined
  const message =
    week === undefined
      ? `The program has no such day. ${offer('Its days', days)}`
      : `The program has no such day in this week. ${offer('The days of this week', days)}`
  return { part: 'day', message }
}

function noLift({ lifts }: Pick<ProgramPlaces, 'lifts'>): string {
  return `The program has no such lift. ${offer('Its lifts', lifts)}`
}

/** Reports each base for a lift that the program doesn't have, and each duplicate. */
export function checkBases(lifts: RunContent['lifts'], places: ProgramPlaces): FieldProblem[] {
  const seen = new Set<string>()
  return lifts.flatMap(({ lift }, index) => {
    const pointer = `/lifts/${index}/lift`
    const isTwice = seen.has(lift)
    seen.add(lift)
    if (isTwice)
      return { pointer, code: 'duplicate_key', message: 'Must have only one base per lift.' } as const
    if (places.lifts.has(lift)) return []
    return { pointer, code: 'unknown_lift', message: noLift(places) } as const
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
