import { effectiveReps, levelOf } from './level.ts'
import { interval80, missProbability } from './miss-distribution.ts'
import type { LifterState, LiftState } from './state.ts'

/** The certainty of a forecast. There is no label before the third session. */
export type ForecastLabel = 'high' | 'medium' | 'low'

/** The expected level of a lift on a day. Levels are ln of a one-rep max in kilograms. */
export interface Forecast {
  readonly center: number
  readonly low: number
  readonly high: number
  /** The typical miss, by which the interval and chances are scaled. */
  readonly scale: number
  /** The part of the level lost to absence by then. */
  readonly absence: number
  /** The weight, 0–1, with which a session after a long gap overrides the old level. */
  readonly gapWeight: number
  readonly label: ForecastLabel | undefined
}

/** The number of days up to which a gap costs no strength. */
const freeGapDays = 28
/**
 * The minimum scale, however consistent the log, because one rep more or less is already 2 to 3%. Without this
 * minimum, only 73% of the affected sessions were in their 80% interval, and with it 80% (logs of 22 lifters; 79.5% of
 * 22 others).
 */
const minScale = 0.02
/** The largest loss of level to absence, as a difference of logarithms. */
const maxAbsence = 0.13

/** The expected growth per session, falling from 1.3% to 0.1%. */
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

/** The share of strength that is left after a gap, 0–1. */
export const strengthAfter = (gapDays: number): number => Math.exp(-maxAbsence * weightOfGap(gapDays))

/** The session of the same kind to forecast from instead of a lift's level. */
interface Anchor {
  readonly level: number
  /** How many sessions ago it was. */
  readonly sessionsBack: number
  /** How far earlier forecasts of such sessions missed. */
  readonly misses: readonly number[]
}

/** The part of a forecast that doesn't depend on earlier misses. */
export interface ExpectedLevel extends Pick<Forecast, 'center' | 'absence' | 'gapWeight'> {
  /** How much wider than usual the scale is, because of the days since the last session. */
  readonly widening: number
}

/** The expected level of a lift on a day. */
export function expectedLevel(lift: LiftState, day: number, anchor?: Anchor): ExpectedLevel {
  const gap = lift.sessions === 0 ? 0 : Math.max(0, day - lift.day)
  const gapWeight = weightOfGap(gap)
  const absence = Math.max(lift.absence, maxAbsence * gapWeight)
  const widening =
    1 + gapWeight + 0.4 * Math.max(0, Math.log(gap / 60)) + 0.06 * Math.min(1, Math.max(0, (gap - 7) / 21))
  const startingLevel = anchor?.level ?? lift.level
  const center = startingLevel + (anchor?.sessionsBack ?? 1) * growth(lift.sessions) - absence
  return { center, absence, gapWeight, widening }
}

/** The scale of a forecast with this typical miss. */
export function scaleOf(mean: number, lifter: LifterState, widening: number): number {
  return Math.max(minScale, mean * Math.exp(lifter.width) * widening)
}

/** The expected level of a lift on a day, and how far it may miss. */
export function forecast(lift: LiftState, lifter: LifterState, day: number, anchor?: Anchor): Forecast {
  const { center, absence, gapWeight, widening } = expectedLevel(lift, day, anchor)
  const misses = anchor
    ? { error: anchor.misses.reduce((sum, miss) => sum + miss, 0), errorWeight: anchor.misses.length }
    : lift
  const scale = scaleOf(meanMiss(misses, lifter), lifter, widening)
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

/** The chance, 0–1, of at least `reps` at a load in kilograms. As in a level, more than 20 reps count as 20. */
export function chanceOf(expected: Forecast, load: number, reps: number): number {
  const counted = effectiveReps({ reps })
  return chanceOfLevel(expected, Math.log(load) + Math.log1p(counted / 30) - 0.5 / (30 + counted))
}

/** The chance, 0–1, of reaching at least a level. */
export function chanceOfLevel({ center, scale }: Forecast, level: number): number {
  return 1 - missProbability((level - center) / scale)
}

/**
 * The chance of a set, corrected for the rule that prescribed it. After a break or with a held weight, some lifters
 * would fail but go lighter instead. The level counts those as failures, although nobody failed the prescribed weight.
 * In the public logs of the README, sets with the prescribed weight succeeded more often than predicted after both:
 * most of all in comebacks. In a few of the logs, holds did only as predicted, so they are corrected less.
 */
export function chanceByRule(chance: number, rule: string): number {
  const failureShare = rule.endsWith('comeback') ? 0.5 : rule === 'hold' || rule === 'return' ? 0.75 : 1
  const corrected = (level: number) => 1 - failureShare * (1 - level)
  // Only a weight that can't be lowered has less chance, and then nobody goes lighter instead.
  return chance >= minCorrected ? corrected(chance) : (chance / minCorrected) * corrected(minCorrected)
}

/** About the minimum chance with which the rules prescribe. */
const minCorrected = 0.4

/** The reps in reserve to assume if the lifter's limit is unknown, because all sets end at the same number of reps. */
export const usualReserve = 2
const minReserveScale = 0.03

/** The forecast for a lifter whose limit is unknown, assuming that `reserve` more reps were possible. */
export function withReserve(expected: Forecast, reps: number, reserve: number = usualReserve): Forecast {
  const gain = levelOf(1, reps + reserve) - levelOf(1, reps)
  return { ...expected, center: expected.center + gain, scale: Math.max(expected.scale, minReserveScale) }
}

/** The expected reps at a load. Below 1 if it is too heavy for one rep. */
export function repsAt({ center }: Forecast, load: number): number {
  return 30 * (Math.exp(center - Math.log(load)) - 1)
}

/** The difference between a set's level and the forecast, as a difference of logarithms. */
export function excessOverForecast({ center }: Pick<Forecast, 'center'>, load: number, reps: number): number {
  return levelOf(load, reps) - center
}

function labelOf(sessions: number, scale: number): ForecastLabel | undefined {
  if (sessions < 3) return undefined
  if (scale < 0.04) return 'high'
  return scale < 0.08 ? 'medium' : 'low'
}
