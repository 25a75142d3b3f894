import type { Lift } from './lift.ts'
import type { Session } from './types.ts'

/** The share of the load above which a step is a jump: more reps are built up before it. */
const jumpShare = 0.12
/** Whether a weight is a jump from another one. */
export function isJump(
  { bodyGrams }: Pick<Session, 'bodyGrams'>,
  weight: number,
  nextWeight: number,
): boolean {
  const load = weight + (bodyGrams ?? 0)
  return load > 0 && nextWeight - weight > jumpShare * load
}

/** More reps than this train endurance. */
const maxReps = 20

/**
 * The reps that each set must reach before a large step up, at most 20: from 5 kg to 7.5 kg, 12 reps aren't enough.
 * Undefined if the step is small.
 *
 * @param minReps the minimum reps at the heavier weight
 */
export function repsBeforeJump(
  session: Session,
  weight: number,
  nextWeight: number,
  minReps: number,
): number | undefined {
  if (!isJump(session, weight, nextWeight)) return undefined
  const body = session.bodyGrams ?? 0
  const neededReps = Math.ceil(30 * (((nextWeight + body) / (weight + body)) * (1 + minReps / 30) - 1) - 0.5)
  return Math.min(maxReps, neededReps)
}

/** Explains why reps go up before the weight. */
export function jumpReason(
  lift: Lift,
  didText: string,
  weight: number,
  nextWeight: number,
  targetReps: number,
  todoText: string,
) {
  const percent = weight > 0 ? `${Math.round(((nextWeight - weight) / weight) * 100)}% more` : 'a large step'
  return `You did ${didText}, but ${lift.weightText(nextWeight)} is ${percent}, so build up to ${targetReps} reps a set first: ${todoText}.`
}
