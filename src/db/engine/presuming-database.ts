import { postgresOf } from './postgres/direct-of.ts'
import type { Db } from './types.ts'

/**
 * The same database for requests whose session is only presumed to be open: reads are the same, but every transaction
 * must be given the session, and fails unless the session is open. Undefined on SQLite, where checking a session first
 * is as cheap, and on a cluster.
 */
export function presumingDatabaseOf(db: Db): Db | undefined {
  return postgresOf(db)?.server.presumingDb
}

/**
 * Whether a transaction of the user's is likely to find the user as it was last seen. Call it once per request, because
 * after a change elsewhere, it is false for a number of calls.
 */
export function mayPresume(db: Db, userId: string): boolean {
  const server = postgresOf(db)?.server
  return (
    server !== undefined &&
    !server.userTurns.isTaken(userId) &&
    !server.contestedUsers.has(userId) &&
    !server.usersChangedElsewhere.locksNext(userId)
  )
}
