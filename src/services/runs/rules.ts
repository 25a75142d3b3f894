import type { Schemas } from '#generated/types.ts'
import { countText } from '#lib/count-text.ts'
import { choicesText } from '#training/programs/check-program.ts'
import type { RunContent } from '#training/programs/read.ts'
import type { FieldProblem } from '../crud/results.ts'

/**
 * The keys in several revisions of a program, because decisions may refer to an earlier or a later revision.
 */
export interface ProgramKeys {
  readonly lifts: ReadonlySet<string>
  readonly slots: ReadonlySet<string>
  /** As `week/day`. */
  readonly steps: ReadonlySet<string>
  readonly weeks: ReadonlySet<string>
  /** The number of cycles of the longest revision. */
  readonly cycles: number
}

/** The part of a program that has keys. */
interface ProgramWithKeys {
  readonly lifts?: readonly { readonly key: string }[] | undefined
  readonly days: readonly { readonly slots: readonly { readonly key: string }[] }[]
  readonly weeks: readonly { readonly key: string; readonly days: readonly string[] }[]
  readonly cycles?: number | undefined
}

/** The keys of several revisions. */
export function keysOf(revisions: readonly ProgramWithKeys[]): ProgramKeys {
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
  keys: ProgramKeys,
  pointer: string,
): FieldProblem[] {
  switch (decision.kind) {
    case 'skip':
    case 'go_to': {
      const fault = stepFault(decision.step, keys)
      return fault ? [{ pointer: `${pointer}/step`, code: 'unknown_step', message: fault.message }] : []
    }
    case 'repeat': {
      const fault = stepFault({ week: decision.week }, keys)
      return fault ? [{ pointer: `${pointer}/week`, code: 'unknown_step', message: fault.message }] : []
    }
    case 'set_base':
      if (keys.lifts.has(decision.lift)) return []
      return [{ pointer: `${pointer}/lift`, code: 'unknown_lift', message: unknownLiftMessage(keys) }]
    case 'swap': {
      if (keys.slots.has(decision.slot)) return []
      const message = `The program has no such slot. ${choicesText('Its slots', keys.slots)}`
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
  { steps, weeks, cycles }: Pick<ProgramKeys, 'steps' | 'weeks' | 'cycles'>,
): StepFault | undefined {
  if (cycle > cycles) {
    return { part: 'cycle', message: `The program ends after ${countText(cycles, 'cycle')}.` }
  }
  if (week !== undefined && !weeks.has(week)) {
    return { part: 'week', message: `The program has no such week. ${choicesText('Its weeks', weeks)}` }
  }
  const inWeek = [...steps].filter((step) => week === undefined || step.startsWith(`${week}/`))
  const days = new Set(inWeek.map((step) => step.slice(step.indexOf('/') + 1)))
  if (day === undefined || days.has(day)) return undefined
  const message =
    week === undefined
      ? `The program has no such day. ${choicesText('Its days', days)}`
      : `The program has no such day in this week. ${choicesText('The days of this week', days)}`
  return { part: 'day', message }
}

function unknownLiftMessage({ lifts }: Pick<ProgramKeys, 'lifts'>): string {
  return `The program has no such lift. ${choicesText('Its lifts', lifts)}`
}

/** Reports each base for a lift that the program doesn't have, and each duplicate. */
export function checkBases(lifts: RunContent['lifts'], keys: ProgramKeys): FieldProblem[] {
  const earlierLifts = new Set<string>()
  return lifts.flatMap(({ lift }, index) => {
    const pointer = `/lifts/${index}/lift`
    const isDuplicate = earlierLifts.has(lift)
    earlierLifts.add(lift)
    if (isDuplicate)
      return { pointer, code: 'duplicate_key', message: 'Must have only one base per lift.' } as const
    if (keys.lifts.has(lift)) return []
    return { pointer, code: 'unknown_lift', message: unknownLiftMessage(keys) } as const
  })
}

/** Merges two lists of decisions. None is ever removed. */
export function mergeDecisions(
  stored: RunContent['decisions'],
  sent: RunContent['decisions'],
): RunContent['decisions'] {
  const byId = new Map(sent.map((decision) => [decision.id, decision]))
  for (const decision of stored) byId.set(decision.id, decision)
  return [...byId.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}

/** The maximum number of decisions of a run. */
export const maxDecisions = 2000
