import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSets, listLoggedWorkouts } from '#db/training-log/training-log.ts'
import type { Schemas } from '#generated/types.ts'
import { overallProgress, type PeriodTraining, type WorkoutTimes } from '#training/overall.ts'
import { type Period, periodBefore, periodOf } from '#training/periods.ts'
import type { PerformedSet } from '#training/types.ts'
import { trainingLog } from './log.ts'
import { overallReport } from './overall-report.ts'
import type { ReportRange } from './range.ts'
import { streakDays } from './streak-days.ts'

/** Reads all training in a range and in the one before it, and reports the user's progress. */
export async function progressOverall(
  db: Reader,
  user: Profile,
  { days, today, from, to }: ReportRange,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['OverallProgress']> {
  const period = periodOf(days, from, to)
  const before = periodBefore(days, from, to)
  const both = { from: before.startMs, before: period.endMs }
  const workouts = (await listLoggedWorkouts(db, user.id, both)).map(workoutTimes)
  const rows = await listLoggedSets(db, user.id, both)
  const { sets, context } = await trainingLog(db, user.id, rows, { days, unit })
  const end = { lastDay: to, today, weekStart: user.weekStart }
  const workoutDays = await streakDays(db, user.id, days, end)
  const progress = overallProgress(
    { current: trainingIn(period, workouts, sets), previous: trainingIn(before, workouts, sets) },
    { ...end, workoutDays },
    context,
  )
  return overallReport(user.timeZone, unit, progress)
}

/** The times of a workout's row, in the form that `training` takes. */
export function workoutTimes({
  id,
  startedAt,
  endedAt,
}: {
  id: string
  startedAt: number
  endedAt: number | null
}) {
  return { id, startedAt, endedAt: endedAt ?? undefined }
}

/** The part of the training that lies in a period. */
export function trainingIn(
  period: Period,
  workouts: readonly WorkoutTimes[],
  sets: readonly PerformedSet[],
): PeriodTraining {
  const inside = (instant: number) => instant >= period.startMs && instant < period.endMs
  return {
    period,
    workouts: workouts.filter(({ startedAt }) => inside(startedAt)),
    sets: sets.filter(({ performedAt }) => inside(performedAt)),
  }
}
