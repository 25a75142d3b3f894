import type { Selectable } from 'kysely'
import type { ExercisesTable } from '../schema/exercises.ts'

/** An exercise's row. */
export type ExerciseRow = Selectable<ExercisesTable>

/** A row of a user's own exercise. */
export type OwnExerciseRow = ExerciseRow & { readonly userId: string }

/** What a user decides of an exercise of their own. */
export type ExerciseDraft = Omit<
  OwnExerciseRow,
  'key' | 'derived' | 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'
>

/** Whether the row is a user's own; built-in ones have no user. */
export function isOwn(row: ExerciseRow): row is OwnExerciseRow {
  return row.userId !== null
}
