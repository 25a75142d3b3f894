import { counts } from './counting.ts'
import { type DayNumber, type Days, dayText } from './days.ts'
import type { FormulaId } from './e1rm.ts'
import { type TrainingContext, workByExercise } from './exercise-work.ts'
import type { Method } from './method.ts'
import { type OverallProgress, overallProgress, type WorkoutTimes } from './overall.ts'
import { periodOf, type WeekStart, weekOf } from './periods.ts'
import type { PersonalRecord } from './records/kinds.ts'
import { recordMethods, recordsBetween, recordsByExercise } from './records/records.ts'
import { longestWeekStreak } from './streak.ts'
import { durationSeconds } from './totals.ts'
import type { PerformedSet } from './types.ts'

/** All that a user has ever done. */
export interface AllTime {
  /** Workouts with a set that counts. */
  readonly workouts: number
  readonly sets: number
  readonly reps: number
  readonly volumeGrams: number
  readonly durationSeconds: number
  readonly unknownLoadSets: number
  /** Days of the first and the last workout, `YYYY-MM-DD`; absent before the first. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** Most weeks in a row with a workout. */
  readonly longestStreakWeeks: number
}

/** An exercise with how often it was done. */
export interface FrequentExercise {
  readonly exerciseId: string
  /** Workouts of the last 28 days with it. */
  readonly workouts: number
}

/** A user's training at a glance. */
export interface TrainingSummary {
  /** This week so far, beside all of the week before, with the streak and the split. */
  readonly week: OverallProgress
  readonly allTime: AllTime
  /** Records of the last 28 days, newest first. */
  readonly recentRecords: readonly PersonalRecord[]
  /** By falling number of workouts, then by id. */
  readonly frequentExercises: readonly FrequentExercise[]
  readonly methods: readonly Method[]
}

/** What a summary is reckoned with. */
export interface SummaryOptions extends TrainingContext {
  readonly days: Days
  readonly today: DayNumber
  readonly weekStart: WeekStart
  readonly formula?: FormulaId | undefined
}

const recentDays = 28

/**
 * A user's training at a glance: the week, the streak, all time, and the records of the last 28 days. `sets` and `workouts`: all of a user,
 * sets of a workout in the order in which they were done. What starts after today is left out.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function trainingSummary(
  log: { readonly workouts: readonly WorkoutTimes[]; readonly sets: readonly PerformedSet[] },
  options: SummaryOptions,
): TrainingSummary {
  const { days, today, weekStart, formula } = options
  const end = days.startOf(today + 1)
  const sets = log.sets.filter((set) => set.performedAt < end)
  const workouts = log.workouts.filter(({ startedAt }) => startedAt < end)
  const started = new Map<string, number>()
  for (const set of sets) if (counts(set)) started.set(set.workoutId, set.performedAt)
  const workoutDays = [...started.values()].map((at) => days.dayOf(at))
  const thisWeek = weekOf(today, weekStart)
  const within = (from: DayNumber, to: DayNumber) => {
    const period = periodOf(days, from, to)
    const inside = (at: number) => at >= period.startMs && at < period.endMs
    return {
      period,
      workouts: workouts.filter(({ startedAt }) => inside(startedAt)),
      sets: sets.filter(({ performedAt }) => inside(performedAt)),
    }
  }
  const since = days.startOf(today + 1 - recentDays)
  const recent = sets.filter((set) => set.performedAt >= since && counts(set))
  const exercises = new Set(recent.map(({ exerciseId }) => exerciseId))
  const records = recordsByExercise(
    sets.filter(({ exerciseId }) => exercises.has(exerciseId)),
    options,
  )
  return {
    week: overallProgress(
      { current: within(thisWeek, today), previous: within(thisWeek - 7, thisWeek - 1) },
      { workoutDays, lastDay: today, today, weekStart },
      options,
    ),
    allTime: allTimeOf(sets, workouts, started, workoutDays, options),
    recentRecords: recordsBetween(records.values(), since, end),
    frequentExercises: frequency(recent),
    methods: recordMethods(formula),
  }
}

function allTimeOf(
  sets: readonly PerformedSet[],
  workouts: readonly WorkoutTimes[],
  started: ReadonlyMap<string, number>,
  workoutDays: readonly DayNumber[],
  options: SummaryOptions,
): AllTime {
  const totals = { workouts: started.size, sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
  for (const work of workByExercise(sets, options).values()) {
    totals.sets += work.sets
    totals.reps += work.reps
    totals.volumeGrams += work.volumeGrams
    totals.unknownLoadSets += work.unknownLoadSets
  }
  let seconds = 0
  for (const workout of workouts) if (started.has(workout.id)) seconds += durationSeconds(workout) ?? 0
  const first = workoutDays.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  const last = workoutDays.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY)
  return {
    ...totals,
    durationSeconds: seconds,
    ...(workoutDays.length > 0 ? { firstDay: dayText(first), lastDay: dayText(last) } : {}),
    longestStreakWeeks: longestWeekStreak(workoutDays, options.weekStart),
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
