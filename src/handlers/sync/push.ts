import type { components } from '../../../generated/types.ts'
import { othersTurn } from '../../breathe.ts'
import { findSessionAccess } from '../../db/sessions.ts'
import { findSyncState } from '../../db/sync/state.ts'
import { transact } from '../../db/transact.ts'
import { ok, problem } from '../../http/answer.ts'
import { retryAfterOf } from '../../http/unavailable.ts'
import type { Log } from '../../log.ts'
import { sessionEnded } from '../account-problems.ts'
import type { AppHandlers } from '../context.ts'
import { applyMutation, type Outcome } from './mutation.ts'
import { resultOf, resultOfFaulty } from './result.ts'

type Words = components['schemas']

/** A transaction of a push begins no further mutation after so many milliseconds: others wait for it. */
const turnMs = 8

/** `POST /api/sync/push` */
export const pushMutations: AppHandlers['pushMutations'] = async (request) => {
  const { body, principal, db, now, log, problemOf } = request
  const state = await findSyncState(db, principal.user.id)
  if (!state) return sessionEnded()
  if (body.epoch !== undefined && body.epoch !== state.epoch) return otherDatabase
  const { mutations } = body
  const results: Words['SyncResult'][] = []
  while (results.length < mutations.length) {
    const done = await transact(db, async (tx) => {
      const started = performance.now()
      // Whatever ended the session since the turn before, ends the push.
      const access = await findSessionAccess(tx, principal.user.id, principal.session.id, now())
      if (access.kind !== 'open') return undefined
      const turn: Words['SyncResult'][] = []
      for (const [index, item] of mutations.entries()) {
        if (index < results.length) continue
        if (turn.length > 0 && performance.now() - started > turnMs) break
        if (!item.good) turn.push(resultOfFaulty(item, problemOf))
        else {
          const outcome = await outcomeOf(item.item, log, (mutation) =>
            transact(tx, (savepoint) => applyMutation(savepoint, access.user, mutation, now())),
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
  'The database is another than the one that was pulled from: it was restored from a backup. Pull everything anew.',
)

/** A fault of ours in one mutation is told of that one: it must not keep the others from being applied. */
async function outcomeOf(
  mutation: Words['SyncMutation'],
  log: Log,
  apply: (mutation: Words['SyncMutation']) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await apply(mutation)
  } catch (error) {
    // What passes is no mutation's fault: all of it can be tried again.
    if (retryAfterOf(error) !== undefined) throw error
    log.error({ err: error, mutationId: mutation.mutationId }, 'a mutation could not be applied')
    return { kind: 'rejected', refused: ourFault }
  }
}

const ourFault = problem(
  500,
  'internal_error',
  'Something is wrong on the server. The request id finds it in the log.',
)
