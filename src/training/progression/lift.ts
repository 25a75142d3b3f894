import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy } from '../e1rm.ts'
import { bodyweightShareOf } from '../load.ts'
import type { Loading } from '../plates/loading.ts'
import { sameLoadGrams } from '../plates/rack.ts'
import type { ExerciseFacts } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import { defaultIncrement } from './increments.ts'
import { setsText, type TextSet, weightText } from './text.ts'
import type { ProgressionInput, Session } from './types.ts'

/**
 * The weights of one exercise for one person. A weight here is what moves besides the body, in grams: below 0
 * for assistance. The load includes the body's share, and strength is judged by it. Every weight returned can
 * be loaded.
 */
export interface Lift {
  readonly facts: ExerciseFacts
  readonly unit: WeightUnit
  /** The increment of a scheme, or the default. */
  increment(chosen: number | undefined): number
  /** The same weight, unless the user's plates can't make it; then the next lighter one. */
  loadable(weight: number): number
  /**
   * Heavier by the increment, or by the smallest possible step; undefined if nothing heavier can be loaded.
   */
  raised(weight: number, increment: number): number | undefined
  /** The largest loadable weight up to this one. */
  atMost(weight: number): number
  /**
   * Lighter by a share of the load, or of the added weight if the body's share isn't known, rounded to the nearest
   * loadable weight. Unchanged if nothing lighter can be loaded, or if neither the body's share nor an added weight is
   * known.
   */
  lowered(weight: number, percent: number, session: Session): number
  /** The difference of the loads at two weights, in whole percent of the first. */
  percentLess(weight: number, lighter: number, session: Pick<Session, 'bodyGrams'>): number
  /**
   * The weight that, with the body's share as it was in a session, comes nearest to a load; undefined if the
   * share isn't known.
   */
  forLoad(load: number, session: Pick<Session, 'bodyGrams'>): number | undefined
  /** The best estimated one-rep max of a session, as a load in grams. */
  oneRepMax(session: Session): number | undefined
  setsText(sets: readonly TextSet[]): string
  weightText(weight: number): string
}

/** The weights of an exercise for a person. */
export function liftOf({
  facts,
  unit,
  loading,
  formula = defaultFormula,
}: Pick<ProgressionInput, 'facts' | 'unit' | 'loading' | 'formula'>): Lift {
  const movesBody = bodyweightShareOf(facts) > 0
  const loadable = (weight: number) => loadableWeight(weight, loading)
  return {
    facts,
    unit,
    increment: (chosen) => (chosen !== undefined && chosen > 0 ? chosen : defaultIncrement(facts, unit)),
    loadable,
    raised(weight, increment) {
      const target = loading.atMost(weight + increment)
      return target > weight + 1 ? target : loading.above(weight)
    },
    atMost: loading.atMost,
    lowered(weight, percent, { bodyGrams }) {
      const body = movesBody ? bodyGrams : 0
      if (body === undefined && weight <= 0) return loadable(weight)
      const load = (body ?? 0) + weight
      const target = load * (1 - percent / 100) - (body ?? 0)
      const lower = loading.nearest(target)
      if (lower < weight - sameLoadGrams) return lower
      const lowest = loading.atMost(target)
      return lowest < weight ? lowest : loadable(weight)
    },
    percentLess(weight, lighter, { bodyGrams }) {
      const load = weight + (movesBody ? (bodyGrams ?? 0) : 0)
      return load > 0 ? Math.max(0, Math.round(((weight - lighter) / load) * 100)) : 0
    },
    forLoad(load, { bodyGrams }) {
      const body = movesBody ? bodyGrams : 0
      return body === undefined ? undefined : loading.nearest(load - body)
    },
    oneRepMax: (session) => bestOneRepMax(session, formula),
    setsText: (sets) => setsText(sets, facts, unit),
    weightText: (weight) => weightText(weight, facts, unit),
  }
}

const loadableWeight = (weight: number, loading: Loading) =>
  loading.exact && !loading.has(weight) ? loading.atMost(weight) : weight

function bestOneRepMax({ sets, bodyGrams }: Session, formula: FormulaId): number | undefined {
  let best: number | undefined
  for (const set of sets) {
    const n = effectiveReps(set)
    if (n === undefined || set.weight === undefined || bodyGrams === undefined) continue
    const load = bodyGrams + set.weight
    const estimate = load > 0 ? oneRepMaxBy(formula, load, n) : undefined
    if (estimate !== undefined && estimate > (best ?? 0)) best = estimate
  }
  return best
}
