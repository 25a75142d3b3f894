import { Pool } from 'pg'
import { columnTypes } from './types.ts'

/** How long a statement may run, and a transaction may wait for its next one. Milliseconds. */
const statementTimeoutMs = 10_000
const idleInTransactionMs = 15_000

/** After this a query has failed, whatever the network does: longer than the server's own limit. Milliseconds. */
const queryTimeoutMs = 12_000

/** How long a request waits for a connection. Milliseconds. */
const connectionTimeoutMs = 5_000

/** How many connections a node has at most, unless it is told otherwise. */
export const defaultConnections = 10

/** How to connect. */
export interface PoolOptions {
  /** `postgres://user:password@host:port/database?…` */
  readonly url: string
  /** At most so many connections. */
  readonly connections?: number
  /** Whether statements may take as long as they need, as a migration of much data does. */
  readonly patient?: boolean
  /** Called with the error of a connection that was lost while nobody used it. It is replaced when needed. */
  onLost?(error: Error): void
}

/** Creates a pool of connections. It connects when it is first used. */
export function createPool({
  url,
  connections = defaultConnections,
  patient = false,
  onLost,
}: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectionTimeoutMs,
    ...(!patient && { statement_timeout: statementTimeoutMs, query_timeout: queryTimeoutMs }),
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    pipeline: true,
    application_name: 'replog',
    types: columnTypes,
  })
  const lost = (error: Error) => onLost?.(error)
  pool.on('error', lost)
  // A connection that is in use emits its errors itself, and an error without a listener ends the process.
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
