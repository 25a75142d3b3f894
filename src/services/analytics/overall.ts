import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { LoggedWorkout } from '#db/training-log/training-log.ts'
import type { Schemas } from '#generated/types.ts'
import type { Days } from '#training/days.ts'
import { overallProgress, type PeriodTraining, type WorkoutTimes } from '#training/overall.ts'
import { inPeriod, type Period, periodBefore, periodOf } from '#training/periods.ts'
import type { PerformedSet } from '#training/types.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { trainingLogOver } from './log.ts'
import { overallReport } from './overall-report.ts'
import type { ReportRange } from './range.ts'
import { streakDays } from './streak-days.ts'

/** Reports the user's progress from all training in a range and in the preceding one. */
export async function progressOverall(
  db: Reader,
  user: Profile,
  range: ReportRange,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['OverallProgress']> {
  const { days, now, today, from, to } = range
  const period = periodOf(from, to)
  const before = periodBefore(from, to)
  const bothPeriods = instantsOfDays({ ...range, from: before.firstDay })
  const end = { lastDay: to, today, now, weekStart: user.weekStart }
  // Together, in as few round trips to PostgreSQL as possible.
  const [{ sets, context, doubts, ...logged }, workoutDays] = await Promise.all([
    trainingLogOver(db, user, bothPeriods, { days, unit }),
    streakDays(db, user.id, days, end),
  ])
  const workouts = logged.workouts.map(workoutTimes)
  const progress = overallProgress(
    { current: trainingIn(period, days, workouts, sets), previous: trainingIn(before, days, workouts, sets) },
    { ...end, workoutDays },
    context,
  )
  return { ...overallReport(user.timeZone, unit, progress), ...presentDoubts(doubts, unit) }
}

/** The times of a workout's row, in the form that `training` expects. */
export function workoutTimes({ id, startedAt, endedAt, timeZone }: LoggedWorkout): WorkoutTimes {
  return { id, startedAt, timeZone, endedAt: endedAt ?? undefined }
}

/** The part of the training within a period. */
export function trainingIn(
  period: Period,
  days: Days,
  workouts: readonly WorkoutTimes[],
  sets: readonly PerformedSet[],
): PeriodTraining {
  const dated = workouts.map((workout) => ({ ...workout, performedAt: workout.startedAt }))
  return { period, workouts: inPeriod(dated, period, days), sets: inPeriod(sets, period, days) }
}
