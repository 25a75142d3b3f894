import { effectiveReps, levelOf } from './level.ts'
import { interval80, missProbability } from './miss-distribution.ts'
import type { LifterState, LiftState } from './state.ts'

/** How certain a forecast is; there is none before the third session. */
export type ForecastLabel = 'high' | 'medium' | 'low'

/** The expected level of a lift on a day. Levels are ln of a one-rep max in kilograms. */
export interface Forecast {
  readonly center: number
  readonly low: number
  readonly high: number
  readonly scale: number
  /** The part of the level lost to absence by then. */
  readonly absence: number
  /** How strongly a session after a long gap overrides the old level, 0–1. */
  readonly gapWeight: number
  readonly label: ForecastLabel | undefined
}

/** A gap up to this many days costs nothing. */
const freeGapDays = 28
/**
 * No forecast is more certain than this, however even the log: a rep more or less is 2 to 3 % alone. Of sessions expected
 * with less, 73 % were in their 80 % interval; with this floor 80 % were (logs of 22 lifters; 79.5 % of 22 others).
 */
const leastScale = 0.02
/** The largest loss of level to absence, as a difference of logarithms. */
const maxAbsence = 0.13

/** The expected growth per session, falling from 1.3 % to 0.1 %. */
export function growth(sessions: number): number {
  return 0.012 * Math.exp(-sessions / 6) + 0.001
}

/** The typical miss of a lift's forecasts: its own misses, shrunk toward the lifter's. */
export function meanMiss(
  { error, errorWeight }: Pick<LiftState, 'error' | 'errorWeight'>,
  lifter: LifterState,
): number {
  return ((3 * lifter.error) / lifter.errorWeight + error) / (3 + errorWeight)
}

/** 0 up to 28 days without the lift, approaching 1 after that. */
function weightOfGap(gapDays: number): number {
  return gapDays > freeGapDays ? 1 - Math.exp(-(gapDays - freeGapDays) / 21) : 0
}

/**
 * The expected level of a lift on a day.
 *
 * @param anchor what to forecast from instead of the lift's level: the slot's own session `sessionsBack` ago, and how far
 *   forecasts of such sessions were off
 */
export function forecast(
  lift: LiftState,
  lifter: LifterState,
  day: number,
  anchor?: { readonly level: number; readonly sessionsBack: number; readonly misses: readonly number[] },
): Forecast {
  const gap = lift.sessions === 0 ? 0 : Math.max(0, day - lift.day)
  const gapWeight = weightOfGap(gap)
  const absence = Math.max(lift.absence, maxAbsence * gapWeight)
  const widening =
    1 + gapWeight + 0.4 * Math.max(0, Math.log(gap / 60)) + 0.06 * Math.min(1, Math.max(0, (gap - 7) / 21))
  const misses = anchor
    ? { error: anchor.misses.reduce((sum, miss) => sum + miss, 0), errorWeight: anchor.misses.length }
    : lift
  const scale = Math.max(leastScale, meanMiss(misses, lifter) * Math.exp(lifter.width) * widening)
  const from = anchor?.level ?? lift.level
  const center = from + (anchor?.sessionsBack ?? 1) * growth(lift.sessions) - absence
  return {
    center,
    low: center + interval80.low * scale,
    high: center + interval80.high * scale,
    scale,
    absence,
    gapWeight,
    label: labelOf(lift.sessions, scale),
  }
}

/** The chance, 0–1, of at least `reps` at a load in kilograms; as in a level, more than 20 reps count as 20. */
export function chanceOf(expected: Forecast, load: number, reps: number): number {
  const counted = effectiveReps({ reps })
  return chanceOfLevel(expected, Math.log(load) + Math.log1p(counted / 30) - 0.5 / (30 + counted))
}

/** The chance, 0–1, of reaching at least a level. */
export function chanceOfLevel({ center, scale }: Forecast, level: number): number {
  return 1 - missProbability((level - center) / scale)
}

/** Reps that are left, as far as one knows, of sets that always end at the same number. */
const usualReserve = 2
const leastReserveScale = 0.03

/** The forecast of a lifter whose limit is unknown: two reps are left after this many. */
export function withReserve(expected: Forecast, reps: number): Forecast {
  const more = levelOf(1, reps + usualReserve) - levelOf(1, reps)
  return { ...expected, center: expected.center + more, scale: Math.max(expected.scale, leastReserveScale) }
}

/** The expected reps at a load; below 1 if it is too heavy for one. */
export function repsAt({ center }: Forecast, load: number): number {
  return 30 * (Math.exp(center - Math.log(load)) - 1)
}

/** How far a set's level lies above the forecast, as a difference of logarithms. */
export function excess({ center }: Forecast, load: number, reps: number): number {
  return levelOf(load, reps) - center
}

function labelOf(sessions: number, scale: number): ForecastLabel | undefined {
  if (sessions < 3) return undefined
  if (scale < 0.04) return 'high'
  return scale < 0.08 ? 'medium' : 'low'
}
