import type { Reader } from '../../db/schema.ts'
import { listTrainedInstants } from '../../db/training-log.ts'
import type { DayNumber, Days } from '../../training/days.ts'
import { type StreakEnd, weekStreak } from '../../training/streak.ts'

/** Workouts that are read at first: of a third of a year, for most people. */
const firstLimit = 60

/**
 * The days of workouts before an instant, newest first, as far back as the streak of weeks may reach: further
 * back is read only while all that was read is without a gap.
 */
export async function streakDays(
  db: Reader,
  userId: string,
  days: Days,
  before: number,
  end: StreakEnd,
): Promise<DayNumber[]> {
  for (let limit = firstLimit; ; limit *= 4) {
    const trained = (await listTrainedInstants(db, userId, { before, limit })).map(days.dayOf)
    const oldest = trained.at(-1)
    // The last week may be without a workout yet, and the oldest may have been read in part.
    const reach = Math.min(end.lastDay, end.today) - (weekStreak(trained, end) + 2) * 7
    if (trained.length < limit || oldest === undefined || oldest < reach) return trained
  }
}
