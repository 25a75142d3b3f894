import { findSessionAccess } from '#db/accounts/sessions.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import { findSyncState } from '#db/sync/state.ts'
import type { Schemas } from '#generated/types.ts'
import { sessionEnded } from '#handlers/account-problems.ts'
import type { AppHandlers } from '#handlers/context.ts'
import { ok, problem } from '#http/response/constructors.ts'
import { retryAfterOf } from '#lib/unavailable.ts'
import { othersTurn } from '#lib/yield.ts'
import type { Log } from '#server/log.ts'
import { applyMutation } from './mutation.ts'
import type { Outcome } from './outcome.ts'
import { resultOf, resultOfFaulty } from './result.ts'

/**
 * After this many milliseconds a push's transaction starts no further mutation, because others are waiting.
 */
const turnMs = 8

/** `POST /api/sync/push` */
export const pushMutations: AppHandlers['pushMutations'] = async (request) => {
  const { body, principal, db, now, log, problemOf } = request
  const state = await findSyncState(db, principal.user.id)
  if (!state) return sessionEnded()
  if (body.epoch !== undefined && body.epoch !== state.epoch) return otherDatabase
  const { mutations } = body
  const results: Schemas['SyncResult'][] = []
  while (results.length < mutations.length) {
    const done = await transact(db, principal.user.id, async (tx) => {
      const started = performance.now()
      // If the session has ended since the previous turn, the push ends too.
      const access = await findSessionAccess(tx, principal.user.id, principal.session.id, now())
      if (access.kind !== 'open') return undefined
      const turn: Schemas['SyncResult'][] = []
      for (const [index, item] of mutations.entries()) {
        if (index < results.length) continue
        if (turn.length > 0 && performance.now() - started > turnMs) break
        if (!item.valid) turn.push(resultOfFaulty(item, problemOf))
        else {
          const outcome = await outcomeOf(item.item, log, (mutation) =>
            savepoint(tx, (nested) => applyMutation(nested, access.user, mutation, now())),
          )
          turn.push(resultOf(item.item, index, outcome, problemOf))
        }
      }
      return turn
    })
    if (!done) return sessionEnded()
    results.push(...done)
    await othersTurn()
  }
  return ok({ results })
}

const otherDatabase = problem(
  410,
  'epoch_changed',
  'The database was restored from a backup since the last pull. Pull everything again.',
)

/**
 * A fault of ours in one mutation is reported for that one: it must not keep the others from being applied.
 */
async function outcomeOf(
  mutation: Schemas['SyncMutation'],
  log: Log,
  apply: (mutation: Schemas['SyncMutation']) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await apply(mutation)
  } catch (error) {
    // A temporary failure isn't the mutation's fault: the whole push can be retried.
    if (retryAfterOf(error) !== undefined) throw error
    log.error({ err: error, mutationId: mutation.mutationId }, 'a mutation could not be applied')
    return { kind: 'rejected', refused: ourFault }
  }
}

const ourFault = problem(
  500,
  'internal_error',
  'Something went wrong on the server. Its log has the details under this requestId.',
)
