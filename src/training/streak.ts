import type { DayNumber } from './days.ts'
import { type WeekStart, weekOf } from './periods.ts'

/** The week up to which a streak is counted. */
export interface StreakEnd {
  /** The last day of the range. */
  readonly lastDay: DayNumber
  readonly today: DayNumber
  readonly weekStart: WeekStart
}

/**
 * The number of consecutive weeks with a workout, up to the week of `lastDay`, or up to this week if `lastDay` is
 * later. The current week doesn't break the streak before it is over. `workoutDays` may repeat and be in any
 * order, but must go back at least as far as the streak.
 */
export function weekStreak(
  workoutDays: Iterable<DayNumber>,
  { lastDay, today, weekStart }: StreakEnd,
): number {
  const trainedWeeks = new Set<DayNumber>()
  for (const day of workoutDays) if (day <= lastDay) trainedWeeks.add(weekOf(day, weekStart))
  const thisWeek = weekOf(today, weekStart)
  let week = Math.min(weekOf(lastDay, weekStart), thisWeek)
  if (week === thisWeek && !trainedWeeks.has(week)) week -= 7
  let streak = 0
  for (; trainedWeeks.has(week); week -= 7) streak++
  return streak
}

/**
 * The longest streak of weeks with a workout, ever; 0 without a workout. `workoutDays` may repeat and be in
 * any order.
 */
export function longestWeekStreak(workoutDays: Iterable<DayNumber>, weekStart: WeekStart): number {
  const trainedWeeks = new Set<DayNumber>()
  for (const day of workoutDays) trainedWeeks.add(weekOf(day, weekStart))
  let longest = 0
  for (const week of trainedWeeks) {
    if (trainedWeeks.has(week - 7)) continue
    let length = 1
    while (trainedWeeks.has(week + 7 * length)) length++
    longest = Math.max(longest, length)
  }
  return longest
}
