import { meanMiss, scaleOf } from './forecast.ts'
import { interval80 } from './miss-distribution.ts'
import type { LifterState, LiftState } from './state.ts'

/** The decayed misses of a lift's forecasts. */
export type LiftMisses = Pick<LiftState, 'error' | 'errorWeight'>

/** What a session showed and what was expected of it: all that the misses of its lift and lifter depend on. */
export interface SessionMiss {
  readonly shownLevel: number
  readonly center: number
  readonly widening: number
  /** Whether enough sessions came before for misses to adjust the width of intervals. */
  readonly adjustsWidth: boolean
  /** A deload that showed less than expected, which says nothing about how far forecasts miss. */
  readonly isBadDeload: boolean
}

/** Adds a session's miss to those of its lift and lifter. */
export function addMiss(
  { shownLevel, center, widening, adjustsWidth, isBadDeload }: SessionMiss,
  lift: LiftMisses,
  lifter: LifterState,
): { readonly lift: LiftMisses; readonly lifter: LifterState } {
  const mean = meanMiss(lift, lifter)
  const scale = scaleOf(mean, lifter, widening)
  const isOutside =
    shownLevel < center + interval80.low * scale || shownLevel > center + interval80.high * scale
  const width = adjustsWidth
    ? Math.min(0.4, Math.max(-0.4, lifter.width + 0.015 * ((isOutside ? 1 : 0) - 0.2)))
    : lifter.width
  const { error, errorWeight } = lifter
  if (isBadDeload) return { lift, lifter: { error, errorWeight, width } }
  const capped = Math.min(Math.abs(shownLevel - center), 4 * mean)
  return {
    lift: { error: 0.8 * lift.error + capped, errorWeight: 0.8 * lift.errorWeight + 1 },
    lifter: { error: 0.98 * error + capped, errorWeight: 0.98 * errorWeight + 1, width },
  }
}
