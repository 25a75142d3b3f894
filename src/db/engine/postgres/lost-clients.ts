import type { ClientBase } from 'pg'

/** Connections whose server stopped responding, as of the last query. */
const lost = new WeakSet<ClientBase>()

/**
 * Notes a failed query. Unless the server itself reported the failure, the outcome is unknown, and
 * another query on that connection would only time out again.
 */
export function noteFailure(client: ClientBase, error: unknown): void {
  if (!(error instanceof Error && 'severity' in error)) lost.add(client)
}

/** Discards a connection whose transaction could not be ended. */
export function discard(client: ClientBase): void {
  lost.add(client)
}

/** Whether a connection is no longer usable. */
export function isLost(client: ClientBase): boolean {
  return lost.has(client)
}
