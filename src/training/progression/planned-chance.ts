import { expectedSince, usualLevel } from '../lift-state/breaks.ts'
import { chanceByRule, usualReserve } from '../lift-state/forecast.ts'
import {
  chanceOf,
  expectedOf,
  type Forecast,
  followsOnlySuccesses,
  type RememberedLift,
  withReserve,
} from '../lift-state/index.ts'
import type { SetType } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import type { PlannedSet } from './decision.ts'
import { chanceSentence } from './memory-text.ts'

/** The chance of making the heaviest planned set, with the sentence that explains it. */
export interface PlannedChance {
  readonly chance: number
  readonly sentence: string
  readonly forecast: Forecast
}

/**
 * The chance of making the minimum reps of the heaviest planned set, or of the first one if several are equally heavy.
 * Sessions that the plan made light don't lower it, and neither does one bad day. Undefined if no set has both weight
 * and reps.
 */
export function plannedChance(
  sets: readonly (Pick<PlannedSet, 'weight' | 'reps'> & { readonly type?: SetType | undefined })[],
  { lift: state, lifter }: RememberedLift,
  {
    unit,
    day,
    bodyGrams,
    reserve = 0,
    rule = '',
  }: {
    readonly unit: WeightUnit
    readonly day: number
    /** The bodyweight that the lift moves. */
    readonly bodyGrams: number
    /** The reps that the plan has left in reserve so far; ignored if effort is logged. */
    readonly reserve?: number | undefined
    /** The rule that planned the sets, if one did. */
    readonly rule?: string
  },
): PlannedChance | undefined {
  const working = sets.flatMap(({ type, weight, reps }) =>
    type === 'warmup' || weight === undefined || !reps ? [] : { weight, reps: reps.min },
  )
  const [first] = working
  if (!first) return undefined
  const heaviest = working.reduce((best, set) => (set.weight > best.weight ? set : best))
  const load = Math.max(1, heaviest.weight + bodyGrams) / 1000
  const forecast = expectedSince({ level: usualLevel(state.recent) }, expectedOf(state, lifter, day))
  const logsEffort = state.recent.at(-1)?.sets.some(({ rir }) => rir !== undefined)
  const assumedReserve = Math.max(
    logsEffort ? 0 : reserve,
    followsOnlySuccesses(state, load) ? usualReserve : 0,
  )
  const chance = chanceByRule(
    chanceOf(
      assumedReserve ? withReserve(forecast, heaviest.reps, assumedReserve) : forecast,
      load,
      heaviest.reps,
    ),
    rule,
  )
  const figures = { chance, forecast, reserve: assumedReserve }
  return { ...figures, sentence: chanceSentence(figures, unit, heaviest === first ? 'first' : 'heaviest') }
}
