import type { DayNumber } from '../days.ts'
import { chanceOf, forecast, type Remembered } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { liftOf } from '../progression/lift.ts'
import { chanceSentence } from '../progression/memory-text.ts'
import type { ExerciseFacts } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import type { PlannedRunSet } from './plan-step.ts'

/** What is known of a lift, to judge weights that a program prescribes. */
export interface KnownLift {
  readonly remembered: Remembered
  /** The bodyweight that the lift moves, in grams. */
  readonly bodyGrams: number
}

/** How likely a slot's heaviest set is to be made, and the sentence that says so. */
export interface SlotChance {
  readonly chance: number
  readonly said: string
}

/**
 * The chance of making the heaviest working set, the first of those at its weight, with the fewest reps that it
 * asks for. Undefined if no set has both, or if the lift is not measured by load.
 */
export function slotChance(
  sets: readonly PlannedRunSet[],
  { remembered, bodyGrams }: KnownLift,
  {
    day,
    facts,
    unit,
    loading,
  }: {
    readonly day: DayNumber
    readonly facts: ExerciseFacts
    readonly unit: WeightUnit
    readonly loading: Loading
  },
): SlotChance | undefined {
  if (remembered.measure !== 'load') return undefined
  const working = sets.flatMap(({ type, weightGrams, reps }) =>
    type === 'warmup' || weightGrams === undefined || !reps ? [] : { weightGrams, reps },
  )
  const [first] = working
  if (!first) return undefined
  const heaviest = working.reduce((most, set) => (set.weightGrams > most.weightGrams ? set : most))
  const load = Math.max(1, heaviest.weightGrams + bodyGrams) / 1000
  const expected = forecast(remembered.lift, remembered.lifter, day)
  const chance = chanceOf(expected, load, heaviest.reps.min)
  const which = heaviest === first ? 'first' : 'heaviest'
  const lift = liftOf({ facts, unit, loading })
  return { chance, said: chanceSentence({ chance, forecast: expected }, lift, which) }
}
