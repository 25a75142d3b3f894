import type { Schema } from '../schema/index.ts'

/** What distinguishes synced tables. */
interface Traits {
  /** Whether tombstones expire, or are kept because other rows refer to them. */
  readonly tombstones: 'expire' | 'kept'
  /** Whether a row is one JSON document: see `db/documents`. */
  readonly rows: 'documents' | 'columns'
}

/**
 * The synced tables, whose rows have the `seq` of their last change. `services/resources.ts` assigns tables to
 * resources.
 */
const syncedTables = {
  customExercises: { tombstones: 'kept', rows: 'columns' },
  workouts: { tombstones: 'expire', rows: 'columns' },
  measurements: { tombstones: 'expire', rows: 'columns' },
  programs: { tombstones: 'kept', rows: 'documents' },
  runs: { tombstones: 'expire', rows: 'documents' },
} as const satisfies Partial<Record<keyof Schema, Traits>>

export type SyncedTable = keyof typeof syncedTables

// `Object.keys` loses the names' types.
export const syncedTableNames = Object.keys(syncedTables) as readonly SyncedTable[]

type TableWith<Trait extends Partial<Traits>> = {
  [Name in SyncedTable]: (typeof syncedTables)[Name] extends Trait ? Name : never
}[SyncedTable]

/** A table whose rows are documents. */
export type DocumentTable = TableWith<{ readonly rows: 'documents' }>

/** The tables whose rows are documents. */
export const documentTables = syncedTableNames.filter(
  (name): name is DocumentTable => syncedTables[name].rows === 'documents',
)

/** The tables whose tombstones expire. */
export const expiringTables = syncedTableNames.filter(expires)

/** Whether a table's tombstones expire, so that an id may be used anew. */
export function expires(name: SyncedTable): name is TableWith<{ readonly tombstones: 'expire' }> {
  return syncedTables[name].tombstones === 'expire'
}
