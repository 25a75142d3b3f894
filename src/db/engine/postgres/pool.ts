import { Pool } from 'pg'
import { RawRowClient } from './client.ts'
import { markLost } from './lost-clients.ts'
import { nodeName } from './node-name.ts'
import { limitSilence } from './silence.ts'
import { columnTypes } from './types.ts'

/** How long a statement may run, and a transaction may be idle, in milliseconds. */
const statementTimeoutMs = 10_000
const idleInTransactionMs = 15_000

/**
 * How long the server may be silent while statements wait for it, in milliseconds, before they fail. Longer than the
 * server's own limit for a statement.
 */
const silenceTimeoutMs = 12_000

/** How long a request waits for a connection, in milliseconds. */
const connectionTimeoutMs = 5_000

/** How long an unused connection stays open, in milliseconds: a new one has to prepare its statements again. */
const idleTimeoutMs = 60_000

/** The default maximum number of connections per node. */
const defaultConnections = 10

/** Connection options. */
export interface PoolOptions {
  /** `postgres://user:password@host:port/database?…` */
  readonly url: string
  /** The maximum number of connections. */
  readonly connections?: number
  /** Whether statements and transactions may take any time, as in migrations and copies of large databases. */
  readonly unlimited?: boolean
  /** The name under which to connect. */
  readonly applicationName?: string
  /** Called with the error of an idle connection that was lost. It is replaced when needed. */
  onLost?(error: Error): void
}

/** Creates a connection pool, which connects on first use. */
export function createPool({
  url,
  connections = defaultConnections,
  unlimited = false,
  applicationName = nodeName,
  onLost,
}: PoolOptions): Pool {
  const pool = new Pool({
    Client: RawRowClient,
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    ...(!unlimited && {
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
    }),
    keepAlive: true,
    pipeline: true,
    types: columnTypes,
    application_name: applicationName,
  })
  const reportLoss = (error: Error) => onLost?.(error)
  pool.on('error', reportLoss)
  pool.on('connect', (client) => {
    // A connection in use emits errors itself, and an unhandled error event would end the process.
    client.on('error', (error) => {
      markLost(client)
      reportLoss(error)
    })
    client.on('end', () => markLost(client))
    if (!unlimited) limitSilence(client, silenceTimeoutMs)
  })
  return pool
}
