import type { ClientBase } from 'pg'
import { isMissingStatement } from './errors.ts'

/** Connections that ended or whose server stopped responding. */
const lostClients = new WeakSet<ClientBase>()

/** The severities after which the server closes the connection. */
const fatalSeverities = new Set<unknown>(['FATAL', 'PANIC'])

/**
 * Notes a failed query. Unless the server itself reported the failure and continues, the outcome is unknown, and
 * another query on that connection would only time out again. Nor is a connection usable whose prepared statements
 * the server no longer has.
 */
export function noteQueryFailure(client: ClientBase, error: unknown): void {
  const isReported = error instanceof Error && 'severity' in error && !fatalSeverities.has(error.severity)
  if (!isReported || isMissingStatement(error)) lostClients.add(client)
}

/** Discards a connection that ended, or whose transaction could not be ended. */
export function discardConnection(client: ClientBase): void {
  lostClients.add(client)
}

/** Whether a connection is no longer usable. */
export function isLost(client: ClientBase): boolean {
  return lostClients.has(client)
}
