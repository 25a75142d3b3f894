import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Caller } from '../crud/operations.ts'
import { isSaved } from '../crud/resource.ts'
import type { Current, Deleted, Invalid, Missing } from '../crud/results.ts'
import { findRun } from './next.ts'
import { presentRun } from './present.ts'
import { type RunEnded, runs, type TooManyDecisions } from './resource.ts'

/** Adds a decision to a run. The same decision again changes nothing. */
export function decide(
  { user, db, now }: Caller,
  id: string,
  decision: Schemas['RunDecision'],
): Promise<
  Current<Schemas['Run']> | Missing<'run'> | Deleted<'run'> | RunEnded | TooManyDecisions | Invalid
> {
  return transact(db, user.id, async (tx) => {
    const run = await findRun(tx, user.id, id)
    if ('kind' in run) return run
    const { lifts: _, ...content } = run.content
    if (content.decisions.some((one) => one.id === decision.id)) {
      return { kind: 'current', value: await presentRun(tx, run, user.unit) }
    }
    if (content.status === 'ended') return { kind: 'run_ended' }
    const draft = { userId: user.id, id, input: { ...content, decisions: [decision] }, wasOffline: false }
    const saved = await runs.update(tx, run, draft, now())
    if (!isSaved(saved)) return saved.kind === 'invalid' ? inBody(saved) : saved
    return { kind: 'current', value: await presentRun(tx, saved.stored, user.unit) }
  })
}

/** Faults of the only decision that was sent, which is the whole body. */
function inBody({ errors, ...rest }: Invalid): Invalid {
  return {
    ...rest,
    errors: errors.map((error) =>
      error.pointer === undefined ? error : { ...error, pointer: error.pointer.replace('/decisions/0', '') },
    ),
  }
}
