import type { Schemas } from '#generated/types.ts'
import type { ExerciseFacts } from './types.ts'

/** What someone trains for. */
export type Goal = Schemas['TrainingGoal']

interface Reps {
  readonly min: number
  readonly max: number
}

interface GoalRules {
  /** Reps of lifts with several muscles, and of those with one. */
  readonly compound: Reps
  readonly isolation: Reps
  /** Sets of a new exercise. */
  readonly sets: number
  /** Weekly sets: which landmarks are the minimum, the target, and the maximum. */
  readonly volume: readonly [least: Mark, enough: Mark, most: Mark]
}

type Mark = 'mv' | 'mev' | 'mavMin' | 'mavMax'

/**
 * The reps and sets for each goal. ACSM 2009 and Schoenfeld 2021 (repetition continuum): heavy sets for strength, any
 * reps for size if they are hard. The volumes are our judgment: for health and sport, the minimum effective volume is enough.
 */
export const goalRules = {
  strength: {
    compound: { min: 3, max: 6 },
    isolation: { min: 6, max: 12 },
    sets: 4,
    volume: ['mev', 'mavMin', 'mavMax'],
  },
  size: {
    compound: { min: 6, max: 12 },
    isolation: { min: 8, max: 15 },
    sets: 3,
    volume: ['mev', 'mavMax', 'mavMax'],
  },
  health: {
    compound: { min: 8, max: 15 },
    isolation: { min: 10, max: 15 },
    sets: 2,
    volume: ['mv', 'mev', 'mavMin'],
  },
  sport: {
    compound: { min: 4, max: 8 },
    isolation: { min: 6, max: 12 },
    sets: 3,
    volume: ['mv', 'mev', 'mavMin'],
  },
} as const satisfies Record<Goal, GoalRules>

/** A lift with several muscles engaged at least this much, in percent, is a compound one. */
const compoundPercent = 45
const isCompound = ({ engagement }: ExerciseFacts): boolean =>
  engagement.filter(({ percent }) => percent >= compoundPercent).length > 1

/** The reps of a lift for a goal. */
export function goalReps(goal: Goal, facts: ExerciseFacts): Reps {
  const { compound, isolation } = goalRules[goal]
  return isCompound(facts) ? compound : isolation
}

/** Accessory lifts: nobody rows for triples, and up to this many reps they suit strength and sport. */
const pulls: ReadonlySet<string> = new Set(['horizontal_pull', 'vertical_pull'])
const mostPulls = 12

/**
 * Whether a lifter's own reps in a lift suit their goal: the two ranges overlap. Singles and doubles suit strength and
 * sport too, and no goal calls for sets of ten snatches.
 */
export function fitsGoal(
  reps: Reps,
  own: Reps,
  goal: Goal,
  { pattern }: Pick<ExerciseFacts, 'pattern'>,
): boolean {
  if (pattern === 'olympic' || pattern === 'jump') return true
  const isHeavy = goal === 'strength' || goal === 'sport'
  if (isHeavy && pattern !== undefined && pulls.has(pattern) && own.min <= mostPulls) return true
  const min = isHeavy ? 1 : reps.min
  return own.max >= min && own.min <= reps.max
}
