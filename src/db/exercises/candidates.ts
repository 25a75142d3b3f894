import type { Selectable } from 'kysely'
import { fromJson } from '../json.ts'
import { prepare } from '../prepared.ts'
import type { ExercisesTable } from '../schema/exercises.ts'
import type { Reader } from '../schema.ts'
import { owner } from './owner.ts'

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

const candidatesQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('exercises').select(columns).where(owner, 'in', ['', userId]).where('deletedAt', 'is', null),
)

/** An exercise that may be recommended; flags are booleans, what isn't known is undefined. */
export type CandidateRow = ReturnType<typeof candidateOf>

/** All exercises that a user may be recommended: built-in ones and their own, deleted ones left out. */
export async function listCandidates(db: Reader, userId: string): Promise<CandidateRow[]> {
  return (await candidatesQuery.all(db, { userId })).map(candidateOf)
}

function candidateOf(row: Pick<Selectable<ExercisesTable>, (typeof columns)[number]>) {
  const { perHand, unilateral, engagement, mechanic, pattern, difficulty, ...same } = row
  return {
    ...same,
    perHand: perHand === 1,
    unilateral: unilateral === 1,
    engagement: fromJson(engagement),
    mechanic: mechanic ?? undefined,
    pattern: pattern ?? undefined,
    difficulty: difficulty ?? undefined,
  }
}
