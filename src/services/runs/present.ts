import type { StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { type BaseNow, causeText, type RunState, weightOf } from '#training/programs/index.ts'
import { runNow } from './state.ts'

/** A run with its state, in the shape of the contract. */
export async function presentRun(
  db: Reader,
  stored: StoredRun,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['Run']> {
  const { state } = await runNow(db, stored)
  const { revision, createdAt, updatedAt, ...run } = presentSynced(stored)
  return { ...run, state: presentState(state, unit), revision, createdAt, updatedAt }
}

/** A run without its state. */
export function presentSynced({
  id,
  content,
  revision,
  createdAt,
  updatedAt,
}: StoredRun): Schemas['SyncedRun'] {
  return { id, ...content, revision, createdAt: instant(createdAt), updatedAt: instant(updatedAt) }
}

function presentState(state: RunState, unit: Schemas['WeightUnit']): Schemas['RunState'] {
  const { revision, next, inProgress, bases, done, skipped, extra } = state
  return {
    programRevision: revision,
    ...(next && { next }),
    ...(inProgress !== undefined && { inProgress }),
    bases: Array.from(bases, ([lift, base]) => presentBase(lift, base, unit)),
    done,
    skipped,
    extra: [...extra],
  }
}

function presentBase(lift: string, now: BaseNow, unit: Schemas['WeightUnit']): Schemas['BaseNow'] {
  const { baseGrams, fromGrams: before, workoutId, cause } = now
  return {
    lift,
    base: weightOf(baseGrams, unit),
    ...(before !== undefined && { from: weightOf(before, unit) }),
    ...(cause && { reason: causeText(cause, unit) }),
    ...(workoutId !== undefined && { workoutId }),
  }
}
