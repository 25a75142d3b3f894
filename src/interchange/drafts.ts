import { isAssisted } from '#catalogue/names/near-match.ts'
import type { Schemas } from '#generated/types.ts'
import { importedId, partId, workoutId } from './identity.ts'
import type { ImportedExercise, ImportedMeasurement, ImportedSet, ImportedWorkout } from './model.ts'

function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/**
 * A workout of a file in the contract's shape, with the same ids in every import by this user. If an exercise's name says
 * that it is assisted, its weights become `assistance`.
 *
 * @param exerciseIdOf the exercise that a name means
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
  workout: string,
  position: number,
  { name, supersetGroup, notes, sets }: ImportedExercise,
  exerciseId: string,
): Schemas['WorkoutExerciseInput'] {
  const assisted = isAssisted(name) || /(?:^|-)assisted-/.test(exerciseId)
  return {
    id: partId(workout, position),
    exerciseId,
    ...(supersetGroup !== undefined && { supersetGroup }),
    ...(notes !== undefined && { notes }),
    sets: sets.map((set, index) => ({ id: partId(workout, position, index), ...setInput(set, assisted) })),
  }
}

function setInput(
  { line: _, weight, ...figures }: ImportedSet,
  assisted: boolean,
): Schemas['WorkoutSetInput'] {
  // Some apps write assistance as a weight above 0.
  if (!weight) return figures
  return assisted ? { ...figures, assistance: weight } : { ...figures, weight }
}

/** A measurement of a file in the contract's shape, with the same id in every import by this user. */
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
