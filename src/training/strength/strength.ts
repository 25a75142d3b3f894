import { isWorkingSet } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy, oneRepMaxMethod } from '../e1rm.ts'
import type { Method } from '../method.ts'
import type { PerformedSet } from '../types.ts'
import { type CompetitionLift, competitionExercises, competitionLifts } from './competition-lifts.ts'
import { dotsPoints, type Sex, scoreMethods, wilksPoints } from './scores.ts'

/** The best set of a lift. */
export interface BestLift {
  /** The weight lifted, or the estimated one-rep max, in grams. */
  readonly grams: number
  readonly exerciseId: string
  readonly workoutId: string
  readonly setId: string
  readonly performedAt: number
  /** The set that it came from. */
  readonly weightGrams: number
  readonly reps: number
}

/** The best sets of a lift. Both are absent if the lift was never done. */
export interface LiftStrength {
  readonly lift: CompetitionLift
  /** The heaviest weight lifted for at least one rep. */
  readonly lifted?: BestLift
  /** The highest one-rep max estimate, or a single that is heavier than all estimates. */
  readonly estimated?: BestLift
}

/** The sum of the three lifts with its points. */
export interface StrengthTotal {
  readonly totalGrams: number
  /** Points. Absent if sex or bodyweight isn't known. */
  readonly dots?: number
  readonly wilks?: number
  /** Ids of the three sets, in the order of the lifts. */
  readonly setIds: readonly string[]
}

/** The data missing for a total or its points. */
export type StrengthGap = CompetitionLift | 'sex' | 'bodyweight'

/** A lifter's strength relative to their bodyweight. */
export interface Strength {
  /** In the order of the competition. */
  readonly lifts: readonly LiftStrength[]
  /** The totals of lifted weights and of estimates. Absent while one of the three lifts is missing. */
  readonly lifted?: StrengthTotal
  readonly estimated?: StrengthTotal
  readonly missing: readonly StrengthGap[]
  readonly methods: readonly Method[]
}

/** What is known about the lifter. */
export interface Lifter {
  readonly sex?: Sex | undefined
  /** In grams, at the time for which points are computed. */
  readonly bodyweightGrams?: number | undefined
  readonly formula?: FormulaId | undefined
}

const liftOf = new Map<string, CompetitionLift>(
  competitionLifts.flatMap((lift) => competitionExercises[lift].map((id) => [id, lift] as const)),
)

/** Whether a set beats the best so far. Of equal sets the earliest is best, and then the one with the lower id. */
function beats(grams: number, set: PerformedSet, best: BestLift | undefined): boolean {
  if (!best || grams !== best.grams) return grams > (best?.grams ?? 0)
  if (set.performedAt !== best.performedAt) return set.performedAt < best.performedAt
  return set.id < best.setId
}

const bestLift = (grams: number, set: PerformedSet): BestLift => ({
  grams,
  exerciseId: set.exerciseId,
  workoutId: set.workoutId,
  setId: set.id,
  performedAt: set.performedAt,
  weightGrams: set.weightGrams ?? 0,
  reps: set.reps ?? 0,
})

function totalOf(bests: readonly (BestLift | undefined)[], lifter: Lifter): StrengthTotal | undefined {
  const lifts = bests.flatMap((best) => best ?? [])
  if (lifts.length < competitionLifts.length) return undefined
  const totalGrams = lifts.reduce((sum, { grams }) => sum + grams, 0)
  const { sex, bodyweightGrams } = lifter
  const points = sex &&
    bodyweightGrams !== undefined &&
    bodyweightGrams > 0 && { sex, bodyweightKg: bodyweightGrams / 1000, totalKg: totalGrams / 1000 }
  return {
    totalGrams,
    ...(points && { dots: dotsPoints(points), wilks: wilksPoints(points) }),
    setIds: lifts.map(({ setId }) => setId),
  }
}

/**
 * The best squat, bench press and deadlift with DOTS and Wilks points, from sets in any order. Sets of exercises other
 * than `competitionExercises` are ignored. Lifted weights and estimates have separate totals, because points from
 * estimates are only roughly comparable with those of competitions.
 */
export function strengthOf(sets: Iterable<PerformedSet>, lifter: Lifter): Strength {
  const { formula = defaultFormula, sex, bodyweightGrams } = lifter
  const lifted = new Map<CompetitionLift, BestLift>()
  const estimated = new Map<CompetitionLift, BestLift>()
  for (const set of sets) {
    const lift = liftOf.get(set.exerciseId)
    const weight = set.weightGrams ?? 0
    if (!lift || !isWorkingSet(set) || !((set.reps ?? 0) >= 1) || weight <= 0) continue
    if (beats(weight, set, lifted.get(lift))) lifted.set(lift, bestLift(weight, set))
    const n = effectiveReps(set)
    const estimate = Math.max(weight, n === undefined ? 0 : (oneRepMaxBy(formula, weight, n) ?? 0))
    if (beats(estimate, set, estimated.get(lift))) estimated.set(lift, bestLift(estimate, set))
  }
  const lifts = competitionLifts.map((lift): LiftStrength => {
    const [heaviest, estimate] = [lifted.get(lift), estimated.get(lift)]
    return {
      lift,
      ...(heaviest && { lifted: heaviest }),
      ...(estimate && { estimated: estimate }),
    }
  })
  const liftedTotal = totalOf(
    lifts.map((lift) => lift.lifted),
    lifter,
  )
  const estimatedTotal = totalOf(
    lifts.map((lift) => lift.estimated),
    lifter,
  )
  return {
    lifts,
    ...(liftedTotal && { lifted: liftedTotal }),
    ...(estimatedTotal && { estimated: estimatedTotal }),
    missing: [
      ...competitionLifts.filter((lift) => !lifted.has(lift)),
      ...(sex ? [] : (['sex'] as const)),
      ...(bodyweightGrams !== undefined && bodyweightGrams > 0 ? [] : (['bodyweight'] as const)),
    ],
    methods: [oneRepMaxMethod(formula), scoreMethods.dots, scoreMethods.wilks],
  }
}
