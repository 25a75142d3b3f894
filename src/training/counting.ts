import type { ExerciseFacts, SetWork } from './types.ts'

const isAtLeast = (figure: number | undefined, min: number) => figure !== undefined && figure >= min

/**
 * Whether a set counts at all: not a warm-up, and with reps ≥ 1, a duration or a distance. Figures ignore all other
 * sets; only the memory and progressions also learn from attempts without a rep.
 */
export function isWorkingSet(set: SetWork): boolean {
  if (set.type === 'warmup') return false
  return (
    isAtLeast(set.reps, 1) ||
    isAtLeast(set.durationSeconds, Number.MIN_VALUE) ||
    isAtLeast(set.distanceMillimeters, Number.MIN_VALUE)
  )
}

/** The exercise fact that decides how many sides a set counts for if it was logged without a side. */
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
 * Counts sets once for both sides, because each muscle gets only one side's sets: in each group, such as an exercise
 * of a workout, the larger of the left and right counts.
 */
export class SetCount {
  #ofBoth = 0
  #bySide: Map<string, { left: number; right: number }> | undefined

  /** Adds a set, counted as `weight` sets, to a group in which left and right sets belong together. */
  add(group: string, { side }: Pick<SetWork, 'side'>, weight = 1): void {
    if (side !== 'left' && side !== 'right') {
      this.#ofBoth += weight
      return
    }
    this.#bySide ??= new Map()
    const sides = this.#bySide.get(group) ?? { left: 0, right: 0 }
    this.#bySide.set(group, sides)
    sides[side] += weight
  }

  get total(): number {
    let total = this.#ofBoth
    for (const { left, right } of this.#bySide?.values() ?? []) total += Math.max(left, right)
    return total
  }
}
