import type { Edit } from '../state/edits.ts'
import { createId } from '../state/id.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { planLike } from './plan-like.ts'

/** Changes an exercise of a workout. */
export const changeExercise =
  (exerciseEntryId: string, change: (exercise: LoggedExercise) => LoggedExercise): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((one) => (one.id === exerciseEntryId ? change(one) : one)),
  })

/** Changes a set of a workout. */
export const changeSet =
  (setId: string, change: (set: LoggedSet) => LoggedSet): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((one) =>
      one.sets.some(({ id }) => id === setId)
        ? { ...one, sets: one.sets.map((set) => (set.id === setId ? change(set) : set)) }
        : one,
    ),
  })

/** Turns a completed set back into a planned one. */
export function undone({
  reps,
  durationSeconds,
  distance,
  completedAt,
  rpe,
  rir,
  confirmed,
  ...set
}: LoggedSet): LoggedSet {
  return set
}

/** Adds a set like the last one of its exercise. */
export function addSet(exerciseEntryId: string): Edit {
  const id = createId()
  return changeExercise(exerciseEntryId, (exercise) => {
    if (exercise.sets.some((set) => set.id === id)) return exercise
    const last = exercise.sets.findLast(({ type }) => type !== 'warmup') ?? exercise.sets.at(-1)
    return { ...exercise, sets: [...exercise.sets, { ...planLike(last), id }] }
  })
}

export const removeSet =
  (setId: string): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((one) => ({
      ...one,
      sets: one.sets.filter(({ id }) => id !== setId),
    })),
  })

export const removeExercise =
  (exerciseEntryId: string): Edit =>
  (workout) => ({
    ...workout,
    exercises: withoutLoneGroups(workout.exercises.filter(({ id }) => id !== exerciseEntryId)),
  })

/** Reorders the exercises by their ids. */
export const orderExercises =
  (order: readonly string[]): Edit =>
  (workout) => {
    const place = new Map(order.map((id, index) => [id, index]))
    const exercises = workout.exercises.toSorted(
      (a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length),
    )
    return { ...workout, exercises }
  }

/** Joins an exercise with the next one into a superset, or removes it from its superset. */
export const toggleSuperset =
  (exerciseEntryId: string, join: boolean): Edit =>
  (workout) => {
    const at = workout.exercises.findIndex(({ id }) => id === exerciseEntryId)
    const own = workout.exercises[at]
    const next = workout.exercises[at + 1]
    if (!own) return workout
    if (!join) {
      const { supersetGroup, ...alone } = own
      return {
        ...workout,
        exercises: withoutLoneGroups(workout.exercises.map((one) => (one === own ? alone : one))),
      }
    }
    if (!next) return workout
    const used = workout.exercises.map(({ supersetGroup }) => supersetGroup ?? 0)
    const supersetGroup = own.supersetGroup ?? next.supersetGroup ?? Math.max(0, ...used) + 1
    return {
      ...workout,
      exercises: workout.exercises.map((one) =>
        one === own || one === next ? { ...one, supersetGroup } : one,
      ),
    }
  }

/** Dissolves supersets with only one exercise left. */
function withoutLoneGroups(exercises: readonly LoggedExercise[]): LoggedExercise[] {
  const sizes = new Map<number, number>()
  for (const { supersetGroup } of exercises) {
    if (supersetGroup !== undefined) sizes.set(supersetGroup, (sizes.get(supersetGroup) ?? 0) + 1)
  }
  return exercises.map((exercise) => {
    const { supersetGroup, ...alone } = exercise
    return supersetGroup !== undefined && sizes.get(supersetGroup) === 1 ? alone : exercise
  })
}

/** Adds exercises at the end. */
export const addExercises =
  (added: readonly LoggedExercise[]): Edit =>
  (workout) => {
    const known = new Set(workout.exercises.map(({ id }) => id))
    return { ...workout, exercises: [...workout.exercises, ...added.filter(({ id }) => !known.has(id))] }
  }
