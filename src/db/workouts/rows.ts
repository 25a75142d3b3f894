import type { Selectable } from 'kysely'
import type { SetsTable, WorkoutExercisesTable, WorkoutsTable } from '../schema/workouts.ts'

/** A workout's own row. */
export type WorkoutRow = Selectable<WorkoutsTable>
/** An exercise of a workout. */
export type WorkoutExerciseRow = Selectable<WorkoutExercisesTable>
/** A set of a workout. */
export type SetRow = Selectable<SetsTable>

/** A row without its owner and its workout. */
export type Content<Row> = Omit<Row, 'userId' | 'workoutId'>

/** A workout with all its contents: exercises by position, and the sets of each exercise by position. */
export interface WorkoutAggregate {
  readonly workout: WorkoutRow
  readonly exercises: readonly Content<WorkoutExerciseRow>[]
  readonly sets: readonly Content<SetRow>[]
}

/**
 * The columns that are read of a workout's exercises. Owner and workout are known already: texts take longest
 * to read, and these two would be in every row.
 */
export const exerciseColumns = [
  'id',
  'position',
  'exerciseId',
  'slot',
  'supersetGroup',
  'notes',
] as const satisfies readonly (keyof WorkoutExerciseRow)[]

/** The columns that are read of a workout's sets; see `exerciseColumns`. */
export const setColumns = [
  'id',
  'workoutExerciseId',
  'position',
  'type',
  'weightValue',
  'weightUnit',
  'weightGrams',
  'assistanceValue',
  'assistanceUnit',
  'assistanceGrams',
  'reps',
  'durationSeconds',
  'distanceValue',
  'distanceUnit',
  'distanceMillimeters',
  'rpe',
  'rir',
  'side',
  'restSeconds',
  'completedAt',
  'notes',
  'target',
  'exerciseId',
  'performedAt',
] as const satisfies readonly (keyof SetRow)[]

/** The columns that only the server writes. */
type Kept = 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'

/** The columns that say where a workout was done. */
type Zone = 'timeZone' | 'localStartedAt'

/** What a client decides about a workout, as rows; where it was done may be up to the profile. */
export interface UnzonedDraft {
  readonly workout: Omit<WorkoutRow, Kept | Zone>
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}

/** What a client decides about a workout, as rows. */
export interface WorkoutDraft extends UnzonedDraft {
  readonly workout: Omit<WorkoutRow, Kept>
}
