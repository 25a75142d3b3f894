import { fromJson, type Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { everyExercise } from './every-exercise.ts'
import type { ExerciseFactsRow, ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

type Columns = Pick<
  ExerciseRow,
  | 'id'
  | 'userId'
  | 'tracking'
  | 'category'
  | 'pattern'
  | 'equipment'
  | 'bodyweightShare'
  | 'engagement'
  | 'perHand'
  | 'unilateral'
  | 'deletedAt'
>

/** The columns that determine the load of a set and therefore the totals of a workout. */
export const factsForLoad = [
  'tracking',
  'perHand',
  'unilateral',
  'bodyweightShare',
] as const satisfies (keyof Columns)[]

const selectFacts = prepare(
  (db, { userId, ids }: { readonly userId: string; readonly ids: Json<string[]> }) =>
    db
      .selectFrom(everyExercise(db, userId).as('exercises'))
      .select([
        'id',
        'userId',
        'tracking',
        'category',
        'pattern',
        'equipment',
        'perHand',
        'unilateral',
        'bodyweightShare',
        'engagement',
        'deletedAt',
      ])
      .where('id', 'in', itemsOf(ids)),
)

/** The facts of these exercises by id: built-in ones and the user's own. Unknown ids are left out. */
export async function findExerciseFacts(
  db: Reader,
  userId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, ExerciseFactsRow>> {
  const sharedFacts = sharedExercisesOf(db).facts
  const factsById = new Map<string, ExerciseFactsRow>()
  const uncached: string[] = []
  for (const id of ids) {
    const facts = sharedFacts.get(id)
    if (facts) factsById.set(id, facts)
    else uncached.push(id)
  }
  if (uncached.length === 0) return factsById
  for (const row of await selectFacts.all(db, { userId, ids: listParameter(uncached) })) {
    const facts = factsOfRow(row)
    factsById.set(row.id, facts)
    if (row.userId === null) sharedFacts.set(row.id, facts)
  }
  return factsById
}

function factsOfRow(row: Columns): ExerciseFactsRow {
  const { id, tracking, category, pattern, equipment, bodyweightShare } = row
  return {
    id,
    tracking,
    category,
    pattern: pattern ?? undefined,
    equipment,
    bodyweightShare,
    perHand: row.perHand === 1,
    unilateral: row.unilateral === 1,
    engagement: fromJson(row.engagement),
    deleted: row.deletedAt !== null,
  }
}
