import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { type DayNumber, type Days, dayText } from '#training/days.ts'
import { defaultFormula } from '#training/e1rm.ts'
import { isOnDays } from '#training/periods.ts'
import { recordBuilder } from '#training/records/to-record.ts'
import { recentDays } from '#training/summary.ts'
import { durationSeconds } from '#training/totals.ts'
import { fromGrams } from '#training/units.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { historyUpTo, setsOf } from './fold-training.ts'
import { historyOfAll } from './history-of-all.ts'
import { presentRecord } from './records-report.ts'

/** The number of newest records in a summary. */
const maxRecords = 20

/** The time and the unit of a summary. */
interface AsOf {
  readonly days: Days
  /** Milliseconds since 1970. */
  readonly now: number
  readonly today: DayNumber
  readonly unit: Schemas['WeightUnit']
}

/** The all-time part of a summary: the totals, and the newest records of the last four weeks. */
export async function allTimeOf(
  db: Reader,
  user: Profile,
  { days, now, today, unit }: AsOf,
): Promise<Pick<Schemas['TrainingSummary'], 'workouts' | 'allTime' | 'recentRecords'>> {
  const history = await historyOfAll(db, user, { unit, formula: defaultFormula })
  const { beaten, totals, workoutIds } = historyUpTo(history, now)
  const countedIds = new Set(workoutIds)
  const trainedWorkouts = history.workouts.filter(({ workoutId }) => countedIds.has(workoutId))
  const sets = setsOf(history)
  const recordOf = recordBuilder(sets, history.options)
  const recentRange = { firstDay: today + 1 - recentDays, lastDay: Number.POSITIVE_INFINITY }
  const isRecent = isOnDays(recentRange, days)
  const [first] = trainedWorkouts
  let seconds = 0
  for (const { startedAt, endedAt } of trainedWorkouts)
    seconds += durationSeconds({ startedAt, endedAt: endedAt ?? undefined }) ?? 0
  return {
    workouts: history.workouts.filter(({ startedAt }) => startedAt <= now).length,
    allTime: {
      workouts: trainedWorkouts.length,
      sets: totals.sets,
      reps: totals.reps,
      volumeLoad: fromGrams(totals.volumeGrams, unit),
      durationSeconds: seconds,
      unknownLoadSets: totals.unknownLoadSets,
      ...(first && {
        firstWorkout: {
          workoutId: first.workoutId,
          startedAt: instant(first.startedAt),
          day: dayText(days.dayOf(first.startedAt, first.timeZone)),
        },
      }),
    },
    recentRecords: beaten
      .indexesIn(instantsOfDays({ days, from: recentRange.firstDay, to: today + 1, now }))
      .filter((index) =>
        isRecent(beaten.performedAt(index), () => sets.markAt(beaten.positionAt(index)).timeZone),
      )
      .slice(-maxRecords)
      .reverse()
      .map((index) => presentRecord(recordOf(beaten.at(index)), { days, unit })),
  }
}
