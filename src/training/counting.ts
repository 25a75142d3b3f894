import type { ExerciseFacts, SetWork } from './types.ts'

/** Whether a value is above zero; a missing one isn't. */
const done = (figure: number | undefined, least: number) => figure !== undefined && figure >= least

/**
 * Whether a set counts at all: not a warm-up, and with reps ≥ 1, a duration or a distance. Every function of
 * this folder ignores the others.
 */
export function counts(set: SetWork): boolean {
  if (set.type === 'warmup') return false
  return (
    done(set.reps, 1) ||
    done(set.durationSeconds, Number.MIN_VALUE) ||
    done(set.distanceMillimeters, Number.MIN_VALUE)
  )
}

/** The part of the facts that says who did a set that names no side. */
type SidedFacts = Pick<ExerciseFacts, 'unilateral'>

/**
 * How many sides did a set: 2 for `both`, and for a set without a side of a lift that is done one side at a
 * time, since people log one line for both. Reps and volume count each side.
 */
export const sidesDone = ({ side }: Pick<SetWork, 'side'>, { unilateral }: SidedFacts): 1 | 2 =>
  side === 'both' || (side === undefined && unilateral) ? 2 : 1

/** Reps of a set over the sides that did it; 0 for a set without reps. */
export const repsDone = (set: Pick<SetWork, 'side' | 'reps'>, facts: SidedFacts): number =>
  (set.reps ?? 0) * sidesDone(set, facts)

/**
 * Counts the sets of an exercise once for both sides, as a muscle gets them: of those of the left and those of
 * the right in one workout, the larger number.
 */
export class SetCount {
  #ofBoth = 0
  #bySide: Map<string, { left: number; right: number }> | undefined

  /** Adds a set of a workout, which counts as `weight` sets. */
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
