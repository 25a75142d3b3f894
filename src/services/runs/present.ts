import type { StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { presentRunState } from '#training/programs/run-state.ts'
import { foldCurrentRun } from './state.ts'

/** Converts a run and its state to the contract's schema. */
export async function presentRun(
  db: Reader,
  stored: StoredRun,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['Run']> {
  const { state } = await foldCurrentRun(db, stored)
  const { revision, createdAt, updatedAt, ...run } = presentSynced(stored)
  return { ...run, state: presentRunState(state, unit), revision, createdAt, updatedAt }
}

/** Converts a run without its state to the contract's schema. */
export function presentSynced({
  id,
  content,
  revision,
  createdAt,
  updatedAt,
}: StoredRun): Schemas['SyncedRun'] {
  return { id, ...content, revision, createdAt: instant(createdAt), updatedAt: instant(updatedAt) }
}
