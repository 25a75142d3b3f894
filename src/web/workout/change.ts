import { createId } from '../state/id.ts'
import type { Edit } from '../state/pending.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { plannedCopy } from './planned-copy.ts'

/** Changes an exercise of a workout. */
export const changeExercise =
  (exerciseEntryId: string, change: (exercise: LoggedExercise) => LoggedExercise): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((exercise) =>
      exercise.id === exerciseEntryId ? change(exercise) : exercise,
    ),
  })

/** Changes a set of a workout. */
export const changeSet =
  (setId: string, change: (set: LoggedSet) => LoggedSet): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((exercise) =>
      exercise.sets.some(({ id }) => id === setId)
        ? { ...exercise, sets: exercise.sets.map((set) => (set.id === setId ? change(set) : set)) }
        : exercise,
    ),
  })

/** Turns a completed set back into a planned one. */
export function toPlanned({
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
    return { ...exercise, sets: [...exercise.sets, { ...plannedCopy(last), id }] }
  })
}

export const removeSet =
  (setId: string): Edit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.map((exercise) => ({
      ...exercise,
      sets: exercise.sets.filter(({ id }) => id !== setId),
    })),
  })

export const removeExercise =
  (exerciseEntryId: string): Edit =>
  (workout) => ({
    ...workout,
    exercises: withoutLoneGroups(workout.exercises.filter(({ id }) => id !== exerciseEntryId)),
  })

/** Puts a removed exercise back where it was, in its superset. */
export const restoreExercise =
  (removed: LoggedExercise, exercisesBefore: readonly LoggedExercise[]): Edit =>
  (workout) => {
    const { id: removedId, supersetGroup } = removed
    if (workout.exercises.some(({ id }) => id === removedId)) return workout
    const partners = new Set(
      exercisesBefore.flatMap(({ id, supersetGroup: group }) => (group === supersetGroup ? id : [])),
    )
    const exercises = workout.exercises.map((exercise) =>
      supersetGroup !== undefined && partners.has(exercise.id) ? { ...exercise, supersetGroup } : exercise,
    )
    const index = exercisesBefore.findIndex(({ id }) => id === removedId)
    return { ...workout, exercises: exercises.toSpliced(index, 0, removed) }
  }

/** Reorders the exercises by their ids. */
export const orderExercises =
  (order: readonly string[]): Edit =>
  (workout) => {
    const indexById = new Map(order.map((id, index) => [id, index]))
    const exercises = workout.exercises.toSorted(
      (a, b) => (indexById.get(a.id) ?? order.length) - (indexById.get(b.id) ?? order.length),
    )
    return { ...workout, exercises }
  }

/** Joins an exercise with the next one into a superset, or removes it from its superset. */
export const toggleSuperset =
  (exerciseEntryId: string, join: boolean): Edit =>
  (workout) => {
    const index = workout.exercises.findIndex(({ id }) => id === exerciseEntryId)
    const joined = workout.exercises[index]
    const next = workout.exercises[index + 1]
    if (!joined) return workout
    if (!join) {
      const { supersetGroup, ...alone } = joined
      return {
        ...workout,
        exercises: withoutLoneGroups(
          workout.exercises.map((exercise) => (exercise === joined ? alone : exercise)),
        ),
      }
    }
    if (!next) return workout
    const used = workout.exercises.map(({ supersetGroup }) => supersetGroup ?? 0)
    const supersetGroup = joined.supersetGroup ?? next.supersetGroup ?? Math.max(0, ...used) + 1
    return {
      ...workout,
      exercises: workout.exercises.map((exercise) =>
        exercise === joined || exercise === next ? { ...exercise, supersetGroup } : exercise,
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
    const ids = new Set(workout.exercises.map(({ id }) => id))
    return { ...workout, exercises: [...workout.exercises, ...added.filter(({ id }) => !ids.has(id))] }
  }
