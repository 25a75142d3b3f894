import { counts } from './counting.ts'
import { type DayNumber, type Days, dayText } from './days.ts'
import type { FormulaId } from './e1rm.ts'
import type { TrainingContext } from './exercise-work.ts'
import type { Method } from './method.ts'
import { type OverallProgress, overallProgress, type WorkoutTimes } from './overall.ts'
import { periodOf, type WeekStart, weekOf } from './periods.ts'
import type { PersonalRecord } from './records/kinds.ts'
import { type ExerciseRecords, recordMethods, recordsBetween } from './records/records.ts'
import { longestWeekStreak } from './streak.ts'
import { durationSeconds } from './totals.ts'
import type { PerformedSet } from './types.ts'

/** Everything that a user has ever done. */
export interface AllTime {
  readonly workouts: number
  /** For those that have ended. */
  readonly durationSeconds: number
  /** Days of the first and the last workout, `YYYY-MM-DD`; absent before the first. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** Most weeks in a row with a workout. */
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

/** What a summary is computed from. */
export interface SummaryLog {
  /** All workouts of a user that contain a set that counts, in any order. */
  readonly workouts: readonly WorkoutTimes[]
  /** At least their sets of the last 28 days, in any order; older ones change nothing. */
  readonly sets: readonly PerformedSet[]
  /**
   * The records of the exercises to report, computed from all of their sets; left out: the summary has none.
   */
  readonly records?: Iterable<ExerciseRecords> | undefined
}

/** The settings of a summary. */
export interface SummaryOptions extends TrainingContext {
  readonly days: Days
  readonly today: DayNumber
  readonly weekStart: WeekStart
  readonly formula?: FormulaId | undefined
}

/** How many days count as recent, including today. */
export const recentDays = 28

/**
 * A user's training at a glance: the week so far compared with the week before, the streak, all-time totals,
 * what was done most in the last 28 days and the records in them. Only the workouts' times are needed from
 * the beginning, so ten years of sets needn't be read. What starts after today is ignored.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function trainingSummary(log: SummaryLog, options: SummaryOptions): TrainingSummary {
  const { days, today, weekStart, formula } = options
  const end = days.startOf(today + 1)
  const since = days.startOf(today + 1 - recentDays)
  const workouts = log.workouts.filter(({ startedAt }) => startedAt < end)
  const recent = log.sets.filter((set) => set.performedAt >= since && set.performedAt < end)
  const workoutDays = workouts.map(({ startedAt }) => days.dayOf(startedAt))
  const thisWeek = weekOf(today, weekStart)
  const within = (from: DayNumber, to: DayNumber) => {
    const period = periodOf(days, from, to)
    const inside = (at: number) => at >= period.startMs && at < period.endMs
    return {
      period,
      workouts: workouts.filter(({ startedAt }) => inside(startedAt)),
      sets: recent.filter(({ performedAt }) => inside(performedAt)),
    }
  }
  return {
    week: overallProgress(
      { current: within(thisWeek, today), previous: within(thisWeek - 7, thisWeek - 1) },
      { workoutDays, lastDay: today, today, weekStart },
      options,
    ),
    allTime: allTimeOf(workouts, workoutDays, weekStart),
    recentRecords: recordsBetween(log.records ?? [], since, end),
    frequentExercises: frequency(recent.filter(counts)),
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
    ...(workoutDays.length > 0 ? { firstDay: dayText(first), lastDay: dayText(last) } : {}),
    longestStreakWeeks: longestWeekStreak(workoutDays, weekStart),
  }
}

function frequency(sets: readonly PerformedSet[]): FrequentExercise[] {
  const workouts = new Map<string, Set<string>>()
  for (const { exerciseId, workoutId } of sets) {
    const own = workouts.get(exerciseId) ?? new Set<string>()
    workouts.set(exerciseId, own.add(workoutId))
  }
  return [...workouts]
    .map(([exerciseId, own]) => ({ exerciseId, workouts: own.size }))
    .sort((a, b) => b.workouts - a.workouts || (a.exerciseId < b.exerciseId ? -1 : 1))
}
