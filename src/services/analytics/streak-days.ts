import { readsBlockOthers } from '#db/engine/read-together.ts'
import type { Reader } from '#db/schema/index.ts'
import { trainedWeeks } from '#db/training-log/training-log.ts'
import type { DayNumber, Days } from '#training/days.ts'
import { weekOf } from '#training/periods.ts'
import type { StreakEnd } from '#training/streak.ts'

/**
 * The number of weeks to read first, and the factor by which it grows. 12 weeks suffice for most streaks. Where each
 * statement is a round trip, reading more weeks is cheaper than a second statement.
 */
const steps = { local: { first: 12, growth: 4 }, remote: { first: 52, growth: 20 } }

/**
 * The first days of the consecutive weeks with a set that counts, newest first, back from the week of `lastDay`, or
 * from this week if it is earlier. Reads weeks instead of workouts, because ten years may have five times as many
 * workouts, and reads further back only while there is no gap.
 */
export async function streakDays(
  db: Reader,
  userId: string,
  days: Days,
  { lastDay, today, now, weekStart }: StreakEnd & { readonly now: number },
): Promise<DayNumber[]> {
  const newest = Math.min(weekOf(lastDay, weekStart), weekOf(today, weekStart))
  const trained: DayNumber[] = []
  let next = newest
  const { first, growth } = readsBlockOthers(db) ? steps.local : steps.remote
  for (let count = first; ; count *= growth) {
    const oldest = next - 7 * (count - 1)
    const span = {
      from: days.localStartOf(oldest),
      before: days.localStartOf(Math.min(next + 7, lastDay + 1)),
    }
    const trainedIndexes = await trainedWeeks(db, userId, span, now + 1)
    for (let index = count - 1; index >= 0; index--) {
      const week = oldest + 7 * index
      if (trainedIndexes.has(index)) trained.push(week)
      // The newest week may not have a workout yet.
      else if (week !== newest) return trained
    }
    next -= 7 * count
  }
}
