import { sql } from 'kysely'

/**
 * Whose an exercise is: a user's id, or '' for the built-in ones. In the words of the index `exercisesById`,
 * the empty text included: with a parameter in its place SQLite doesn't know the index again and reads the
 * whole catalogue.
 */
export const owner = sql<string>`coalesce("userId", '')`
