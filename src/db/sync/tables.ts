import type { Schema } from '../schema/index.ts'

/**
 * The tables whose rows are synchronized, each with the `seq` of its last change, and what becomes of its
 * tombstones: `forgotten` after a while, or `kept` because other rows refer to them. A resource names its
 * table in `services/resources.ts`.
 */
const syncedTables = {
  exercises: { tombstones: 'kept' },
  workouts: { tombstones: 'forgotten' },
  measurements: { tombstones: 'forgotten' },
  programs: { tombstones: 'kept' },
  runs: { tombstones: 'forgotten' },
} as const satisfies Partial<Record<keyof Schema, { readonly tombstones: 'forgotten' | 'kept' }>>

/** A table whose rows are synchronized. */
export type SyncedTable = keyof typeof syncedTables

// `Object.keys` gives up the names.
export const syncedTableNames = Object.keys(syncedTables) as readonly SyncedTable[]

/** A table whose tombstones are forgotten. */
type ForgettingTable = {
  [Name in SyncedTable]: (typeof syncedTables)[Name]['tombstones'] extends 'forgotten' ? Name : never
}[SyncedTable]

/** The tables whose tombstones are forgotten. */
export const forgettingTables = syncedTableNames.filter(isForgetting)

function isForgetting(name: SyncedTable): name is ForgettingTable {
  return syncedTables[name].tombstones === 'forgotten'
}
