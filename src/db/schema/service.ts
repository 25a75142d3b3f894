import type { Json } from '../engine/json.ts'

/** The response to a request with an `Idempotency-Key`, in case it is repeated. */
export interface IdempotencyKeysTable {
  userId: string
  key: string
  /** A hash of the request: using the key for a different request is an error. */
  fingerprint: string
  operationId: string
  status: number
  headers: Json<Record<string, string>>
  /** As sent; null for none. */
  body: string | null
  createdAt: number
}

/** Facts about the database itself, by name; see `MetaKey`. */
export interface MetaTable {
  key: MetaKey
  value: string
}

/**
 * `epoch`: changes when a backup is restored, which invalidates all sync cursors. `catalogue`: the version of
 * the seeded catalogue. `unswept:` followed by a user's id: see `imports/sweep.ts`.
 * `untotaled:` followed by a user's id: see `workouts/untotaled.ts`. `totals`: set once the users of older
 * databases have been marked as untotaled. `assistance`: set once the weights of assisted exercises were corrected.
 */
export type MetaKey =
  | 'epoch'
  | 'catalogue'
  | 'totals'
  | 'assistance'
  | `unswept:${string}`
  | `untotaled:${string}`
