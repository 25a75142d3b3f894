import { sql } from 'kysely'

/**
 * An exercise's owner: a user's id, or '' for built-in ones. Written exactly like in the index
 * `exercisesById`, including the literal '': with a parameter instead, SQLite doesn't recognize the index and
 * reads the whole catalogue.
 */
export const owner = sql<string>`coalesce("userId", '')`
