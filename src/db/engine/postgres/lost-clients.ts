import type { ClientBase } from 'pg'
import { isMissingStatement } from './errors.ts'

/** Connections that ended or whose server stopped responding. */
const lostClients = new WeakSet<ClientBase>()

/** The severities after which the server closes the connection. */
const fatalSeverities = new Set<unknown>(['FATAL', 'PANIC'])

/** Whether the server itself has reported a failure and continues; otherwise the outcome is unknown. */
export function isReported(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && !fatalSeverities.has(error.severity)
}

/**
 * Notes a failed query. Unless the server itself reported the failure and continues, the outcome is unknown, and
 * another query on that connection would only time out again. A connection is also unusable once the server no longer
 * has its prepared statements.
 */
export function noteQueryFailure(client: ClientBase, error: unknown): void {
  if (!isReported(error) || isMissingStatement(error)) lostClients.add(client)
}

/** Discards a connection that ended, or whose transaction could not be ended. */
export function discardConnection(client: ClientBase): void {
  lostClients.add(client)
}

/** Whether a connection is no longer usable. */
export function isLost(client: ClientBase): boolean {
  return lostClients.has(client)
}
