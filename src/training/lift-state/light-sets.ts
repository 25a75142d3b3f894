import type { SetCursor } from '../records/set-cursor.ts'
import { doubtOf, type ExpectedSet } from './doubt.ts'
import type { LiftState } from './state.ts'
import type { CollectedSet } from './workout-sets.ts'

/** The number of days after which people start again with light loads. */
const longBreak = 28

/**
 * Whether all sets of a session after a long break are light: a fresh start, not a typing error.
 */
export function isFreshStart(
  lift: LiftState,
  expected: ExpectedSet,
  sets: readonly CollectedSet[],
  day: number,
): boolean {
  return (
    day - lift.day > longBreak &&
    // The limit only matters in a lift's first sessions, in which no set is `load_low`.
    sets.every(({ set }) => doubtOf(lift, expected, set, () => 0)?.reason === 'load_low')
  )
}

/**
 * The minimum load of a ramp or back-off set, as a share of the next heavier load. A weight in kilograms that was
 * logged as pounds is below it.
 */
const minRampShare = 0.46

/**
 * Whether a set belongs to a rising ramp to a heavier set, or to the falling back-off sets after it.
 */
export function isRampSet(sets: readonly CollectedSet[], index: number): boolean {
  const loads = sets.map(({ set }) => set.load)
  const load = loads[index] ?? 0
  const isRising = (side: readonly number[]) =>
    side.some((other) => other > load) &&
    side.every((other, index) => other >= (side[index - 1] ?? load)) &&
    load >= minRampShare * (side.find((other) => other > load) ?? load)
  const hasNoHeavier = (side: readonly number[]) => side.every((other) => other <= load)
  const before = loads.slice(0, index).reverse()
  const after = loads.slice(index + 1)
  return (isRising(upTo(after)) && hasNoHeavier(before)) || (isRising(upTo(before)) && hasNoHeavier(after))
}

/** Loads up to the first heaviest one. */
function upTo(side: readonly number[]): readonly number[] {
  return side.slice(0, side.indexOf(Math.max(...side)) + 1)
}

/** Whether a workout was marked as light on purpose. */
export const isLightPhase = (phase: SetCursor['phase']): boolean => phase === 'deload' || phase === 'comeback'
