import type { Selectable } from 'kysely'
import { dayMs } from '#training/day-ms.ts'
import { type Json, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { ImportsTable, ReplacedProfile } from '../schema/imports.ts'
import type { Reader, Tx } from '../schema/index.ts'

/** An import's row. */
export type ImportRow = Selectable<ImportsTable>

/** An import's row without the large columns. */
export type ImportState = Omit<ImportRow, 'file' | 'broughtSettings'>

/** How long an import can wait to be committed, in milliseconds: 24 hours. */
export const pendingLifetimeMs = dayMs

/** The maximum number of pending imports per user. Beyond that, the oldest is dropped. */
const maxPending = 5

interface Key {
  readonly userId: string
  readonly id: string
}

const selectState = prepare((db, { userId, id }: Key) =>
  db
    .selectFrom('imports')
    .select([
      'userId',
      'id',
      'status',
      'createdAt',
      'committedAt',
      'undoneAt',
      'timeZone',
      'weightUnit',
      'report',
      'replacedProfile',
    ])
    .where('userId', '=', userId)
    .where('id', '=', id),
)

const selectCommitted = prepare(
  (db, { userId, limit }: { readonly userId: string; readonly limit: number }) =>
    db
      .selectFrom('imports')
      .select('id')
      .where('userId', '=', userId)
      .where('status', '=', 'committed')
      .orderBy('committedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
)

const selectFile = prepare((db, { userId, id }: Key) =>
  db.selectFrom('imports').select('file').where('userId', '=', userId).where('id', '=', id),
)

const insertRow = prepare((db, row: ImportRow) => db.insertInto('imports').values(row))

const deleteOldest = prepare((db, p: { readonly userId: string; readonly keep: number }) =>
  db
    .deleteFrom('imports')
    .where('userId', '=', p.userId)
    .where('status', '=', 'pending')
    .where('id', 'not in', (inner) =>
      inner
        .selectFrom('imports')
        .select('id')
        .where('userId', '=', p.userId)
        .where('status', '=', 'pending')
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(p.keep),
    ),
)

type CommittedColumns = Pick<
  ImportRow,
  'userId' | 'id' | 'committedAt' | 'weightUnit' | 'report' | 'replacedProfile'
>

const markCommitted = prepare((db, { userId, id, ...columns }: CommittedColumns) =>
  db
    .updateTable('imports')
    .set({ ...columns, status: 'committed', file: null })
    .where('userId', '=', userId)
    .where('id', '=', id),
)

type EndedColumns = Pick<ImportRow, 'userId' | 'id' | 'undoneAt' | 'report'> & {
  readonly status: 'undone' | 'discarded'
}

const markEnded = prepare((db, { userId, id, ...columns }: EndedColumns) =>
  db
    .updateTable('imports')
    .set({ ...columns, file: null })
    .where('userId', '=', userId)
    .where('id', '=', id),
)

const deleteExpired = prepare((db, p: { readonly before: number; readonly limit: number }) =>
  db
    .deleteFrom('imports')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'id'),
        'in',
        selectFrom('imports')
          .select(['userId', 'id'])
          .where('status', 'in', ['pending', 'discarded'])
          .where('createdAt', '<', p.before)
          .orderBy('createdAt')
          .limit(p.limit)
          .$asTuple('userId', 'id'),
      ),
    ),
)

/** Finds an import's state, whether it is pending, committed or undone. */
export function findImport(db: Reader, userId: string, id: string): Promise<ImportState | undefined> {
  return selectState.first(db, { userId, id })
}

/** The ids of a user's committed imports that were not undone, newest first; at most `limit`. */
export async function listCommitted(db: Reader, userId: string, limit: number): Promise<string[]> {
  return (await selectCommitted.all(db, { userId, limit })).map(({ id }) => id)
}

/** The file of a pending import, gzipped. */
export async function findImportFile(
  db: Reader,
  userId: string,
  id: string,
): Promise<Uint8Array | undefined> {
  return (await selectFile.first(db, { userId, id }))?.file ?? undefined
}

/** Stores a pending import. If the user has too many, the oldest is dropped. */
export async function insertImport(
  tx: Tx,
  row: Pick<ImportRow, 'userId' | 'id' | 'createdAt' | 'timeZone' | 'weightUnit' | 'report'> & {
    readonly file: Uint8Array
  },
): Promise<void> {
  await insertRow.run(tx, {
    ...row,
    status: 'pending',
    committedAt: null,
    undoneAt: null,
    replacedProfile: null,
    broughtSettings: null,
  })
  await deleteOldest.run(tx, { userId: row.userId, keep: maxPending })
}

/** Marks a pending import as committed. */
export async function commitImportRow(
  tx: Tx,
  row: Omit<CommittedColumns, 'replacedProfile'> & { readonly replacedProfile: ReplacedProfile | undefined },
): Promise<void> {
  const replacedProfile: Json<ReplacedProfile> | null = row.replacedProfile
    ? toJson(row.replacedProfile)
    : null
  await markCommitted.run(tx, { ...row, replacedProfile })
}

/** Marks an import as undone or discarded. */
export async function endImportRow(tx: Tx, row: EndedColumns): Promise<void> {
  await markEnded.run(tx, row)
}

/** Deletes expired pending and discarded imports of all users, at most `limit`. Resolves to their number. */
export function deleteExpiredImports(tx: Tx, now: number, limit: number): Promise<number> {
  return deleteExpired.run(tx, { before: now - pendingLifetimeMs, limit })
}
