import { forgetOldSessions } from '../accounts/sessions.ts'
import { transactHousekeeping } from '../engine/transact.ts'
import { deleteOldResponses } from '../idempotency/stored-responses.ts'
import { deleteExpiredImports } from '../imports/imports.ts'
import type { Db, Tx } from '../schema/index.ts'
import { forgetOldMutations } from '../sync/applied.ts'
import { forgetOldTombstones } from '../sync/tombstones.ts'
import { compressRevisions, dropOldRevisions } from '../workouts/revisions.ts'

/** How many rows of each kind were dropped, and how many revisions were compressed. */
export interface Collected {
  readonly compressed: number
  readonly revisions: number
  readonly answers: number
  readonly sessions: number
  readonly imports: number
  readonly mutations: number
  readonly tombstones: number
}

/** How to collect. */
export interface CollectOptions {
  /** How many rows one statement drops at most, while others have to wait. */
  readonly batch?: number
  /** Stops after the current batch. */
  readonly signal?: AbortSignal
}

/** A revision of 20 sets takes 1.5 kB: dropping this many rows takes a few milliseconds. */
const defaultBatch = 200

/**
 * Drops what has passed its retention: revisions and tombstones of workouts and tombstones of measurements
 * after 90 days (then they are gone for good), answers to repeated requests after 24 hours, pushed mutations
 * after 97 days, sessions with their tokens 30 days after they expired, and uncommitted imports after 24
 * hours; and compresses the revisions of today. Works in small batches, and lets others have their turn in between.
 */
export async function collectExpired(
  db: Db,
  now: number,
  { batch = defaultBatch, signal }: CollectOptions = {},
): Promise<Collected> {
  const all = (drop: (tx: Tx, now: number, limit: number) => Promise<number>) =>
    inBatches(() => transactHousekeeping(db, (tx) => drop(tx, now, batch)), batch, signal)
  return {
    revisions: await all(dropOldRevisions),
    answers: await all(deleteOldResponses),
    sessions: await all(forgetOldSessions),
    imports: await all(deleteExpiredImports),
    mutations: await all(forgetOldMutations),
    tombstones: await all(forgetOldTombstones),
    compressed: await all(compressRevisions),
  }
}

/** Drops batch after batch until one is not full. Resolves to the total. */
async function inBatches(
  drop: () => Promise<number>,
  batch: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let sum = 0
  while (!signal?.aborted) {
    const dropped = await drop()
    sum += dropped
    if (dropped < batch) break
    await new Promise(setImmediate)
  }
  return sum
}
