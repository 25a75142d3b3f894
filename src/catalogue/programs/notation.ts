import type { Schemas } from '#generated/types.ts'

type PlannedSet = Schemas['PlannedSet']
type ProgramSlot = Schemas['ProgramSlot']
type BaseRule = Schemas['BaseRule']
type ProgramLift = Schemas['ProgramLift']

/** `5x3+@85#top`: five sets of three reps or more at 85 % of the base, with a key. */
const pattern = /^(?:(\d+)x)?(\d+)(?:-(\d+))?(\+)?(?:@([\d.]+))?(?:#([a-z0-9-]+))?$/

/**
 * Sets as lifters write them, separated by spaces: `5@65 5@75 5+@85#top`. Each is `COUNTxREPS`, `REPS` or
 * `REPS-REPS`, with `+` for as many reps as possible, `@PERCENT` of the base, and `#KEY`.
 *
 * @throws {RangeError} if a set has another form
 */
export function sets(text: string): PlannedSet[] {
  return text.split(' ').map((written) => {
    const match = pattern.exec(written)
    if (!match) throw new RangeError(`not a set: ${written}`)
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

/** Sets with a weight on top of their percentages. */
export function heavierBy(more: Schemas['Weight'], asked: readonly PlannedSet[]): PlannedSet[] {
  return asked.map((set) => (set.load?.of === 'base' ? { ...set, load: { ...set.load, plus: more } } : set))
}

/** A slot of a lift with sets of its own. */
export function liftSlot(lift: string, written: string, key = lift): ProgramSlot {
  return { key, lift, sets: sets(written) }
}

/** A slot of a lift whose sets differ by week. */
export function waveSlot(lift: string, wave: string, key = lift): ProgramSlot {
  return { key, lift, wave }
}

/** A slot by double progression: `3 x 8-12`. */
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
  return { key, weeks: Object.entries(weeks).map(([week, written]) => ({ week, sets: sets(written) })) }
}

/** Weeks that all have the same days. */
export function weeksOf(count: number, days: readonly string[]): Schemas['ProgramWeek'][] {
  return Array.from({ length: count }, (_, index) => ({ key: `w${index + 1}`, days: [...days] }))
}

/** A lift that follows a training max, by default 90 % of the one-rep max. */
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

/** Takes 10 % off a base. */
export const tenPercentLess = { kind: 'percent', percent: -10 } as const

/** Adds after every success, and takes 10 % off after three misses in a row. */
export function everySession(made: ReturnType<typeof kg | typeof lb>): BaseRule[] {
  return [{ made, missed: tenPercentLess, afterMissed: 3 }]
}

/** The exercises of the barbell lifts that most programs share. */
export const barbell = {
  squat: 'barbell-back-squat',
  bench: 'barbell-bench-press',
  deadlift: 'barbell-deadlift',
  press: 'barbell-overhead-press',
  row: 'barbell-row',
} as const
