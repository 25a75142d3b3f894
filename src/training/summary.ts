import { isWorkingSet } from './counting.ts'
import { type DayNumber, type Days, dayText } from './days.ts'
import type { FormulaId } from './e1rm.ts'
import type { TrainingContext } from './exercise-work.ts'
import type { Method } from './method.ts'
import { type OverallProgress, overallProgress, type WorkoutTimes } from './overall.ts'
import { inPeriod, periodOf, type WeekStart, weekOf } from './periods.ts'
import type { PersonalRecord } from './records/kinds.ts'
import { type ExerciseRecords, recordMethods, recordsUpTo } from './records/records.ts'
import { longestWeekStreak } from './streak.ts'
import { durationSeconds } from './totals.ts'
import type { PerformedSet } from './types.ts'

/** The totals of all training of a user. */
export interface AllTime {
  readonly workouts: number
  /** The total of the workouts that have ended. */
  readonly durationSeconds: number
  /** Days of the first and the last workout, `YYYY-MM-DD`; absent before the first. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** The longest streak of weeks with a workout. */
  readonly longestStreakWeeks: number
}

/** An exercise and how often it was done. */
export interface FrequentExercise {
  readonly exerciseId: string
  /** Workouts of the last 28 days with it. */
  readonly workouts: number
}

/** A user's training at a glance. */
export interface TrainingSummary {
  /** This week so far, compared with all of last week, with the streak and the split. */
  readonly week: OverallProgress
  readonly allTime: AllTime
  /** Records of the last 28 days, newest first. */
  readonly recentRecords: readonly PersonalRecord[]
  /** By number of workouts, descending, then by id. */
  readonly frequentExercises: readonly FrequentExercise[]
  readonly methods: readonly Method[]
}

/** The inputs of a summary. */
export interface SummaryLog {
  /** All workouts of a user that contain a set that counts, in any order. */
  readonly workouts: readonly WorkoutTimes[]
  /** At least their sets of the last 28 days, in any order; older ones have no effect. */
  readonly sets: readonly PerformedSet[]
  /**
   * The records of the exercises to report, computed from all of their sets; by default the summary has none.
   */
  readonly records?: Iterable<ExerciseRecords> | undefined
}

/** The settings of a summary. */
export interface SummaryOptions extends TrainingContext {
  readonly days: Pick<Days, 'dayOf'>
  /** Milliseconds since 1970. */
  readonly now: number
  readonly today: DayNumber
  readonly weekStart: WeekStart
  readonly formula?: FormulaId | undefined
}

/** The number of days that count as recent, including today. */
export const recentDays = 28

/**
 * A user's training at a glance: the week so far compared with the week before, the streak, all-time totals,
 * and the most frequent exercises and the records of the last 28 days. Only the workouts' times are needed from
 * the beginning, so ten years of sets don't have to be read. The future is ignored.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function trainingSummary(log: SummaryLog, options: SummaryOptions): TrainingSummary {
  const { days, now, today, weekStart, formula } = options
  const dayOf = (at: number, timeZone?: string) => days.dayOf(at, timeZone)
  const recentSince = today + 1 - recentDays
  const workouts = log.workouts.filter(({ startedAt }) => startedAt <= now)
  const recent = log.sets.filter(
    ({ performedAt, timeZone }) => performedAt <= now && dayOf(performedAt, timeZone) >= recentSince,
  )
  const workoutDays = workouts.map(({ startedAt, timeZone }) => dayOf(startedAt, timeZone))
  const thisWeek = weekOf(today, weekStart)
  const trainingBetween = (from: DayNumber, to: DayNumber) => {
    const period = periodOf(from, to)
    const isInside = (day: DayNumber) => day >= from && day <= to
    return {
      period,
      workouts: workouts.filter(({ startedAt, timeZone }) => isInside(dayOf(startedAt, timeZone))),
      sets: inPeriod(recent, period, days),
    }
  }
  const records = recordsUpTo(log.records ?? [], now).filter(
    ({ performedAt, timeZone }) => dayOf(performedAt, timeZone) >= recentSince,
  )
  return {
    week: overallProgress(
      { current: trainingBetween(thisWeek, today), previous: trainingBetween(thisWeek - 7, thisWeek - 1) },
      { workoutDays, lastDay: today, today, weekStart },
      options,
    ),
    allTime: allTimeOf(workouts, workoutDays, weekStart),
    recentRecords: records,
    frequentExercises: frequency(recent.filter(isWorkingSet)),
    methods: recordMethods(formula),
  }
}

function allTimeOf(
  workouts: readonly WorkoutTimes[],
  workoutDays: readonly DayNumber[],
  weekStart: WeekStart,
): AllTime {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const day of workoutDays) {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return {
    workouts: workouts.length,
    durationSeconds: workouts.reduce((sum, workout) => sum + (durationSeconds(workout) ?? 0), 0),
    ...(workoutDays.length > 0 && { firstDay: dayText(first), lastDay: dayText(last) }),
    longestStreakWeeks: longestWeekStreak(workoutDays, weekStart),
  }
}

function frequency(sets: readonly PerformedSet[]): FrequentExercise[] {
  const workouts = new Map<string, Set<string>>()
  for (const { exerciseId, workoutId } of sets) {
    const ids = workouts.get(exerciseId) ?? new Set<string>()
    workouts.set(exerciseId, ids.add(workoutId))
  }
  return [...workouts]
    .map(([exerciseId, ids]) => ({ exerciseId, workouts: ids.size }))
    .sort((a, b) => b.workouts - a.workouts || (a.exerciseId < b.exerciseId ? -1 : 1))
}
