import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import { maxCyclesAhead } from '#training/programs/index.ts'
import type { Caller } from '../crud/operations.ts'
import { isSaved } from '../crud/resource.ts'
import { type Current, type Deleted, type Invalid, invalid, type Missing } from '../crud/results.ts'
import { findRun } from './next.ts'
import { presentRun } from './present.ts'
import { type RunEnded, runs, type TooManyDecisions } from './resource.ts'
import { foldCurrentRun } from './state.ts'

/** Adds a decision to a run. Adding the same decision again changes nothing. */
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
    if (content.decisions.some((existing) => existing.id === decision.id)) {
      return { kind: 'current', value: await presentRun(tx, run, user.unit) }
    }
    if (content.status === 'ended') return { kind: 'run_ended' }
    if (decision.kind === 'go_to') {
      const { state } = await foldCurrentRun(tx, run)
      const maxCycle = (state.next?.cycle ?? 1) + maxCyclesAhead
      if (decision.step.cycle > maxCycle) return tooFarAhead(maxCycle)
    }
    const draft = {
      userId: user.id,
      id,
      input: { ...content, decisions: [decision] },
      mayReferToDeleted: false,
    }
    const saveResult = await runs.update(tx, run, draft, now())
    if (!isSaved(saveResult)) return saveResult.kind === 'invalid' ? inBody(saveResult) : saveResult
    return { kind: 'current', value: await presentRun(tx, saveResult.stored, user.unit) }
  })
}

function tooFarAhead(maxCycle: number): Invalid {
  const message = `Must be at most ${maxCycle}: ${maxCyclesAhead} cycles after the next step.`
  return invalid({ pointer: '/step/cycle', code: 'range', message })
}

/** The body is the decision alone, so pointers lose the decision's path within the run. */
function inBody({ errors, ...rest }: Invalid): Invalid {
  return {
    ...rest,
    errors: errors.map((error) => {
      if (error.code === 'base_missing') {
        return { ...error, pointer: '/revision', message: `${error.message} Add a set_base decision first.` }
      }
      return error.pointer === undefined
        ? error
        : { ...error, pointer: error.pointer.replace('/decisions/0', '') }
    }),
  }
}
