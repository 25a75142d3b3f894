import { savepoint } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Refused } from '#handlers/refused.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { Stamps } from './resource.ts'

/** Writes one state of a resource. */
export type Write<Ready> = (tx: Tx, ready: Ready) => Promise<Stamps | Refused>

/** Writes what was superseded, and what superseded it on top: both, or neither. */
export async function writeBoth<Ready>(
  tx: Tx,
  superseded: Ready,
  write: Write<Ready>,
  writeOnTop: (tx: Tx) => Promise<Stamps | Refused>,
): Promise<Outcome> {
  try {
    return await savepoint(tx, async (both) => {
      const first = await write(both, superseded)
      if ('problem' in first) return outcomeOf(first, '/superseded')
      const second = await writeOnTop(both)
      if ('problem' in second) throw new Undone(outcomeOf(second))
      return outcomeOf(second)
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}

/** The second write was refused, and the first one is undone with it. */
class Undone extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('undone')
    this.outcome = outcome
  }
}
