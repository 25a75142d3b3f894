import { ImportFileError } from './model.ts'

/** Limits for a workout, none of them above the contract's. */
export const limits = {
  reps: 1000,
  /** In the unit as entered. */
  weight: 5000,
  /** In the unit as entered. */
  distance: 1_000_000,
  seconds: 86_400,
  exercises: 100,
  sets: 100,
  /** Far more than anyone does in a day. The contract allows more, but that would take too long to write at once. */
  workoutSets: 1000,
  /**
   * The total length of a workout's notes, in UTF-16 code units. A workout with longer notes could be imported but
   * never edited, because a request is limited to 1 MiB.
   */
  workoutNotes: 200_000,
  supersetGroup: 99,
  /** In code points. */
  notes: 10_000,
  name: 200,
} as const

/** The maximum number of exercise names in a file. Each is compared with the whole catalogue, and nobody needs more. */
export const maxExerciseNames = 2000

/** The maximum number of workouts in a file: one a day for 13 years. They are published in one transaction. */
export const maxWorkouts = 5000

/** The maximum number of rows in a CSV file, or items in a JSON file: far more than anyone logs in ten years. */
export const maxRows = 100_000

/** The error for more than {@link maxRows}. */
export function tooManyRows(line?: number): ImportFileError {
  return new ImportFileError('too_many_rows', `The file has more than ${maxRows} rows.`, line)
}
