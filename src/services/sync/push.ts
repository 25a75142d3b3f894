import { findSessionAccess } from '#db/accounts/sessions.ts'
import type { Profile } from '#db/accounts/users.ts'
import { locksUserFirst, requireLock, savepoint, transact, willRunAgain } from '#db/engine/transact.ts'
import type { Reader, Tx } from '#db/schema/index.ts'
import { findSyncState } from '#db/sync/state.ts'
import type { Schemas } from '#generated/types.ts'
import { retryAfterOf } from '#lib/unavailable.ts'
import { yieldToRequests } from '#lib/yield.ts'
import type { FieldProblem } from '../crud/results.ts'
import { applyMutation, type MutationFailure } from './mutation.ts'
import { type InvalidMutation, invalidMutation, type Outcome, rejected, withPointerBase } from './outcome.ts'

/**
 * The time, in milliseconds, after which a push's transaction starts no further mutations, because other
 * requests are waiting.
 */
const turnMs = 16

/** A pushed mutation, or its problems if it violates the schemas. */
type PushedItem =
  | { readonly valid: true; readonly item: Schemas['SyncMutation'] }
  | { readonly valid: false; readonly problems: readonly FieldProblem[]; readonly id?: string }

/** The reason why a mutation was rejected. */
type PushFailure = MutationFailure | InvalidMutation | { readonly kind: 'internal_error' }

/** The outcome of the mutation at the same index in the push; an invalid one may have no id. */
export type PushResult =
  | (Outcome<PushFailure> & { readonly mutationId: string })
  | { readonly kind: 'rejected'; readonly failure: PushFailure; readonly mutationId: string | undefined }

/** The context of a push. */
export interface Push {
  readonly db: Reader
  /** As authenticated for this request. */
  readonly user: Profile
  readonly sessionId: string
  /** The database's id, as the client knows it. */
  readonly epoch: string | undefined
  readonly mutations: readonly PushedItem[]
  readonly now: () => number
  /** Called with an unexpected error in one mutation. The others are still applied. */
  onError(error: unknown, mutationId: string): void
}

/** Applies mutations in order and independently, in several small transactions. */
export async function pushMutations(
  push: Push,
): Promise<
  | { readonly kind: 'pushed'; readonly results: readonly PushResult[]; readonly epoch: string }
  | { readonly kind: 'session_ended' | 'epoch_changed' }
> {
  const { db, user, sessionId, epoch, mutations, now } = push
  const { id: userId } = user
  const state = await findSyncState(db, userId)
  if (!state) return { kind: 'session_ended' }
  if (epoch !== undefined && epoch !== state.epoch) return { kind: 'epoch_changed' }
  const results: PushResult[] = []
  // A later mutation would have to read what an earlier one has written, which needs the user's lock.
  const expectedUser = mutations.length === 1 ? user : undefined
  while (results.length < mutations.length) {
    const applyTurn = (isolated: boolean) => async (tx: Tx) => {
      const started = performance.now()
      // If the session has ended since the previous turn, the push ends too. Without a lock, there is only one turn.
      const access = locksUserFirst(tx)
        ? await findSessionAccess(tx, userId, sessionId, now())
        : ({ kind: 'open', user } as const)
      if (access.kind !== 'open') return undefined
      const turn: PushResult[] = []
      for (const pushed of mutations.slice(results.length)) {
        if (turn.length > 0 && performance.now() - started > turnMs) break
        const index = results.length + turn.length
        if (!pushed.valid) turn.push({ mutationId: pushed.id, ...rejected(invalidMutation(pushed.problems)) })
        else {
          const mutation = pushed.item
          const apply = async (inner: Tx) => {
            const outcome = await applyMutation(inner, access.user, mutation, now())
            // Another node may have applied the mutation between two of the reads that rejected it.
            if (outcome.kind === 'rejected' || outcome.kind === 'conflict') requireLock(tx)
            return outcome
          }
          const outcome = isolated
            ? await outcomeOf(
                () => savepoint(tx, apply),
                (error) => push.onError(error, mutation.mutationId),
              )
            : await apply(tx)
          turn.push({ mutationId: mutation.mutationId, ...inBody(outcome, index) })
        }
      }
      return turn
    }
    const turnResults = await withoutSavepoints(
      () => transact(db, userId, applyTurn(false), expectedUser),
      () => transact(db, userId, applyTurn(true), expectedUser),
    )
    if (!turnResults) return { kind: 'session_ended' }
    results.push(...turnResults)
    await yieldToRequests()
  }
  return { kind: 'pushed', results, epoch: state.epoch }
}

/**
 * Savepoints keep a mutation that fails unexpectedly from undoing the others of its turn. That is so rare that the turn
 * runs without them first: on SQLite, each copies every page that its mutation changes.
 */
async function withoutSavepoints<T>(attempt: () => Promise<T>, isolated: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (retryAfterOf(error) !== undefined || willRunAgain(error)) throw error
    return isolated()
  }
}

async function outcomeOf(
  apply: () => Promise<Outcome<MutationFailure>>,
  onError: (error: unknown) => void,
): Promise<Outcome<PushFailure>> {
  try {
    return await apply()
  } catch (error) {
    // After a temporary failure, the whole push can be retried.
    if (retryAfterOf(error) !== undefined || willRunAgain(error)) throw error
    onError(error)
    return rejected({ kind: 'internal_error' })
  }
}

/** Converts pointers into a mutation to pointers into the push. */
function inBody(outcome: Outcome<PushFailure>, index: number): Outcome<PushFailure> {
  if (outcome.kind !== 'rejected' || outcome.failure.kind !== 'invalid_mutation') return outcome
  const errors = outcome.failure.errors.map((error) => withPointerBase(`/mutations/${index}`, error))
  return rejected({ kind: 'invalid_mutation', errors })
}
