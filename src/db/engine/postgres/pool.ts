import { Pool } from 'pg'
import { columnTypes } from './types.ts'

/** How long a statement may run, and a transaction may be idle, in milliseconds. */
const statementTimeoutMs = 10_000
const idleInTransactionMs = 15_000

/** When a query fails even if the network is down, in milliseconds. Longer than the server's own limit. */
const queryTimeoutMs = 12_000

/** How long a request waits for a connection, in milliseconds. */
const connectionTimeoutMs = 5_000

/** The default maximum number of connections per node. */
export const defaultConnections = 10

/** Connection options. */
export interface PoolOptions {
  /** `postgres://user:password@host:port/database?…` */
  readonly url: string
  /** The maximum number of connections. */
  readonly connections?: number
  /** Whether statements have no time limit, as for migrations of large databases. */
  readonly patient?: boolean
  /** Called with the error of an idle connection that was lost. It is replaced when needed. */
  onLost?(error: Error): void
}

/** Creates a connection pool, which connects on first use. */
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
  // A connection in use emits errors itself, and an unhandled error event would end the process.
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
