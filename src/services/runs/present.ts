import type { StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { presentRunState } from '#training/programs/run-state.ts'
import { presentDocument } from '../crud/documents.ts'
import { foldCurrentRun } from './state.ts'

/** Converts a run and its state to the contract's schema. */
export async function presentRun(
  db: Reader,
  stored: StoredRun,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['Run']> {
  const { state } = await foldCurrentRun(db, stored)
  const { revision, createdAt, updatedAt, ...run } = presentDocument(stored)
  return { ...run, state: presentRunState(state, unit), revision, createdAt, updatedAt }
}
