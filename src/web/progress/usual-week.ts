const recentWeeks = 4

/**
 * The mean of up to four weeks before the current one, which is the last; weeks before the first training don't count.
 * Zero without an earlier week of training.
 */
export function usualWeek(volumes: readonly number[]): number {
  const first = volumes.findIndex((volume) => volume > 0)
  const last = volumes.length - 1
  const weeks = first < 0 ? [] : volumes.slice(Math.max(first, last - recentWeeks), last)
  return weeks.length === 0 ? 0 : weeks.reduce((sum, volume) => sum + volume, 0) / weeks.length
}
