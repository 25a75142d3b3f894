import { lastSession } from '../state/history.ts'
import { log } from '../state/log.ts'
import { clockText, numberText } from '../words.ts'
import type { Field, LoggedExercise, LoggedSet } from './model.ts'
import { repsText, type Values } from './values.ts'

/** The same set last time. */
export function lastOf(workoutId: string, exercise: LoggedExercise, set: LoggedSet): LoggedSet | undefined {
  const workout = log().workouts.get(workoutId)
  if (!workout || set.type === 'warmup') return undefined
  const last = lastSession(exercise, workout)
  const index = exercise.sets.filter(({ type }) => type !== 'warmup').findIndex(({ id }) => id === set.id)
  return last?.sets[index]
}

/** The text of a field of a row. */
export function fieldText(field: Field, values: Values): string {
  switch (field) {
    case 'weight':
      return values.weight === undefined ? '–' : numberText(values.weight)
    case 'reps':
      return values.reps === undefined ? '–' : repsText(values)
    case 'duration':
      return values.duration === undefined ? '–' : clockText(values.duration)
    case 'distance':
      return values.distance ? numberText(values.distance.value) : '–'
    case 'rpe':
      return values.rpe === undefined ? '–' : numberText(values.rpe)
  }
}
