import { sql } from 'kysely'

/**
 * An exercise's owner: a user's id, or '' for built-in ones. It must be written exactly as in the index
 * `exercisesById`, including the literal '': with a parameter, SQLite wouldn't use the index and would read
 * the whole catalogue.
 */
export const owner = sql<string>`coalesce("userId", '')`
