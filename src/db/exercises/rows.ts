import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { CatalogueExercisesTable, CustomExercisesTable } from '../schema/exercises.ts'

/** An exercise's row, with the columns of both tables; see `every-exercise.ts`. */
export interface ExerciseRow
  extends Selectable<CatalogueExercisesTable>,
    Pick<Selectable<CustomExercisesTable>, 'deletedAt' | 'seq'> {
  /** Null: built-in. */
  readonly userId: string | null
}

/** A row of a user's own exercise. */
export type OwnExerciseRow = ExerciseRow & { readonly userId: string }

/** The columns of a user's own exercise that the user sets. */
export type ExerciseDraft = Omit<
  OwnExerciseRow,
  'derived' | 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'
>

/** The facts about an exercise that analytics need. */
export interface ExerciseFactsRow {
  readonly id: string
  readonly tracking: Schemas['Tracking']
  readonly category: Schemas['ExerciseCategory']
  readonly pattern: Schemas['MovementPattern'] | undefined
  readonly equipment: Schemas['Equipment']
  readonly perHand: boolean
  readonly unilateral: boolean
  /** 0–1. */
  readonly bodyweightShare: number
  readonly engagement: readonly Schemas['EngagementInput'][]
  /** A deleted exercise keeps its facts for the workouts that contain it, but can't be added to others. */
  readonly deleted: boolean
}

/** An exercise that may be recommended. */
export interface CandidateRow extends Omit<ExerciseFactsRow, 'deleted'>, Pick<ExerciseRow, 'name'> {
  readonly mechanic: Schemas['Mechanic'] | undefined
  readonly difficulty: Schemas['Difficulty'] | undefined
}

/** Whether the row is a user's own; built-in ones have no user. */
export function isOwn(row: ExerciseRow): row is OwnExerciseRow {
  return row.userId !== null
}
