import { type SqlBool, sql } from 'kysely'

/**
 * Whether a row, selected by its key, is a tombstone. Written so that the index of all users' tombstones
 * doesn't match, which PostgreSQL would otherwise use instead of the key while its statistics contain no
 * tombstones.
 */
export const isTombstone = sql<SqlBool>`coalesce("deletedAt", -1) <> -1`
