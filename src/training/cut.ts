import type { Schemas } from '#generated/types.ts'
import type { DayNumber } from './days.ts'
import { type DayValue, isSufficient, progressTrend } from './progress-status.ts'

/** What someone wants their bodyweight to do. */
export type BodyweightGoal = Schemas['BodyweightGoal']

/** A period in which someone loses bodyweight, or wants to. */
export interface Cut {
  /** The change in bodyweight over 28 days, negative while it falls. Undefined with too few measurements. */
  readonly percentPerFourWeeks: number | undefined
}

/** The number of past days in which bodyweight and strength are compared. */
export const cutDays = 56
/**
 * A steady fall: at least this percentage in four weeks, and this share of pairs in which the later weight is lower.
 */
const minFallPercent = 1
const minShareOfFalls = 0.7
/** The loss of strength that a cut explains, in percent over four weeks: per kilogram of bodyweight, and in total. */
const maxLoss = { relative: 1.5, absolute: 2.5 } as const

/**
 * The cut that someone is in on a day: because their goal is to lose weight or, without a goal, because their
 * bodyweight has fallen steadily. Undefined if they are in none.
 */
export function cutOn(
  asOf: DayNumber,
  weights: readonly DayValue[],
  goal: BodyweightGoal | undefined,
): Cut | undefined {
  if (goal === 'gain' || goal === 'maintain') return undefined
  const recent = weights.filter(({ day }) => day > asOf - cutDays && day <= asOf)
  const trend = isSufficient(recent) ? progressTrend(recent, asOf) : undefined
  const percentPerFourWeeks = trend?.percentPerFourWeeks
  const isFalling = percentPerFourWeeks !== undefined && percentPerFourWeeks <= -minFallPercent
  if (goal === 'lose') return { percentPerFourWeeks }
  return isFalling && shareOfFalls(recent) >= minShareOfFalls ? { percentPerFourWeeks } : undefined
}

/** The share of pairs in which the later weight is the lower one. */
function shareOfFalls(weights: readonly DayValue[]): number {
  let pairs = 0
  let falls = 0
  weights.forEach(({ value: earlier }, index) => {
    for (const { value: later } of weights.slice(index + 1)) {
      pairs++
      if (later < earlier) falls++
    }
  })
  return pairs === 0 ? 0 : falls / pairs
}

/** Whether a figure's trend is acceptable in a cut. */
export interface CutJudgment {
  /** Whether the figure rose, stayed the same, or fell no more than a cut explains. */
  readonly holds: boolean
  /** The change in bodyweight over 28 days. */
  readonly bodyweightPercent?: number
  /** The change in the figure per kilogram of bodyweight over 28 days; only for figures in kilograms. */
  readonly relativePercent?: number
  readonly text: string
}

/**
 * Judges a trend in a cut by strength per kilogram of bodyweight, if that is known. A small loss of it is usual.
 *
 * @param percent the change in the figure over 28 days
 * @param isLoad whether the figure is in kilograms: then a lighter body explains a smaller figure
 */
export function judgeInCut(percent: number, { percentPerFourWeeks }: Cut, isLoad: boolean): CutJudgment {
  if (!isLoad || percentPerFourWeeks === undefined) {
    const holds = percent >= -maxLoss.absolute
    const change = changeText(percent)
    const text = holds
      ? `You are losing weight and ${change}: you are holding.`
      : `You are losing weight, but ${change}: that is more than a cut explains.`
    return {
      holds,
      ...(percentPerFourWeeks !== undefined && { bodyweightPercent: percentPerFourWeeks }),
      text,
    }
  }
  const relativePercent = ((1 + percent / 100) / (1 + percentPerFourWeeks / 100) - 1) * 100
  const holds = relativePercent >= -maxLoss.relative
  const changes = `In four weeks your bodyweight ${rateText(percentPerFourWeeks)} and ${changeText(percent)}`
  const verdict = !holds
    ? 'that is more than a cut explains'
    : relativePercent >= minChange
      ? 'relative to your bodyweight you got stronger'
      : relativePercent > -minChange
        ? 'relative to your bodyweight you are holding'
        : 'relative to your bodyweight that is a small loss, as is usual in a cut'
  return { holds, bodyweightPercent: percentPerFourWeeks, relativePercent, text: `${changes}: ${verdict}.` }
}

/** A smaller change than this, in percent over four weeks, counts as none. */
const minChange = 0.5

function rateText(percent: number): string {
  if (Math.abs(percent) < minChange) return 'hardly changed'
  return `${percent < 0 ? 'fell' : 'rose'} by ${Math.abs(percent).toFixed(1)}%`
}

function changeText(percent: number): string {
  if (Math.abs(percent) < minChange) return 'this lift hardly changed'
  return `this lift ${rateText(percent)}`
}
