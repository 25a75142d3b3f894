import type { Pool, PoolClient } from 'pg'
import { unavailableDatabase } from './errors.ts'

/**
 * A dedicated connection, which must be released.
 *
 * @throws {Unavailable} if it can't be opened, for whatever reason
 */
export async function acquireClient(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw unavailableDatabase(error)
  }
}
