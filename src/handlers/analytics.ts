import { findExerciseFacts } from '../db/exercises/facts.ts'
import type { Reader } from '../db/schema.ts'
import {
  listLoggedSets,
  listLoggedSetsOf,
  listLoggedWorkouts,
  listTrainedInstants,
} from '../db/training-log.ts'
import type { Profile } from '../db/users.ts'
import { ok, problem } from '../http/answer.ts'
import type { Days } from '../training/days.ts'
import { overallProgress } from '../training/overall.ts'
import { bucketsBetween, type Period, periodBefore, periodOf } from '../training/periods.ts'
import { bestFigures, exerciseProgress } from '../training/progress.ts'
import { workoutPoints } from '../training/progress-points.ts'
import { exerciseReport } from './analytics/exercise-progress.ts'
import { trainingLog } from './analytics/log.ts'
import { overallReport } from './analytics/overall-progress.ts'
import { type ReportRange, reportRange } from './analytics/range.ts'
import { volumeReport } from './analytics/volume.ts'
import type { AppHandlers } from './context.ts'
import { invalid } from './invalid.ts'

const twelveWeeks = 84
const halfAYear = 182
/** More buckets of a day than this are no chart. */
const mostDayBuckets = 370

/** The handlers of the tag Analytics. */
export const analytics: Pick<AppHandlers, 'getVolume' | 'getProgress'> = {
  async getVolume({ query, principal: { user }, db, now }) {
    const { bucket, muscle, unit = user.unit } = query
    const range = reportRange(user, query, now(), {
      defaultDays: twelveWeeks,
      ...(bucket === 'day' && { most: mostDayBuckets }),
    })
    if ('code' in range) return invalid(range)
    const { days, from, to } = range
    const period = periodOf(days, from, to)
    const rows = await listLoggedSets(db, user.id, instantsOf(period))
    const buckets = bucketsBetween(days, from, to, bucket, user.weekStart)
    const { timeZone } = user
    return ok(
      volumeReport(
        { timeZone, period, bucket, buckets, muscle, unit },
        await trainingLog(db, user, rows, days),
      ),
    )
  },

  async getProgress({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: halfAYear })
    if ('code' in range) return invalid(range)
    const { exerciseId, formula, unit = user.unit } = query
    if (exerciseId === undefined) return ok(await overall(db, user, range, unit))
    const facts = (await findExerciseFacts(db, user.id, new Set([exerciseId]))).get(exerciseId)
    if (!facts) return problem(404, 'not_found', 'There is no such exercise.')
    const { days, from, to, today } = range
    const { startMs, endMs } = periodOf(days, from, to)
    const rows = await listLoggedSetsOf(db, user.id, exerciseId, endMs)
    const { sets, context } = await trainingLog(db, user, rows, days)
    const { bodyweightAt } = context
    const inRange = sets.findIndex(({ performedAt }) => performedAt >= startMs)
    const [before, within] = inRange < 0 ? [sets, []] : [sets.slice(0, inRange), sets.slice(inRange)]
    const progress = exerciseProgress(within, facts, {
      days,
      bodyweightAt,
      asOf: Math.min(to, today),
      formula,
      bestBefore: bestFigures(workoutPoints(before, { facts, formula, bodyweightAt, days })),
    })
    return ok(exerciseReport({ exerciseId, timeZone: user.timeZone, from, to, unit }, progress))
  },
}

const instantsOf = ({ startMs, endMs }: Period) => ({ from: startMs, before: endMs })

/** All that was done in a period, and what has to be known to reckon with it. */
async function trainingOf(db: Reader, user: Profile, period: Period, days: Days) {
  const rows = await listLoggedSets(db, user.id, instantsOf(period))
  const workouts = await listLoggedWorkouts(db, user.id, instantsOf(period))
  const { sets, context } = await trainingLog(db, user, rows, days)
  return {
    context,
    training: {
      period,
      sets,
      workouts: workouts.map(({ id, startedAt, endedAt }) => ({
        id,
        startedAt,
        endedAt: endedAt ?? undefined,
      })),
    },
  }
}

/** Progress of all training: a range beside the one before it. */
async function overall(
  db: Reader,
  user: Profile,
  { days, today, from, to }: ReportRange,
  unit: Profile['unit'],
) {
  const period = periodOf(days, from, to)
  const before = periodBefore(days, from, to)
  const current = await trainingOf(db, user, period, days)
  const previous = await trainingOf(db, user, before, days)
  const trained = await listTrainedInstants(db, user.id, period.endMs)
  const progress = overallProgress(
    { current: current.training, previous: previous.training },
    {
      lastDay: to,
      today,
      weekStart: user.weekStart,
      workoutDays: trained.map((instant) => days.dayOf(instant)),
    },
    {
      exercises: new Map([...previous.context.exercises, ...current.context.exercises]),
      bodyweightAt: current.context.bodyweightAt,
    },
  )
  return overallReport(user.timeZone, unit, progress)
}
