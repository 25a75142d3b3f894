import type { Schemas } from '#generated/types.ts'
import type { LocalWorkout, Replog, WorkoutToPut } from '../types.ts'
import { isDone, resultsOf } from './plan.ts'

type Log = Pick<Replog, 'workouts'>
type SetInput = Schemas['WorkoutSetInput']
type Entry = LocalWorkout['exercises'][number]

/** Values to give to a set; undefined removes a value. */
export type SetValues = {
  readonly [Field in Exclude<keyof SetInput, 'id'>]?: SetInput[Field] | undefined
}

/**
 * Logs a set as done, with these values and, unless it already has results, those of its target. `completedAt` defaults
 * to now unless the set already has one. To undo this, remove `reps` (or whatever was logged) and `completedAt`:
 * `logSet(replog, id, setId, { reps: undefined, completedAt: undefined })`.
 *
 * @param now milliseconds since 1970
 * @throws RangeError if there is no such workout or set; also what `put` throws
 */
export function logSet(
  replog: Log,
  workoutId: string,
  setId: string,
  values: SetValues = {},
  now = Date.now(),
): Promise<LocalWorkout> {
  return editSets(replog, workoutId, setId, (set) => {
    const results = isDone(set) ? {} : resultsOf(set)
    return [withoutUndefined({ completedAt: instantOf(now), ...results, ...set, ...values })]
  })
}

/** Removes a set. Throws as `logSet` does. */
export function removeSet(replog: Log, workoutId: string, setId: string): Promise<LocalWorkout> {
  return editSets(replog, workoutId, setId, () => [])
}

/**
 * Adds an exercise at the end of a workout. Throws as `logSet` does.
 *
 * @param sets the exercise's sets; by default, one without a target
 */
export function addExercise(
  replog: Log,
  workoutId: string,
  exerciseId: string,
  sets: readonly SetInput[] = [{ type: 'normal' }],
): Promise<LocalWorkout> {
  return edit(replog, workoutId, (workout) => ({
    ...workout,
    exercises: [...workout.exercises, { exerciseId, sets: [...sets] }],
  }))
}

/**
 * Adds a set at the end of an exercise of a workout: by default a planned one like the last. Throws as `logSet` does.
 *
 * @param entryId the id of the exercise's entry in the workout
 */
export function addSet(
  replog: Log,
  workoutId: string,
  entryId: string,
  set?: SetInput,
): Promise<LocalWorkout> {
  let isFound = false
  return edit(replog, workoutId, (workout) => {
    const exercises = workout.exercises.map((entry) => {
      if (entry.id !== entryId) return entry
      isFound = true
      return { ...entry, sets: [...entry.sets, set ?? copyOfLastSet(entry)] }
    })
    if (!isFound) throw new RangeError('the workout has no such exercise')
    return { ...workout, exercises }
  })
}

/**
 * Ends a workout now. Throws as `logSet` does.
 *
 * @param dropPlanned whether to remove the sets that weren't done, and exercises with no set left
 * @param now milliseconds since 1970
 */
export function finish(
  replog: Log,
  workoutId: string,
  { dropPlanned = false } = {},
  now = Date.now(),
): Promise<LocalWorkout> {
  return edit(replog, workoutId, (workout) => {
    const withDoneSets = workout.exercises.map((entry) => ({ ...entry, sets: entry.sets.filter(isDone) }))
    return {
      ...workout,
      // The clock of the device that started it may have been ahead.
      endedAt: instantOf(Math.max(now, Date.parse(workout.startedAt))),
      exercises: dropPlanned ? withDoneSets.filter(({ sets }) => sets.length > 0) : workout.exercises,
    }
  })
}

async function edit(
  { workouts }: Log,
  id: string,
  change: (workout: LocalWorkout) => WorkoutToPut,
): Promise<LocalWorkout> {
  const workout = workouts.get(id)
  if (!workout) throw new RangeError('there is no such workout')
  return workouts.put(change(workout))
}

function editSets(
  replog: Log,
  workoutId: string,
  setId: string,
  change: (set: SetInput) => readonly SetInput[],
): Promise<LocalWorkout> {
  let isFound = false
  return edit(replog, workoutId, (workout) => {
    const exercises = workout.exercises.map((entry) => ({
      ...entry,
      sets: entry.sets.flatMap((set) => {
        if (set.id !== setId) return [set]
        isFound = true
        return change(set)
      }),
    }))
    if (!isFound) throw new RangeError('the workout has no such set')
    return { ...workout, exercises }
  })
}

function copyOfLastSet({ sets }: Entry): SetInput {
  const last = sets.at(-1)
  if (!last) return { type: 'normal' }
  const { id, completedAt, notes, rpe, rir, reps, durationSeconds, distance, ...rest } = last
  return rest
}

/** A set without the members that are undefined. */
function withoutUndefined(
  set: { readonly [Field in keyof SetInput]: SetInput[Field] | undefined },
): SetInput {
  return JSON.parse(JSON.stringify(set))
}

function instantOf(time: number): string {
  return new Date(time).toISOString()
}
