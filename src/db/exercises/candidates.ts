import type { Selectable } from 'kysely'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { ExercisesTable } from '../schema/exercises.ts'
import type { Reader } from '../schema/index.ts'
import { owner } from './owner.ts'
import type { CandidateRow } from './rows.ts'
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

const candidatesQuery = prepare((db, { ownerId }: { readonly ownerId: string }) =>
  db.selectFrom('exercises').select(columns).where(owner, '=', ownerId).where('deletedAt', 'is', null),
)

/** All exercises that may be recommended to a user: built-in ones and their own, without deleted ones. */
export async function listCandidates(db: Reader, userId: string): Promise<CandidateRow[]> {
  const cache = sharedExercisesOf(db)
  const shared = cache?.candidates ?? (await ownedBy(db, ''))
  if (cache) cache.candidates = shared
  return [...shared, ...(await ownedBy(db, userId))]
}

async function ownedBy(db: Reader, ownerId: string): Promise<CandidateRow[]> {
  return (await candidatesQuery.all(db, { ownerId })).map(candidateOf)
}

function candidateOf(row: Pick<Selectable<ExercisesTable>, (typeof columns)[number]>): CandidateRow {
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
