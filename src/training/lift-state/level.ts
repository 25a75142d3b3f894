import type { LiftSet } from './state.ts'

/** The number of reps above which a set measures endurance more than strength. */
const maxReps = 20
/** The number of reps in reserve above which they are guesses. */
const maxReserve = 4

/** The reps that a set would have had at failure: at most 20. */
export function effectiveReps({ reps, rir = 0 }: Pick<LiftSet, 'reps' | 'rir'>): number {
  return Math.min(maxReps, reps + Math.min(maxReserve, rir))
}

/** ln of the one-rep max, by Epley, of `reps` at a load in kilograms; a single is its own one-rep max. */
export function levelOf(load: number, reps: number): number {
  return Math.log(load) + (reps === 1 ? 0 : Math.log1p(reps / 30))
}

/** The level that a set demonstrates. */
function setLevel(set: LiftSet): number {
  return levelOf(set.load, effectiveReps(set))
}

/** The level that a session demonstrates: that of its best set; -Infinity if no set had a rep. */
export function sessionLevel(sets: readonly LiftSet[]): number {
  let best = Number.NEGATIVE_INFINITY
  for (const set of sets) if (set.reps > 0) best = Math.max(best, setLevel(set))
  return best
}

/** A failed attempt shows a level this far below that of a single at its load. Chosen, not fitted. */
const failedMargin = 0.03

/** The highest level still possible after a session of failed attempts. */
export function failedLevel(sets: readonly LiftSet[]): number {
  return Math.log(Math.min(...sets.map(({ load }) => load))) - failedMargin
}
