import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { type DayNumber, type Days, dayText } from '#training/days.ts'
import { defaultFormula } from '#training/e1rm.ts'
import { recordTeller } from '#training/records/told.ts'
import { recentDays } from '#training/summary.ts'
import { durationSeconds } from '#training/totals.ts'
import { fromGrams } from '#training/units.ts'
import { historyBefore, setsOf } from './fold-training.ts'
import { historyOfAll } from './history-of-all.ts'
import { workoutTimes } from './overall.ts'
import { toldRecord } from './records-report.ts'

/** How many of the newest records a summary lists. */
const mostRecords = 20

/**
 * What a summary says about everything the user ever did, up to today: the sums, and the newest records of
 * the last four weeks.
 */
export async function allTimeOf(
  db: Reader,
  user: Profile,
  { days, today, unit }: { days: Days; today: DayNumber; unit: Schemas['WeightUnit'] },
): Promise<Pick<Schemas['TrainingSummary'], 'workouts' | 'allTime' | 'recentRecords'>> {
  const before = days.startOf(today + 1)
  const all = await historyOfAll(db, user, { unit, formula: defaultFormula })
  // Hardly anyone has workouts with dates in the future.
  const isAhead = (all.workouts.at(-1)?.startedAt ?? 0) >= before
  const { beaten, totals, workoutIds } = isAhead ? historyBefore(all, all.base, before) : all.history
  const counted = new Set(workoutIds)
  const trained = all.workouts.filter(({ workoutId }) => counted.has(workoutId))
  const recordOf = recordTeller(setsOf(all), all.options)
  const [first] = trained
  let seconds = 0
  for (const { workoutId: id, ...times } of trained)
    seconds += durationSeconds(workoutTimes({ id, ...times })) ?? 0
  return {
    workouts: all.workouts.length,
    allTime: {
      workouts: trained.length,
      sets: totals.sets,
      reps: totals.reps,
      volumeLoad: fromGrams(totals.volumeGrams, unit),
      durationSeconds: seconds,
      unknownLoadSets: totals.unknownLoadSets,
      ...(first && {
        firstWorkout: {
          workoutId: first.workoutId,
          startedAt: instant(first.startedAt),
          day: dayText(days.dayOf(first.startedAt)),
        },
      }),
    },
    recentRecords: beaten
      .placesIn({ from: days.startOf(today + 1 - recentDays), before })
      .slice(-mostRecords)
      .reverse()
      .map((place) => toldRecord(recordOf(beaten.at(place)), { days, unit })),
  }
}
