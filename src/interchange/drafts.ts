import { isAssisted } from '#catalogue/names/near-match.ts'
import type { Schemas } from '#generated/types.ts'
import { importedId, partId, workoutId } from './identity.ts'
import type { ImportedExercise, ImportedMeasurement, ImportedSet, ImportedWorkout } from './model.ts'

function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/**
 * A file's workout as an input of the contract, with the same ids in every import by this user. The weights of an
 * exercise whose name says that it is assisted become `assistance`.
 *
 * @param exerciseIdOf maps a name in the file to an exercise
 */
export function workoutInput(
  userId: string,
  workout: ImportedWorkout,
  exerciseIdOf: (name: string) => string,
): Schemas['WorkoutInput'] & { readonly id: string } {
  const id = workoutId(userId, workout)
  const { name, notes, startedAt, endedAt } = workout
  return {
    id,
    ...(name !== undefined && { name }),
    startedAt: instantText(startedAt),
    ...(endedAt !== undefined && { endedAt: instantText(endedAt) }),
    ...(notes !== undefined && { notes }),
    exercises: workout.exercises.map((exercise, position) =>
      exerciseInput(id, position, exercise, exerciseIdOf(exercise.name)),
    ),
  }
}

function exerciseInput(
  parentId: string,
  position: number,
  { name, supersetGroup, notes, sets }: ImportedExercise,
  exerciseId: string,
): Schemas['WorkoutExerciseInput'] {
  const isAssistance = isAssisted(name) || /(?:^|-)assisted-/.test(exerciseId)
  return {
    id: partId(parentId, position),
    exerciseId,
    ...(supersetGroup !== undefined && { supersetGroup }),
    ...(notes !== undefined && { notes }),
    sets: sets.map((set, index) => ({
      id: partId(parentId, position, index),
      ...setInput(set, isAssistance),
    })),
  }
}

function setInput(
  { line: _, weight, ...figures }: ImportedSet,
  isAssistance: boolean,
): Schemas['WorkoutSetInput'] {
  // Some apps write assistance as a weight above 0.
  if (!weight) return figures
  return isAssistance ? { ...figures, assistance: weight } : { ...figures, weight }
}

/** A file's measurement as an input of the contract, with the same id in every import by this user. */
export function measurementInput(
  userId: string,
  { key, kind, value, unit, measuredAt, notes }: ImportedMeasurement,
): Schemas['MeasurementInput'] & { readonly id: string } {
  const input = {
    id: importedId(userId, 'measurement', key),
    kind,
    value,
    unit,
    measuredAt: instantText(measuredAt),
    ...(notes !== undefined && { notes }),
  }
  // The readers give each kind a unit that the contract allows for it.
  return input as Schemas['MeasurementInput'] & { readonly id: string }
}
