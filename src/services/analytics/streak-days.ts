import type { Reader } from '#db/schema/index.ts'
import { trainedSpans } from '#db/training-log/training-log.ts'
import type { DayNumber, Days } from '#training/days.ts'
import { weekOf } from '#training/periods.ts'
import type { StreakEnd } from '#training/streak.ts'

/** The number of weeks to read first, enough for most streaks. */
const firstWeeks = 12

/**
 * The first days of the consecutive weeks that have a set that counts, newest first, up to the last day of a streak.
 * Reads weeks instead of workouts, because a streak of ten years has five times as many workouts, and reads
 * further back only while there is no gap.
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
  for (let count = firstWeeks; ; count *= 4) {
    const weeks = Array.from({ length: count }, (_, index) => next - 7 * index)
    const spans = weeks.map((week) => ({
      from: days.localStartOf(week),
      before: days.localStartOf(Math.min(week + 7, lastDay + 1)),
    }))
    const trainedWeeks = await trainedSpans(db, userId, spans, now + 1)
    for (const [index, week] of weeks.entries()) {
      if (trainedWeeks.has(index)) trained.push(week)
      // The newest week may not have a workout yet.
      else if (week !== newest) return trained
    }
    next -= 7 * count
  }
}
