import { type SqlBool, sql } from 'kysely'

/**
 * That a row, which its key selects, is a tombstone. Written so that an index of all users' tombstones doesn't fit:
 * PostgreSQL reads that one instead of the key as long as its statistics know of no tombstone.
 */
export const isTombstone = sql<SqlBool>`coalesce("deletedAt", -1) <> -1`
