import type { Insertable } from 'kysely'
import { fromJson, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { Db, Tx } from '../schema/index.ts'
import type { IdempotencyKeysTable } from '../schema/service.ts'

/** A response as stored: sent again, it is the same to the byte. */
export interface StoredResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null: none. */
  readonly body: string | null
}

/** A request that may be repeated. */
export interface RepeatableRequest {
  /** The caller's own name for it. */
  readonly key: string
  /** A hash of everything that was asked. */
  readonly fingerprint: string
  readonly operationId: string
}

/** The response, made now or (`replayed`) the first time; or the key belongs to another request. */
export type OnceOutcome =
  | { readonly kind: 'response'; readonly response: StoredResponse; readonly replayed: boolean }
  | { readonly kind: 'reused' }

/** How long a response is kept at least, in milliseconds: 24 hours. */
export const idempotencyLifetimeMs = 24 * 60 * 60 * 1000

/**
 * Runs `work` unless the same request of this user succeeded before; then that response is sent again. The
 * response is stored in the transaction of the change itself, so there is never one without the other. An
 * response other than 2xx, and a throw, undo what `work` did and are not stored: the key can be used again.
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
      const kept = await findKey.first(tx, { userId, key: request.key })
      if (kept) {
        const same = kept.fingerprint === request.fingerprint && kept.operationId === request.operationId
        return same
          ? { kind: 'response', response: toStoredResponse(kept), replayed: true }
          : { kind: 'reused' }
      }
      const response = await work(tx)
      if (response.status < 200 || response.status > 299) throw new NotKept(response)
      const { status, body } = response
      await keepKey.run(tx, {
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
    if (error instanceof NotKept) return { kind: 'response', response: error.response, replayed: false }
    throw error
  }
}

/**
 * Forgets responses of all users past their retention, oldest first; at most `limit`. Resolves to their number.
 */
export function deleteOldResponses(tx: Tx, now: number, limit: number): Promise<number> {
  return dropKeys.run(tx, { before: now - idempotencyLifetimeMs, limit })
}

/** Carries a response out of a transaction that is to be rolled back. */
class NotKept extends Error {
  readonly response: StoredResponse

  constructor(response: StoredResponse) {
    super('not kept')
    this.response = response
  }
}

type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey.first>>>

function toStoredResponse({ status, headers, body }: KeyRow): StoredResponse {
  return { status, headers: fromJson(headers), body }
}

const findKey = prepare((db, p: { userId: string; key: string }) =>
  db
    .selectFrom('idempotencyKeys')
    .select(['fingerprint', 'operationId', 'status', 'headers', 'body'])
    .where('userId', '=', p.userId)
    .where('key', '=', p.key),
)

const keepKey = prepare((db, p: Insertable<IdempotencyKeysTable>) =>
  db.insertInto('idempotencyKeys').values(p),
)

const dropKeys = prepare((db, p: { before: number; limit: number }) =>
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
