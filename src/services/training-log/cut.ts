import type { Profile } from '#db/accounts/users.ts'
import { listBodyweights } from '#db/measurements/bodyweights.ts'
import type { Reader } from '#db/schema/index.ts'
import { listWorkoutBodyweights } from '#db/training-log/training-log.ts'
import { type Cut, cutDays, cutOn } from '#training/cut.ts'
import type { DayNumber, Days } from '#training/days.ts'

/**
 * The period of falling bodyweight that a day belongs to, if any, according to the profile's goal, or to measurements
 * and bodyweights logged with workouts. A measurement takes precedence on its day.
 */
export async function cutOf(
  db: Reader,
  user: Profile,
  days: Days,
  asOf: DayNumber,
  now: number,
): Promise<Cut | undefined> {
  const goal = user.bodyweightGoal ?? undefined
  if (goal !== undefined && goal !== 'lose') return undefined
  const end = Math.min(now, days.startOf(asOf + 1)) + 1
  const range = { from: days.startOf(asOf - cutDays), before: end }
  const byDay = new Map<DayNumber, number>()
  for (const { startedAt, timeZone, bodyweightGrams } of await listWorkoutBodyweights(db, user.id, range))
    byDay.set(days.dayOf(startedAt, timeZone), bodyweightGrams)
  const measured = await listBodyweights(db, user.id, range)
  for (const { measuredAt, weightGrams } of measured)
    if (measuredAt >= range.from && measuredAt < end) byDay.set(days.dayOf(measuredAt), weightGrams)
  const weights = Array.from(byDay, ([day, value]) => ({ day, value })).sort((a, b) => a.day - b.day)
  return cutOn(asOf, weights, goal)
}
