import type { Schema } from '../schema/index.ts'

/**
 * The synced tables, whose rows have the `seq` of their last change, and whether tombstones `expire` or
 * are `kept` because other rows refer to them. `services/resources.ts` assigns tables to resources.
 */
const syncedTables = {
  customExercises: { tombstones: 'kept' },
  workouts: { tombstones: 'expire' },
  measurements: { tombstones: 'expire' },
  programs: { tombstones: 'kept' },
  runs: { tombstones: 'expire' },
} as const satisfies Partial<Record<keyof Schema, { readonly tombstones: 'expire' | 'kept' }>>

export type SyncedTable = keyof typeof syncedTables

// `Object.keys` loses the names' types.
export const syncedTableNames = Object.keys(syncedTables) as readonly SyncedTable[]

/** A table whose tombstones expire. */
type ExpiringTable = {
  [Name in SyncedTable]: (typeof syncedTables)[Name]['tombstones'] extends 'expire' ? Name : never
}[SyncedTable]

/** The tables whose tombstones expire. */
export const expiringTables = syncedTableNames.filter(expires)

/** Whether a table's tombstones expire, so that an id may be used anew. */
export function expires(name: SyncedTable): name is ExpiringTable {
  return syncedTables[name].tombstones === 'expire'
}
