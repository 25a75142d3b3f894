import type { Selectable } from 'kysely'
import type { components } from '../../../generated/types.ts'
import { fromJson, type Json } from '../json.ts'
import { itemsOf, listParameter } from '../json-list.ts'
import { prepare } from '../prepared.ts'
import type { ExercisesTable } from '../schema/exercises.ts'
import type { Reader } from '../schema.ts'
import { owner } from './owner.ts'

type Columns = Pick<
  Selectable<ExercisesTable>,
  'id' | 'tracking' | 'category' | 'equipment' | 'bodyweightShare' | 'engagement' | 'perHand' | 'deletedAt'
>

/** What the figures have to know of an exercise. */
export interface ExerciseFactsRow {
  readonly id: string
  readonly tracking: components['schemas']['Tracking']
  readonly category: components['schemas']['ExerciseCategory']
  readonly equipment: components['schemas']['Equipment']
  readonly perHand: boolean
  /** 0–1. */
  readonly bodyweightShare: number
  readonly engagement: readonly components['schemas']['EngagementInput'][]
  /** A deleted exercise keeps its facts for the workouts that hold it, and may not enter another. */
  readonly deleted: boolean
}

const factsQuery = prepare((db, { userId, ids }: { readonly userId: string; readonly ids: Json<string[]> }) =>
  db
    .selectFrom('exercises')
    .select([
      'id',
      'tracking',
      'category',
      'equipment',
      'perHand',
      'bodyweightShare',
      'engagement',
      'deletedAt',
    ])
    .where('id', 'in', itemsOf(ids))
    .where(owner, 'in', ['', userId]),
)

/**
 * The facts of these exercises by id: built-in ones and the user's own. Ids that are neither are not in it.
 */
export async function findExerciseFacts(
  db: Reader,
  userId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, ExerciseFactsRow>> {
  if (ids.size === 0) return new Map()
  const rows = await factsQuery.all(db, { userId, ids: listParameter(ids) })
  return new Map(rows.map((row) => [row.id, factsOfRow(row)]))
}

function factsOfRow(row: Columns): ExerciseFactsRow {
  const { id, tracking, category, equipment, bodyweightShare } = row
  return {
    id,
    tracking,
    category,
    equipment,
    bodyweightShare,
    perHand: row.perHand === 1,
    engagement: fromJson(row.engagement),
    deleted: row.deletedAt !== null,
  }
}
