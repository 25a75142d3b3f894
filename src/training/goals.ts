import type { Schemas } from '#generated/types.ts'
import type { ExerciseFacts } from './types.ts'

/** The goal that someone trains for. */
export type Goal = Schemas['TrainingGoal']

interface Reps {
  readonly min: number
  readonly max: number
}

interface GoalRules {
  /** Reps of compound lifts that may be heavy. */
  readonly compound: Reps
  /** Reps of other compound lifts. */
  readonly accessory: Reps
  /** Reps of lifts for one muscle. */
  readonly isolation: Reps
  /** Reps that also suit the goal if the lifter already does them. */
  readonly suits: Reps
  /** Sets of a new exercise. */
  readonly sets: number
  /** The landmarks that are the minimum, the target and the maximum of weekly sets. */
  readonly volume: readonly [min: Mark, target: Mark, max: Mark]
}

type Mark = 'mv' | 'mev' | 'mavMin' | 'mavMax'

/**
 * The reps and sets for each goal. ACSM 2009 and Schoenfeld 2021 (repetition continuum): heavy sets for strength, any
 * reps from about 5 to 30 for size if they are hard. The volumes are our judgment: for health and sport, the minimum
 * effective volume is enough.
 */
export const goalRules = {
  strength: {
    compound: { min: 3, max: 6 },
    accessory: { min: 6, max: 12 },
    isolation: { min: 6, max: 12 },
    suits: { min: 1, max: 6 },
    sets: 4,
    volume: ['mev', 'mavMin', 'mavMax'],
  },
  size: {
    compound: { min: 6, max: 12 },
    accessory: { min: 6, max: 12 },
    isolation: { min: 8, max: 15 },
    suits: { min: 5, max: 30 },
    sets: 3,
    volume: ['mev', 'mavMax', 'mavMax'],
  },
  health: {
    compound: { min: 8, max: 15 },
    accessory: { min: 8, max: 15 },
    isolation: { min: 10, max: 15 },
    suits: { min: 8, max: 20 },
    sets: 2,
    volume: ['mv', 'mev', 'mavMin'],
  },
  sport: {
    compound: { min: 4, max: 8 },
    accessory: { min: 6, max: 12 },
    isolation: { min: 6, max: 12 },
    suits: { min: 1, max: 8 },
    sets: 3,
    volume: ['mv', 'mev', 'mavMin'],
  },
} as const satisfies Record<Goal, GoalRules>

/** A lift with several muscles engaged at least this much, in percent, is a compound one. */
const compoundPercent = 45
/** Whether a lift trains several muscles rather than isolating one. */
export const isCompound = ({ engagement }: ExerciseFacts): boolean =>
  engagement.filter(({ percent }) => percent >= compoundPercent).length > 1

/** Equipment for lifts that may be heavy from the start, unlike dumbbells, cables and machines. */
export const heavyEquipment: ReadonlySet<string> = new Set(['barbell', 'trap_bar', 'smith_machine'])

/**
 * Whether a lift may be done for triples: with a bar, or with weight added to the body. Machines, cables and dumbbells
 * are for more reps, whatever the goal: a leg press for triples trains no competition lift.
 */
const mayBeHeavy = ({ equipment }: ExerciseFacts): boolean =>
  equipment === undefined || equipment === 'bodyweight' || heavyEquipment.has(equipment)

/** The reps of a lift for a goal. */
export function goalReps(goal: Goal, facts: ExerciseFacts): Reps {
  const { compound, accessory, isolation } = goalRules[goal]
  if (!isCompound(facts)) return isolation
  return mayBeHeavy(facts) ? compound : accessory
}

/** Nobody rows for triples: rows and pulldowns of up to `maxHeavyPullReps` reps suit strength and sport. */
const pulls: ReadonlySet<string> = new Set(['horizontal_pull', 'vertical_pull'])
const maxHeavyPullReps = 12

/**
 * Whether a lifter's own reps in a lift suit their goal: they overlap with its range or with the reps that also suit
 * it. Olympic lifts and jumps always do, because no goal calls for sets of ten snatches.
 */
export function fitsGoal(
  range: Reps,
  ownReps: Reps,
  goal: Goal,
  { pattern }: Pick<ExerciseFacts, 'pattern'>,
): boolean {
  if (pattern === 'olympic' || pattern === 'jump') return true
  const isHeavy = goal === 'strength' || goal === 'sport'
  if (isHeavy && pattern !== undefined && pulls.has(pattern) && ownReps.min <= maxHeavyPullReps) return true
  const { suits } = goalRules[goal]
  return ownReps.max >= Math.min(range.min, suits.min) && ownReps.min <= Math.max(range.max, suits.max)
}
