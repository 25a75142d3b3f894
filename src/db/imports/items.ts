import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { ImportItemsTable } from '../schema/imports.ts'
import type { Reader, Tx } from '../schema/index.ts'
import { allById } from './existing.ts'

/** An item that an import wrote. */
export type ImportItemRow = Selectable<ImportItemsTable>

interface KindPage extends Pick<ImportItemRow, 'userId' | 'kind'> {
  readonly after: string
  readonly limit: number
}

const selectItemsOfKind = prepare((db, { userId, kind, after, limit }: KindPage) =>
  db
    .selectFrom('importItems')
    .selectAll()
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
)

interface ImportPage extends Pick<ImportItemRow, 'userId' | 'importId'> {
  readonly limit: number
}

const selectItems = prepare((db, { userId, importId, limit }: ImportPage) =>
  db
    .selectFrom('importItems')
    .selectAll()
    .where('userId', '=', userId)
    .where('importId', '=', importId)
    .where('kind', '!=', 'exercise')
    .limit(limit),
)

const selectExerciseItems = prepare((db, { userId, importId }: Pick<ImportItemRow, 'userId' | 'importId'>) =>
  db
    .selectFrom('importItems')
    .selectAll()
    .where('userId', '=', userId)
    .where('importId', '=', importId)
    .where('kind', '=', 'exercise'),
)

const selectUnfinishedImport = prepare((db, { userId }: Pick<ImportItemRow, 'userId'>) =>
  db
    .selectFrom('importItems')
    .innerJoin('imports', (join) =>
      join
        .onRef('imports.userId', '=', 'importItems.userId')
        .onRef('imports.id', '=', 'importItems.importId'),
    )
    .select('importId')
    .where('importItems.userId', '=', userId)
    .where('imports.status', '=', 'pending')
    .limit(1),
)

const insertItem = prepare((db, row: ImportItemRow) =>
  db
    .insertInto('importItems')
    .values(row)
    .onConflict((on) =>
      on.columns(['userId', 'kind', 'id']).doUpdateSet(({ ref }) => ({
        importId: ref('excluded.importId'),
        fingerprint: ref('excluded.fingerprint'),
        revision: ref('excluded.revision'),
      })),
    ),
)

const deleteItem = prepare((db, { userId, kind, id }: Pick<ImportItemRow, 'userId' | 'kind' | 'id'>) =>
  db.deleteFrom('importItems').where('userId', '=', userId).where('kind', '=', kind).where('id', '=', id),
)

/** All items of one kind that a user's imports wrote, by id. */
export async function importedItems(
  db: Reader,
  userId: string,
  kind: ImportItemRow['kind'],
): Promise<Map<string, ImportItemRow>> {
  const rows = await allById((page) => selectItemsOfKind.all(db, { userId, kind, ...page }))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Workouts and measurements that one import wrote; at most `limit`. */
export function itemsOfImport(
  db: Reader,
  userId: string,
  importId: string,
  limit: number,
): Promise<ImportItemRow[]> {
  return selectItems.all(db, { userId, importId, limit })
}

/** The exercises that one import wrote. */
export function exerciseItemsOfImport(
  db: Reader,
  userId: string,
  importId: string,
): Promise<ImportItemRow[]> {
  return selectExerciseItems.all(db, { userId, importId })
}

/** The id of an unfinished import: one that has items although it isn't committed. */
export async function findUnfinishedImport(db: Reader, userId: string): Promise<string | undefined> {
  return (await selectUnfinishedImport.first(db, { userId }))?.importId
}

/** Records the items that an import wrote. */
export async function recordItems(tx: Tx, items: readonly ImportItemRow[]): Promise<void> {
  await insertItem.insertAll(tx, items)
}

/** Deletes the record of items that an import wrote. */
export async function forgetItems(
  tx: Tx,
  items: readonly Pick<ImportItemRow, 'userId' | 'kind' | 'id'>[],
): Promise<void> {
  await deleteItem.runEach(tx, items)
}
