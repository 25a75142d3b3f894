import { sql } from 'kysely'
import type { QueryBuilder } from '../engine/types.ts'
import type { ExerciseRow } from './rows.ts'

/** The columns that both tables have. */
const sharedColumns = [
  'id',
  'name',
  'nameKey',
  'aliases',
  'category',
  'pattern',
  'mechanic',
  'force',
  'equipment',
  'difficulty',
  'tracking',
  'unilateral',
  'perHand',
  'bodyweightShare',
  'cues',
  'engagement',
  'revision',
  'createdAt',
  'updatedAt',
] as const

/** Built-in exercises, with the columns of all exercises. */
export function builtInExercises(db: QueryBuilder) {
  return db
    .selectFrom('catalogueExercises')
    .select(sharedColumns)
    .select([
      'derived',
      sql<ExerciseRow['userId']>`null`.as('userId'),
      sql<ExerciseRow['deletedAt']>`null`.as('deletedAt'),
      sql<number>`0`.as('seq'),
    ])
}

/** A user's own exercises, including deleted ones, with the columns of all exercises. */
export function ownExercises(db: QueryBuilder, userId: string) {
  return db
    .selectFrom('customExercises')
    .select(sharedColumns)
    .select([
      sql<ExerciseRow['derived']>`0`.as('derived'),
      sql.ref<ExerciseRow['userId']>('userId').as('userId'),
      'deletedAt',
      'seq',
    ])
    .where('userId', '=', userId)
}

/** Built-in exercises and a user's own. Their ids are disjoint: slugs and UUIDs. */
export function everyExercise(db: QueryBuilder, userId: string) {
  return builtInExercises(db).unionAll(ownExercises(db, userId))
}
