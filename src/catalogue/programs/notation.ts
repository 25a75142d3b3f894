import type { Schemas } from '#generated/types.ts'

type PlannedSet = Schemas['PlannedSet']
type ProgramSlot = Schemas['ProgramSlot']
type BaseRule = Schemas['BaseRule']
type ProgramLift = Schemas['ProgramLift']

/** `5x3+@85#top`: five sets of three reps or more at 85% of the base, with a key. */
const setForm = /^(?:(\d+)x)?(\d+)(?:-(\d+))?(\+)?(?:@([\d.]+))?(?:#([a-z0-9-]+))?$/

/**
 * Sets as lifters write them, separated by spaces: `5@65 5@75 5+@85#top`. Each is `COUNTxREPS`, `REPS` or
 * `REPS-REPS`, with `+` for as many reps as possible, `@PERCENT` of the base, and `#KEY`.
 *
 * @throws {RangeError} if a set has any other form
 */
export function sets(notation: string): PlannedSet[] {
  return notation.split(' ').map((item) => {
    const match = setForm.exec(item)
    if (!match) throw new RangeError(`not a set: ${item}`)
    const [, count, min, max, open, percent, key] = match
    return {
      ...(count !== undefined && { count: Number(count) }),
      ...(key !== undefined && { key }),
      reps: { min: Number(min), max: Number(max ?? min) },
      ...(open !== undefined && { openEnded: true }),
      ...(percent !== undefined && { load: { of: 'base', percent: Number(percent) } }),
    }
  })
}

/** Adds a weight to the percentages of sets. */
export function heavierBy(addition: Schemas['Weight'], planned: readonly PlannedSet[]): PlannedSet[] {
  return planned.map((set) =>
    set.load?.of === 'base' ? { ...set, load: { ...set.load, plus: addition } } : set,
  )
}

/** A slot of a lift whose sets are the same in every week. */
export function liftSlot(lift: string, notation: string, key = lift): ProgramSlot {
  return { key, lift, sets: sets(notation) }
}

/** A slot of a lift whose sets differ by week. */
export function waveSlot(lift: string, wave: string, key = lift): ProgramSlot {
  return { key, lift, wave }
}

/** A slot with double progression: `3 x 8-12`. */
export function rangeSlot(
  exerciseId: string,
  count: number,
  minReps: number,
  maxReps: number,
  key = exerciseId,
): ProgramSlot {
  return { key, exerciseId, progression: { scheme: 'double', sets: count, minReps, maxReps } }
}

/** The weeks of a wave: the sets of each, as {@link sets} reads them. */
export function wave(key: string, weeks: Readonly<Record<string, string>>): Schemas['ProgramWave'] {
  return { key, weeks: Object.entries(weeks).map(([week, notation]) => ({ week, sets: sets(notation) })) }
}

/** Weeks that all have the same days. */
export function weeksOf(count: number, days: readonly string[]): Schemas['ProgramWeek'][] {
  return Array.from({ length: count }, (_, index) => ({ key: `w${index + 1}`, days: [...days] }))
}

/** A lift that follows a training max, by default 90% of the one-rep max. */
export function trainingMax(
  key: string,
  exerciseId: string,
  rules: BaseRule[],
  startPercent = 90,
): ProgramLift {
  return { key, exerciseId, base: 'training_max', startPercent, rules }
}

/** A lift that follows the weight of its working sets. */
export function workingWeight(
  key: string,
  exerciseId: string,
  rules: BaseRule[],
  startPercent = 75,
): ProgramLift {
  return { key, exerciseId, base: 'working_weight', startPercent, rules }
}

/** Adds kilograms to a base; negative to subtract. */
export function kg(value: number) {
  return { kind: 'add', value, unit: 'kg' } as const
}

/** Adds pounds to a base; negative to subtract. */
export function lb(value: number) {
  return { kind: 'add', value, unit: 'lb' } as const
}

/** Lowers a base by 10%. */
export const tenPercentLess = { kind: 'percent', percent: -10 } as const

/** Increases the base after every success, and lowers it by 10% after three misses in a row. */
export function everySession(increase: ReturnType<typeof kg | typeof lb>): BaseRule[] {
  return [{ made: increase, missed: tenPercentLess, afterMissed: 3 }]
}

/** The exercises of the barbell lifts that most programs share. */
export const barbell = {
  squat: 'barbell-back-squat',
  bench: 'barbell-bench-press',
  deadlift: 'barbell-deadlift',
  press: 'barbell-overhead-press',
  row: 'barbell-row',
} as const
