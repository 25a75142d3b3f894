import type { Lift } from './lift.ts'
import type { Session } from './types.ts'

/** A step of more than this share of the load is a jump: more reps are built up before it. */
const jumpShare = 0.12
/** More reps than this train endurance. */
const maxReps = 20

/**
 * The reps in each set at which a large step up fits, at most 20: at 5 kg with 7.5 kg next, 12 reps aren’t enough.
 * Undefined if the step is small.
 *
 * @param low the fewest reps that are due at the heavier weight
 */
export function repsBeforeJump(
  { bodyGrams }: Session,
  from: number,
  to: number,
  low: number,
): number | undefined {
  const body = bodyGrams ?? 0
  const load = from + body
  if (load <= 0 || to - from <= jumpShare * load) return undefined
  const need = Math.ceil(30 * (((to + body) / load) * (1 + low / 30) - 1) - 0.5)
  return Math.min(maxReps, need)
}

/** Explains why reps go up before the weight. */
export function jumpReason(lift: Lift, was: string, from: number, to: number, until: number, next: string) {
  const percent = from > 0 ? `${Math.round(((to - from) / from) * 100)}% more` : 'a large step'
  return `You did ${was}, but ${lift.sayWeight(to)} is ${percent}, so build up to ${until} reps a set first: ${next}.`
}
