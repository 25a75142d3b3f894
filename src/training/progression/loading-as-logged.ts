import { type RememberedLift, stepOf } from '../lift-state/index.ts'
import { loadsForOwnStep } from '../lift-state/prescribe-context.ts'
import { bodyweightShareOf } from '../load.ts'
import type { Loading } from '../plates/loading.ts'
import { sameLoadGrams } from '../plates/rack.ts'
import type { ExerciseFacts } from '../types.ts'
import { type WeightUnit, weightUnits } from '../units.ts'
import { memoryLoads } from './memory-loads.ts'
import type { ProgressionInput } from './types.ts'

/**
 * The step between weights that the log shows, in kilograms. If few weights are logged, a step larger than the usual
 * one may be chance, but a single dumbbell that the usual steps can't reach proves another step: one of 14 kg implies
 * steps of 2 kg. Undefined if the step is the usual one.
 */
export function stepAsLogged(
  loads: readonly number[],
  usual: number,
  { facts, unit, loading }: Pick<ProgressionInput, 'facts' | 'unit' | 'loading'>,
): number | undefined {
  const kilogramsOfUnit = weightUnits[unit].canonical / 1000
  const step = stepOf({ loadsSeen: loads }, kilogramsOfUnit)
  if (step !== undefined && (step <= usual || loads.length >= loadsForOwnStep)) return step
  if (facts.equipment !== 'dumbbell' || loads.every((load) => loading.has(load * 1000))) return undefined
  return stepOf({ loadsSeen: loads }, kilogramsOfUnit, { minLoads: 1, maxStep: usual })
}

/**
 * The available weights, inferred from the log: someone who logged dumbbells of 10, 12, 14, 16, 18 and 20 kg has no
 * 12.5 kg pair. Unchanged if the user listed the available weights.
 *
 * @param usualGrams the usual step of the lift
 */
export function loadingAsLogged(
  loading: Loading,
  { lift }: RememberedLift,
  { facts, unit }: { readonly facts: ExerciseFacts; readonly unit: WeightUnit },
  usualGrams: number,
): Loading {
  if (loading.exact) return loading
  const movesBody = bodyweightShareOf(facts) > 0
  const logged = movesBody
    ? [...new Set(lift.recent.flatMap(({ sets }) => sets.flatMap(({ added }) => added ?? [])))]
    : lift.loadsSeen
  const step = stepAsLogged(logged, usualGrams / 1000, { facts, unit, loading })
  if (step === undefined) return loading
  const stepGrams = step * 1000
  const loggedGrams = logged.map((load) => load * 1000)
  const loads = memoryLoads(loading, 0, loggedGrams, stepGrams)
  const atMost = (grams: number) => loads.atMost(grams / 1000) * 1000
  const inGrams = (load: number | undefined) => (load === undefined ? undefined : load * 1000)
  const above = (grams: number) => inGrams(loads.above(grams / 1000))
  return {
    exact: false,
    atMost,
    above,
    below: (grams) => inGrams(loads.below(grams / 1000)),
    nearest(grams) {
      const below = atMost(grams)
      const next = above(below)
      return next !== undefined && next - grams <= grams - below + sameLoadGrams ? next : below
    },
    has: (grams) => Math.abs(atMost(grams) - grams) <= sameLoadGrams,
    platesFor: loading.platesFor,
  }
}
