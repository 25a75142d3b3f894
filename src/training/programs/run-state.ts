import type { Schemas } from '#generated/types.ts'
import type { CurrentBase, RunState } from './program-run.ts'
import { weightOf } from './step-workout.ts'
import { causeText } from './words.ts'

/** The state of a run in the shape of the contract. */
export function presentRunState(state: RunState, unit: Schemas['WeightUnit']): Schemas['RunState'] {
  const { revision, next, inProgress, bases, done, skipped, extra } = state
  return {
    programRevision: revision,
    ...(next && { next }),
    ...(inProgress !== undefined && { inProgress }),
    bases: Array.from(bases, ([lift, base]) => presentBase(lift, base, unit)),
    done,
    skipped,
    extra: [...extra],
  }
}

function presentBase(lift: string, now: CurrentBase, unit: Schemas['WeightUnit']): Schemas['CurrentBase'] {
  const { baseGrams, fromGrams: earlierGrams, workoutId, cause } = now
  return {
    lift,
    base: weightOf(baseGrams, unit),
    ...(earlierGrams !== undefined && { from: weightOf(earlierGrams, unit) }),
    ...(cause && { reason: causeText(cause, unit) }),
    ...(workoutId !== undefined && { workoutId }),
  }
}
