import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLastTrained } from '#db/training-log/training-log.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { type Days, dayText, userDays } from '#training/days.ts'
import { tierMethod } from '#training/evidence-tiers.ts'
import { workByExercise } from '#training/exercise-work.ts'
import { fatigueMethod } from '#training/fatigue/fatigue-method.ts'
import { landmarkMethod } from '#training/landmarks.ts'
import { overallProgress } from '#training/overall.ts'
import { periodOf, weekOf as weekStartOf } from '#training/periods.ts'
import { recordMethods } from '#training/records/records.ts'
import { muscleVolumes } from '#training/volume.ts'
import { volumeMethods } from '#training/volume-methods.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { allTimeOf } from './all-time.ts'
import { fatigueAt } from './fatigue.ts'
import { readinessOf } from './fatigue-report.ts'
import { landmarksFor } from './landmarks.ts'
import { trainingLogOver } from './log.ts'
import { methodOf } from './method.ts'
import { trainingIn, workoutTimes } from './overall.ts'
import { totalsOf } from './overall-report.ts'
import { streakDays } from './streak-days.ts'
import { weekOf } from './volume-report.ts'

/**
 * Summarizes a user's training: this week and last week, the streak, the sets of the last seven days, recovery,
 * all-time totals, and the newest records.
 */
export async function summaryOf(
  db: Reader,
  user: Profile,
  now: number,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['TrainingSummary']> {
  const days = userDays(user)
  const today = days.dayOf(now)
  const weekStart = weekStartOf(today, user.weekStart)
  const thisWeek = periodOf(weekStart, today)
  const lastWeek = periodOf(weekStart - 7, weekStart - 1)
  const sevenDays = periodOf(today - 6, today)
  const readRange = instantsOfDays({ days, from: Math.min(lastWeek.firstDay, today - 6), to: today, now })
  const end = { lastDay: today, today, now, weekStart: user.weekStart }
  // Together, in as few round trips to PostgreSQL as possible.
  const [{ sets, context, doubts, ...logged }, lastTrained, workoutDays, landmarks, allTime, fatigue] =
    await Promise.all([
      trainingLogOver(db, user, readRange, { days, unit }),
      findLastTrained(db, user.id, now + 1),
      streakDays(db, user.id, days, end),
      landmarksFor(db, user, now),
      allTimeOf(db, user, { days, now, today, unit }),
      fatigueAt(db, user, { at: now, now }, 0),
    ])
  const workouts = logged.workouts.map(workoutTimes)
  const { current, previous, streakWeeks } = overallProgress(
    {
      current: trainingIn(thisWeek, days, workouts, sets),
      previous: trainingIn(lastWeek, days, workouts, sets),
    },
    { ...end, workoutDays },
    context,
  )
  const recent = trainingIn(sevenDays, days, [], sets)
  const volumes = muscleVolumes(workByExercise(recent.sets, context).values(), context.exercises)
  return {
    at: instant(now),
    today: dayText(today),
    timeZone: user.timeZone,
    status: lastTrained === undefined ? 'insufficient_data' : 'ok',
    ...(lastTrained !== undefined && { lastWorkout: lastWorkoutOf(lastTrained, days) }),
    streakWeeks,
    ...allTime,
    thisWeek: totalsOf(current, unit),
    lastWeek: totalsOf(previous, unit),
    muscles: volumes.map((volume) => weekOf(volume, sevenDays.days, landmarks, context.exercises)),
    readiness: fatigue.muscles.map(readinessOf),
    unknownLoadSets: current.unknownLoadSets + previous.unknownLoadSets,
    ...presentDoubts(doubts, unit),
    methods: [
      volumeMethods.volume,
      volumeMethods.directSets,
      volumeMethods.fractionalSets,
      landmarkMethod,
      tierMethod,
      fatigueMethod,
      ...recordMethods().filter(({ id }) => id !== volumeMethods.volume.id),
    ].map(methodOf),
  }
}

function lastWorkoutOf(
  { performedAt, timeZone }: { readonly performedAt: number; readonly timeZone: string },
  days: Days,
): NonNullable<Schemas['TrainingSummary']['lastWorkout']> {
  return { startedAt: instant(performedAt), day: dayText(days.dayOf(performedAt, timeZone)) }
}
