import type { ClientBase } from 'pg'

/** Connections whose other side was not heard of any more, by the last query that was sent on them. */
const lost = new WeakSet<ClientBase>()

/**
 * Notes that a query failed: unless the server itself said so, nobody knows what became of it, and asking for anything
 * else on that connection would only wait as long again.
 */
export function noteFailure(client: ClientBase, error: unknown): void {
  if (!(error instanceof Error && 'severity' in error)) lost.add(client)
}

/** Gives a connection up, whose transaction could not be ended. */
export function discard(client: ClientBase): void {
  lost.add(client)
}

/** Whether a connection can't be used any more. */
export function isLost(client: ClientBase): boolean {
  return lost.has(client)
}
