import type { Schemas } from '#generated/types.ts'
import type { LocalWorkout } from '../types.ts'
import type { WorkoutToStart } from './start-workout.ts'

type SetInput = Schemas['WorkoutSetInput']

/** Whether a set counts as done, as the contract defines it; otherwise it is only planned. */
export function isDone({ reps, durationSeconds, distance }: SetInput): boolean {
  return (reps ?? durationSeconds ?? distance) !== undefined
}

/** The results of a set that goes as planned: those of its target, with the minimum of a rep range. */
export function resultsOf({ target = {} }: SetInput): Partial<SetInput> {
  const { reps, weight, durationSeconds, distance } = target
  return {
    ...(reps && { reps: reps.min }),
    ...(weight && { weight }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distance && { distance }),
  }
}

/**
 * A plan for repeating a workout, for `startWorkout`: the results of each set become its target, and sets that were
 * only planned keep theirs.
 */
export function planOf({ name, exercises }: LocalWorkout): WorkoutToStart {
  return {
    ...(name !== undefined && { name }),
    exercises: exercises.map(({ exerciseId, supersetGroup, sets }) => ({
      exerciseId,
      ...(supersetGroup !== undefined && { supersetGroup }),
      sets: sets.map(plannedSetOf),
    })),
  }
}

function plannedSetOf(set: SetInput): SetInput {
  const { type, assistance, side, restSeconds, target } = set
  const newTarget = isDone(set) ? targetOf(set) : target
  return {
    type,
    ...(assistance && { assistance }),
    ...(side && { side }),
    ...(restSeconds !== undefined && { restSeconds }),
    ...(newTarget && { target: newTarget }),
  }
}

function targetOf({ reps, weight, durationSeconds, distance }: SetInput): Schemas['SetTarget'] {
  return {
    ...(reps && { reps: { min: reps, max: reps } }),
    ...(weight && { weight }),
    ...(durationSeconds && { durationSeconds }),
    ...(distance && { distance }),
  }
}
