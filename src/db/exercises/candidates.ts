import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { CandidateRow, ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

const columns = [
  'id',
  'name',
  'tracking',
  'category',
  'perHand',
  'unilateral',
  'bodyweightShare',
  'engagement',
  'equipment',
  'mechanic',
  'pattern',
  'difficulty',
] as const

const selectSharedExercises = prepare((db, _: object) => db.selectFrom('catalogueExercises').select(columns))

const selectOwnExercises = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('customExercises')
    .select(columns)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null),
)

/** All exercises that may be recommended to a user: built-in ones and their own, without deleted ones. */
export async function listCandidates(db: Reader, userId: string): Promise<CandidateRow[]> {
  const cache = sharedExercisesOf(db)
  cache.candidates ??= (await selectSharedExercises.all(db, {})).map(candidateOf)
  return [...cache.candidates, ...(await selectOwnExercises.all(db, { userId })).map(candidateOf)]
}

function candidateOf(row: Pick<ExerciseRow, (typeof columns)[number]>): CandidateRow {
  const { perHand, unilateral, engagement, mechanic, pattern, difficulty, ...otherColumns } = row
  return {
    ...otherColumns,
    perHand: perHand === 1,
    unilateral: unilateral === 1,
    engagement: fromJson(engagement),
    mechanic: mechanic ?? undefined,
    pattern: pattern ?? undefined,
    difficulty: difficulty ?? undefined,
  }
}
