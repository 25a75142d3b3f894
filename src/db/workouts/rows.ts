import type { Selectable } from 'kysely'
import type { SetsTable, WorkoutExercisesTable, WorkoutsTable } from '../schema/workouts.ts'

/** A workout's own row. */
export type WorkoutRow = Selectable<WorkoutsTable>
/** An exercise of a workout. */
export type WorkoutExerciseRow = Selectable<WorkoutExercisesTable>
/** A set of a workout. */
export type SetRow = Selectable<SetsTable>

/** A workout with all that is in it: exercises by position, and the sets of each exercise by position. */
export interface WorkoutAggregate {
  readonly workout: WorkoutRow
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}

/** The columns that the server alone writes. */
type Kept = 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'

/** What a client decides of a workout, as rows. */
export interface WorkoutDraft {
  readonly workout: Omit<WorkoutRow, Kept>
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}
