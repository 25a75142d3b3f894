import type { Insertable } from 'kysely'
import { dayMs } from '#training/day-ms.ts'
import { fromJson, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { Db, Tx } from '../schema/index.ts'
import type { IdempotencyKeysTable } from '../schema/service.ts'

/** A response as stored, so that it can be sent again byte for byte. */
export interface StoredResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null for a response without a body. */
  readonly body: string | null
}

/** A request that may be repeated. */
export interface RepeatableRequest {
  /** The idempotency key that the caller chose. */
  readonly key: string
  /** A hash of everything in the request. */
  readonly fingerprint: string
  readonly operationId: string
}

/**
 * The response, from this request or (`replayed`) from an earlier one; `reused` if the key was used for a
 * different request.
 */
export type OnceOutcome =
  | { readonly kind: 'response'; readonly response: StoredResponse; readonly replayed: boolean }
  | { readonly kind: 'reused' }

/** The minimum time for which a response is stored, in milliseconds: 24 hours. */
export const idempotencyLifetimeMs = dayMs

/**
 * Runs `work`, unless the same request of this user succeeded before; in that case, its response is sent again.
 * The response is stored in the same transaction as the change, so neither exists without the other. A response
 * other than 2xx, or an exception, rolls back `work` and is not stored, so that the key can be used again.
 */
export async function runOnce(
  db: Db,
  userId: string,
  request: RepeatableRequest,
  work: (tx: Tx) => Promise<StoredResponse>,
  now: number = Date.now(),
): Promise<OnceOutcome> {
  try {
    return await transact(db, userId, async (tx) => {
      const stored = await selectKey.first(tx, { userId, key: request.key })
      if (stored) {
        const isSame =
          stored.fingerprint === request.fingerprint && stored.operationId === request.operationId
        return isSame
          ? { kind: 'response', response: toStoredResponse(stored), replayed: true }
          : { kind: 'reused' }
      }
      const response = await work(tx)
      if (response.status < 200 || response.status > 299) throw new RolledBack(response)
      const { status, body } = response
      await insertKey.run(tx, {
        ...request,
        userId,
        status,
        body,
        headers: toJson(response.headers),
        createdAt: now,
      })
      return { kind: 'response', response, replayed: false }
    })
  } catch (error) {
    if (error instanceof RolledBack) return { kind: 'response', response: error.response, replayed: false }
    throw error
  }
}

/**
 * Deletes up to `limit` expired responses of all users, oldest first, and resolves to their number.
 */
export function deleteExpiredResponses(tx: Tx, now: number, limit: number): Promise<number> {
  return deleteExpired.run(tx, { before: now - idempotencyLifetimeMs, limit })
}

/** Carries a response out of a transaction that will be rolled back. */
class RolledBack extends Error {
  readonly response: StoredResponse

  constructor(response: StoredResponse) {
    super('rolled back')
    this.response = response
  }
}

type KeyRow = NonNullable<Awaited<ReturnType<typeof selectKey.first>>>

function toStoredResponse({ status, headers, body }: KeyRow): StoredResponse {
  return { status, headers: fromJson(headers), body }
}

const selectKey = prepare((db, p: { userId: string; key: string }) =>
  db
    .selectFrom('idempotencyKeys')
    .select(['fingerprint', 'operationId', 'status', 'headers', 'body'])
    .where('userId', '=', p.userId)
    .where('key', '=', p.key),
)

const insertKey = prepare((db, p: Insertable<IdempotencyKeysTable>) =>
  db.insertInto('idempotencyKeys').values(p),
)

const deleteExpired = prepare((db, p: { before: number; limit: number }) =>
  db
    .deleteFrom('idempotencyKeys')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'key'),
        'in',
        selectFrom('idempotencyKeys')
          .select(['userId', 'key'])
          .where('createdAt', '<', p.before)
          .orderBy('createdAt')
          .limit(p.limit)
          .$asTuple('userId', 'key'),
      ),
    ),
)
