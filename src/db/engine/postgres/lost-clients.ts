import type { ClientBase } from 'pg'
import { isMissingStatement } from './errors.ts'

/**
 * Connections that can't be used anymore: they ended, their state is unknown, or the server no longer has their
 * prepared statements.
 */
const lostClients = new WeakSet<ClientBase>()

/** The severities after which the server closes the connection. */
const fatalSeverities = new Set<unknown>(['FATAL', 'PANIC'])

/** Whether the server has reported a failure and keeps the connection open; otherwise the outcome is unknown. */
export function isReported(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && !fatalSeverities.has(error.severity)
}

/**
 * Notes a failed query. Unless the server reported the failure and kept the connection open, the outcome is unknown,
 * and further queries on the connection would fail or time out. A connection is also lost once the server no longer has
 * its prepared statements.
 */
export function noteQueryFailure(client: ClientBase, error: unknown): void {
  if (!isReported(error) || isMissingStatement(error)) lostClients.add(client)
}

/** Marks a connection that ended, or whose transaction could not be ended, so that its release discards it. */
export function markLost(client: ClientBase): void {
  lostClients.add(client)
}

/** Whether a connection is no longer usable. */
export function isLost(client: ClientBase): boolean {
  return lostClients.has(client)
}
