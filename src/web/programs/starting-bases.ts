import { startPercentOf } from '#training/programs/index.ts'
import { weightUnits } from '#training/units.ts'
import { figure } from '../figures/ask.ts'
import { settings } from '../state/settings.ts'
import { gramsInUnit } from '../workout/figures.ts'
import type { KnownProgram } from './known.ts'

type Lift = NonNullable<KnownProgram['lifts']>[number]

/** A lift of a program, with its starting weight in this device's unit where one is known. */
export interface StartingLift extends Lift {
  readonly value: number | undefined
  /** Where the weight comes from. */
  readonly text: string
}

/** The suggested starting weight of a lift, in this device's unit: a percentage of its estimated one-rep max. */
export function startOf(lift: Lift): {
  readonly value: number | undefined
  readonly text: string
} {
  const { exerciseId, base } = lift
  const percent = startPercentOf(lift)
  const grams = figure('base', { exerciseId, percent })
  if (grams !== undefined) return { value: gramsInUnit(grams), text: `${percent}% of your estimated 1RM` }
  const text = base === 'training_max' ? `${percent}% of your one-rep max` : 'one weight for all sets'
  return { value: undefined, text }
}

/** A program's lifts with the weights that the user chose, or else the suggested ones. */
export const startingLifts = (
  { lifts = [] }: Pick<KnownProgram, 'lifts'>,
  chosen: ReadonlyMap<string, number>,
): StartingLift[] =>
  lifts.map((lift) => {
    const { value, text } = startOf(lift)
    return { ...lift, text, value: chosen.get(lift.key) ?? value }
  })

/** The starting weights of a program's lifts, in grams, by their keys; `chosen` is in this device's unit. */
export function startingGrams(
  lifts: readonly Lift[],
  chosen: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const { canonical } = weightUnits[settings.value.unit]
  return new Map(
    lifts.flatMap((lift) => {
      const value = chosen.get(lift.key) ?? startOf(lift).value
      return value === undefined ? [] : [[lift.key, value * canonical] as const]
    }),
  )
}
