import type { Method } from '../method.ts'

/** The methods of the figures of training load. */
export const trainingLoadMethods = {
  session: { id: 'load.session-rpe', parameters: { source: 'Foster 2001' } },
  week: { id: 'load.monotony', parameters: { source: 'Foster 1998', days: 7, deviation: 'population' } },
} as const satisfies Record<string, Method>

/** The load of a session in arbitrary units (Foster et al. 2001): its RPE (0–10) × minutes. */
export const sessionLoad = (exertion: number, minutes: number): number => exertion * minutes

/** A week of training. */
export interface WeekLoad {
  readonly sum: number
  /** Mean divided by standard deviation. Absent if every day was the same. */
  readonly monotony?: number
  /** Sum × monotony. Absent if there is no monotony. */
  readonly strain?: number
}

/**
 * Sum, monotony and strain of the seven daily loads of a week (Foster 1998), including rest days as 0.
 * Uses the population standard deviation. Loads 300, 0, 420, 0, 675, 90, 0 → 1485, 0.871, 1293.7.
 */
export function weekLoad(dailyLoads: readonly number[]): WeekLoad {
  const sum = dailyLoads.reduce((total, load) => total + load, 0)
  const mean = sum / dailyLoads.length
  const variance = dailyLoads.reduce((total, load) => total + (load - mean) ** 2, 0) / dailyLoads.length
  if (!(variance > 0) || dailyLoads.every((load) => load === dailyLoads[0])) return { sum }
  const monotony = mean / Math.sqrt(variance)
  return { sum, monotony, strain: sum * monotony }
}
