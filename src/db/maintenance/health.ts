import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import { prepare } from '../engine/prepare.ts'
import { assertWritesSucceed } from '../engine/process/write-health.ts'
import { transactAccounts, transactHousekeeping } from '../engine/transact.ts'
import type { Db, Reader } from '../schema/index.ts'

const selectEpoch = prepare((db) => db.selectFrom('meta').select('value').where('key', '=', 'epoch'))

const touchEpoch = prepare((db, _: object) =>
  db
    .updateTable('meta')
    .set(({ ref }) => ({ value: ref('value') }))
    .where('key', '=', 'epoch'),
)

const rewriteEpoch = prepare((db, p: { readonly value: string }) =>
  db.updateTable('meta').set({ value: p.value }).where('key', '=', 'epoch'),
)

/** Reads a row that every database contains. Throws if the database can't be read. */
export async function assertReadable(db: Reader): Promise<void> {
  if (!(await selectEpoch.first(db, {}))) throw new Error('the database has no epoch')
}

/** Throws if a newer release has removed a table or column that this release needs. */
export async function assertCompatibleRelease(db: Db): Promise<void> {
  if (!hasConcurrentWriters(db)) return
  const { assertStillCompatible } = await import('../migrations/postgres/releases.ts')
  const { postgresMigrations } = await import('../migrations/postgres/index.ts')
  await assertStillCompatible(db, postgresMigrations)
}

/** Throws an error with the reason if writes fail. */
export function assertWritable(db: Db): Promise<void> {
  // Not as housekeeping, which waits for migrations.
  return assertWritesSucceed(db, () =>
    transactAccounts(db, async (tx) => void (await touchEpoch.run(tx, {}))),
  )
}

/** Gives the database a new epoch, which invalidates every cursor that clients have. */
export async function renewEpoch(db: Db): Promise<void> {
  await transactHousekeeping(db, (tx) => rewriteEpoch.run(tx, { value: crypto.randomUUID() }))
}
