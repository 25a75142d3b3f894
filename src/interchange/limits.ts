import { ImportFileError } from './model.ts'

/** The contract's limits for a workout. */
export const limits = {
  reps: 1000,
  /** In the unit as entered. */
  weight: 5000,
  /** In the unit as entered. */
  distance: 1_000_000,
  seconds: 86_400,
  exercises: 100,
  sets: 100,
  /** Many times what anyone does in a day. The contract allows more, but that takes too long to write at once. */
  workoutSets: 1000,
  /**
   * The notes of a workout, in UTF-16 code units. With more, it could be imported but never sent back, because a request
   * is limited to 1 MiB.
   */
  workoutNotes: 200_000,
  supersetGroup: 99,
  /** In code points. */
  notes: 10_000,
  name: 200,
} as const

/**
 * The maximum number of exercise names in a file: nobody needs more, and each is compared with the catalogue.
 */
export const maxExerciseNames = 2000

/** The maximum number of workouts in a file: one a day for 13 years; they are published in one transaction. */
export const maxWorkouts = 5000

/** The maximum number of rows in a CSV file, or items in a JSON file: many times what anyone logs in ten years. */
export const maxRows = 100_000

/** The error for more than {@link maxRows}. */
export function tooManyRows(line?: number): ImportFileError {
  return new ImportFileError('too_many_rows', `The file has more than ${maxRows} rows.`, line)
}
