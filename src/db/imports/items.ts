import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { ImportItemsTable } from '../schema/imports.ts'
import type { Reader, Tx } from '../schema/index.ts'

/** One thing that an import wrote. */
export type ImportItemRow = Selectable<ImportItemsTable>

const ofKind = prepare((db, p: Pick<ImportItemRow, 'userId' | 'kind'>) =>
  db.selectFrom('importItems').selectAll().where('userId', '=', p.userId).where('kind', '=', p.kind),
)

const ofImport = prepare((db, p: Pick<ImportItemRow, 'userId' | 'importId'>) =>
  db.selectFrom('importItems').selectAll().where('userId', '=', p.userId).where('importId', '=', p.importId),
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

const deleteItems = prepare((db, p: Pick<ImportItemRow, 'userId' | 'importId'>) =>
  db.deleteFrom('importItems').where('userId', '=', p.userId).where('importId', '=', p.importId),
)

/** Everything of one kind that a user's imports wrote, by id. */
export async function importedItems(
  db: Reader,
  userId: string,
  kind: ImportItemRow['kind'],
): Promise<Map<string, ImportItemRow>> {
  const rows = await ofKind.all(db, { userId, kind })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Everything that one import wrote. */
export function itemsOfImport(db: Reader, userId: string, importId: string): Promise<ImportItemRow[]> {
  return ofImport.all(db, { userId, importId })
}

/** Records what an import wrote. */
export async function recordItems(tx: Tx, items: readonly ImportItemRow[]): Promise<void> {
  await insertItem.runEach(tx, items)
}

/** Deletes the record of what an import wrote. */
export async function forgetItems(tx: Tx, userId: string, importId: string): Promise<void> {
  await deleteItems.run(tx, { userId, importId })
}
