import { upperMedian } from '../order-statistics.ts'
import type { Forecast } from './forecast.ts'
import { sessionLevel } from './level.ts'
import type { LiftSession, LiftState } from './state.ts'
import { mainLoad, usualGap } from './structure.ts'

/** After more days than this without a lift, its next session is a comeback. */
export const comebackGap = 28

/** After more days than this without a lift, its last session is repeated, unless such gaps are usual for it. */
const repeatGap = 14

/** Whether a gap, in days, is a break or longer than usual for the lift. Nothing is added after such a gap. */
export function isPause(lift: Pick<LiftState, 'recent'>, gap: number): boolean {
  return gap > comebackGap || gap > Math.max(repeatGap, 1.5 * (usualGap(lift) ?? 0))
}

/** The minimum forecast chance of a comeback's sets, and its minimum load as a share of the last working load. */
export const minComebackChance = 0.45
export const minComebackShare = 0.6

/** A break in the recent sessions, and the sessions since. */
export interface Break {
  readonly days: number
  /** The main load before it. */
  readonly main: number
  /** The usual level before it. */
  readonly level: number
  /** The days between the sessions before it; undefined if there are too few. */
  readonly usualGap: number | undefined
  /** Oldest first; never empty. */
  readonly since: readonly LiftSession[]
}

/** The usual level: the upper median of the last four sessions, as for the main load. */
export function usualLevel(sessions: readonly LiftSession[]): number {
  return upperMedian(sessions.slice(-4).map(({ sets }) => sessionLevel(sets))) ?? Number.NEGATIVE_INFINITY
}

/** The last break in the recent sessions; undefined without one. */
export function breakIn({ recent }: Pick<LiftState, 'recent'>): Break | undefined {
  for (let index = recent.length - 1; index > 0; index--) {
    const days = (recent[index]?.day ?? 0) - (recent[index - 1]?.day ?? 0)
    if (days <= comebackGap) continue
    const beforeBreak = recent.slice(0, index)
    return {
      days,
      main: mainLoad({ recent: beforeBreak }),
      level: usualLevel(beforeBreak),
      usualGap: usualGap({ recent: beforeBreak }),
      since: recent.slice(index),
    }
  }
  return undefined
}

/**
 * The forecast on the way back: at least the level before the break, less what the absence still costs. The sessions
 * since were light on purpose, so they don't show how much strength has come back. Nor do a plan's light weeks show a
 * loss.
 */
export function expectedSince({ level }: Pick<Break, 'level'>, expected: Forecast): Forecast {
  const rise = Math.max(0, level - expected.absence - expected.center)
  const { center, low, high } = expected
  return { ...expected, center: center + rise, low: low + rise, high: high + rise }
}
