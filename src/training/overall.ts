import { isWorkingSet } from './counting.ts'
import type { DayNumber } from './days.ts'
import { type ExerciseWork, type TrainingContext, workByExercise } from './exercise-work.ts'
import type { Method } from './method.ts'
import { type Period, perWeek } from './periods.ts'
import { type StreakEnd, weekStreak } from './streak.ts'
import { durationSeconds } from './totals.ts'
import {
  type ExerciseCategory,
  type ExerciseIndex,
  exerciseCategories,
  factsOf,
  type PerformedSet,
} from './types.ts'
import { volumeMethods } from './volume-methods.ts'

/** A workout's times, in milliseconds since 1970. */
export interface WorkoutTimes {
  readonly id: string
  readonly startedAt: number
  /** The workout's own; by default the user's. */
  readonly timeZone?: string | undefined
  /** Absent while the workout is in progress. */
  readonly endedAt?: number | undefined
}

/** All training in a period. */
export interface PeriodTraining {
  readonly period: Period
  readonly workouts: readonly WorkoutTimes[]
  readonly sets: readonly PerformedSet[]
}

/** Sums over a period. */
export interface PeriodTotals {
  readonly period: Period
  /** Workouts with a counted set. */
  readonly workouts: number
  readonly sets: number
  readonly reps: number
  readonly volumeGrams: number
  /** Total duration of finished workouts, in whole seconds. */
  readonly durationSeconds: number
  readonly unknownLoadSets: number
}

/** The sets of one category. */
export interface CategoryShare {
  readonly category: ExerciseCategory
  readonly sets: number
  /** The share of all counted sets, 0–100. */
  readonly percent: number
}

/** The overall progress of a period. */
export interface OverallProgress {
  readonly current: PeriodTotals
  readonly previous: PeriodTotals
  readonly workoutsPerWeek: number
  readonly streakWeeks: number
  /** Every category, even without sets, in the order of the contract. */
  readonly split: readonly CategoryShare[]
  readonly methods: readonly Method[]
}

function totalsOf({ period, workouts, sets }: PeriodTraining, work: Iterable<ExerciseWork>): PeriodTotals {
  const trainedIds = new Set<string>()
  for (const set of sets) if (isWorkingSet(set)) trainedIds.add(set.workoutId)
  const totals = { sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
  for (const exercise of work) {
    totals.sets += exercise.sets
    totals.reps += exercise.reps
    totals.volumeGrams += exercise.volumeGrams
    totals.unknownLoadSets += exercise.unknownLoadSets
  }
  let seconds = 0
  for (const workout of workouts) if (trainedIds.has(workout.id)) seconds += durationSeconds(workout) ?? 0
  return { period, workouts: trainedIds.size, ...totals, durationSeconds: seconds }
}

/** The split of the counted sets over the categories; 0 percent each if there are none. */
export function categorySplit(work: Iterable<ExerciseWork>, exercises: ExerciseIndex): CategoryShare[] {
  const sets = new Map<ExerciseCategory, number>()
  let total = 0
  for (const exercise of work) {
    const { category } = factsOf(exercises, exercise.exerciseId)
    sets.set(category, (sets.get(category) ?? 0) + exercise.sets)
    total += exercise.sets
  }
  return exerciseCategories.map((category) => {
    const count = sets.get(category) ?? 0
    return { category, sets: count, percent: total === 0 ? 0 : (count / total) * 100 }
  })
}

/**
 * The overall progress: the totals of a period and of the previous one, workouts per week, the streak of weeks,
 * and the split over categories. `workoutDays` are the days of workouts with a set that counts, as far back as
 * the streak may reach.
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function overallProgress(
  training: { readonly current: PeriodTraining; readonly previous: PeriodTraining },
  streak: StreakEnd & { readonly workoutDays: Iterable<DayNumber> },
  context: TrainingContext,
): OverallProgress {
  const work = [...workByExercise(training.current.sets, context).values()]
  const current = totalsOf(training.current, work)
  return {
    current,
    previous: totalsOf(training.previous, workByExercise(training.previous.sets, context).values()),
    workoutsPerWeek: perWeek(current.workouts, current.period.days),
    streakWeeks: weekStreak(streak.workoutDays, streak),
    split: categorySplit(work, context.exercises),
    methods: [volumeMethods.volume],
  }
}
