import type { ExerciseFacts, SetWork } from './types.ts'

const isAtLeast = (figure: number | undefined, least: number) => figure !== undefined && figure >= least

/**
 * Whether a set counts at all: not a warm-up, and with reps ≥ 1, a duration or a distance. Every figure in
 * this folder ignores all other sets.
 */
export function counts(set: SetWork): boolean {
  if (set.type === 'warmup') return false
  return (
    isAtLeast(set.reps, 1) ||
    isAtLeast(set.durationSeconds, Number.MIN_VALUE) ||
    isAtLeast(set.distanceMillimeters, Number.MIN_VALUE)
  )
}

/** The exercise fact that decides which sides did a set logged without a side. */
type SidedFacts = Pick<ExerciseFacts, 'unilateral'>

/**
 * The number of sides that did a set: 2 for `both`, and also for a set of a one-sided lift logged without a
 * side, since people log one line for both. Reps and volume count each side.
 */
export const sidesDone = ({ side }: Pick<SetWork, 'side'>, { unilateral }: SidedFacts): 1 | 2 =>
  side === 'both' || (side === undefined && unilateral) ? 2 : 1

/** Reps of a set, summed over the sides that did it; 0 for a set without reps. */
export const repsDone = (set: Pick<SetWork, 'side' | 'reps'>, facts: SidedFacts): number =>
  (set.reps ?? 0) * sidesDone(set, facts)

/**
 * Counts the sets of an exercise once for both sides, because each muscle gets one side's sets: the larger of
 * the left and right counts in a workout.
 */
export class SetCount {
  #ofBoth = 0
  #bySide: Map<string, { left: number; right: number }> | undefined

  /** Adds one set of a workout, counted as `weight` sets. */
  add(workoutId: string, { side }: Pick<SetWork, 'side'>, weight = 1): void {
    if (side !== 'left' && side !== 'right') {
      this.#ofBoth += weight
      return
    }
    this.#bySide ??= new Map()
    const sides = this.#bySide.get(workoutId) ?? { left: 0, right: 0 }
    this.#bySide.set(workoutId, sides)
    sides[side] += weight
  }

  get total(): number {
    let total = this.#ofBoth
    for (const { left, right } of this.#bySide?.values() ?? []) total += Math.max(left, right)
    return total
  }
}
