import { usualReserve } from '../lift-state/forecast.ts'
import { percentOfMax } from '../rpe-chart.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { type Decide, doneText, type PlannedSet, toDoText } from './decision.ts'
import type { ApreScheme } from './schemes.ts'

/** The rep maximum that a protocol is based on. */
export type RepMax = NonNullable<ApreScheme['repMax']>

/** The change of the weight after a set to failure, in pounds, as published. */
interface Adjustment {
  /** The maximum reps of the set to failure for this change. */
  readonly upTo: number
  readonly min: number
  readonly max: number
}

/**
 * APRE (Mann et al. 2010, J Strength Cond Res 24(7)): reps and percentages of the first two sets, and the
 * adjustment table.
 */
export const apreProtocols = {
  3: {
    first: { reps: 6, percent: 50 },
    second: { reps: 3, percent: 75 },
    adjustments: [
      { upTo: 2, min: -10, max: -5 },
      { upTo: 4, min: 0, max: 0 },
      { upTo: 6, min: 5, max: 10 },
      { upTo: Number.POSITIVE_INFINITY, min: 10, max: 15 },
    ],
  },
  6: {
    first: { reps: 10, percent: 50 },
    second: { reps: 6, percent: 75 },
    adjustments: [
      { upTo: 2, min: -10, max: -5 },
      { upTo: 4, min: -5, max: 0 },
      { upTo: 7, min: 0, max: 0 },
      { upTo: 12, min: 5, max: 10 },
      { upTo: Number.POSITIVE_INFINITY, min: 10, max: 15 },
    ],
  },
  10: {
    first: { reps: 12, percent: 50 },
    second: { reps: 10, percent: 75 },
    adjustments: [
      { upTo: 6, min: -10, max: -5 },
      { upTo: 8, min: -5, max: 0 },
      { upTo: 11, min: 0, max: 0 },
      { upTo: 16, min: 5, max: 10 },
      { upTo: Number.POSITIVE_INFINITY, min: 10, max: 15 },
    ],
  },
} as const satisfies Record<RepMax, { first: object; second: object; adjustments: readonly Adjustment[] }>

/** The table is in pounds; in kilograms its steps become 2.5, 5 and 7.5, as coaches load them. */
const stepOf = { kg: 0.5, lb: 1 } as const satisfies Record<WeightUnit, number>

/** The range by which the weight changes after a set of this many reps to failure, in grams. */
export function apreAdjustment(
  repMax: RepMax,
  reps: number,
  unit: WeightUnit,
): { readonly min: number; readonly max: number } {
  const adjustments: readonly Adjustment[] = apreProtocols[repMax].adjustments
  const adjustment = adjustments.find(({ upTo }) => reps <= upTo)
  // Adding 0 turns -0 into 0.
  const grams = (pounds: number) => Math.round(pounds * stepOf[unit] * weightUnits[unit].canonical) + 0
  return { min: grams(adjustment?.min ?? 0), max: grams(adjustment?.max ?? 0) }
}

/**
 * APRE: two lighter sets, a third to failure that adjusts the fourth, and a fourth to failure that adjusts the
 * next workout. Where the table gives a range, the lighter end is used. Before the first workout under the
 * scheme, it starts at the rep maximum that the chart gives for the last one-rep max.
 */
export const decideApre: Decide<ApreScheme> = ({ scheme, before, since, lift }) => {
  const repMax = scheme.repMax ?? 6
  const { first, second } = apreProtocols[repMax]
  const last = since.at(-1) ?? before.at(-1)
  if (!last) return { undecided: 'No workout with this exercise yet.' }
  const final = since.at(-1)?.sets.findLast(({ weight }) => weight !== undefined)
  const oneRepMax = lift.oneRepMax(last)
  const start =
    oneRepMax === undefined
      ? undefined
      : lift.forLoad((oneRepMax * (percentOfMax(repMax, 10) ?? 0)) / 100, last)
  let weight = start
  let change = 0
  if (final?.weight !== undefined) {
    change = apreAdjustment(repMax, final.reps, lift.unit).min
    if (change > 0) weight = lift.raised(final.weight, change) ?? lift.loadable(final.weight)
    else weight = change === 0 ? lift.loadable(final.weight) : lift.atMost(final.weight + change)
  }
  if (weight === undefined)
    return { undecided: `Your ${repMax}-rep max isn’t known: no logged set gives a one-rep max estimate.` }
  const lightSet = ({ reps, percent }: { reps: number; percent: number }): PlannedSet => ({
    weight: lift.lowered(weight, 100 - percent, last),
    reps: { min: reps, max: reps },
    type: 'warmup',
  })
  const failureSet = (note: string): PlannedSet => ({
    weight,
    reps: { min: repMax, max: repMax },
    openEnded: true,
    rpe: 10,
    type: 'failure',
    note,
  })
  const sets = [
    lightSet(first),
    lightSet(second),
    failureSet('As many reps as you can.'),
    failureSet('As many reps as you can, with the weight adjusted by your third set.'),
  ]
  const next = toDoText(lift, sets.slice(2, 3))
  if (!final) {
    const reason = `Start from your estimated ${repMax}-rep max: ${next} in the third set.`
    // Sets that all end at the same reps don't show how many are possible.
    const isEven = last.atWeight.every(({ reps }) => reps === last.atWeight[0]?.reps)
    return {
      rule: 'apre.start',
      sets,
      reasons: [reason],
      sessions: [last],
      reserve: isEven ? usualReserve : 0,
    }
  }
  const rule = change > 0 ? 'apre.raised' : change < 0 ? 'apre.lowered' : 'apre.kept'
  const reason = `Your last set was ${doneText(lift, [final])}, so APRE${repMax} ${change > 0 ? 'raises' : change < 0 ? 'lowers' : 'keeps'} the weight: ${next} in the third set.`
  return { rule, sets, reasons: [reason], sessions: [last] }
}
