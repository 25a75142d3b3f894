import { deleteExpiredSessions } from '../accounts/sessions.ts'
import { transactHousekeeping } from '../engine/transact.ts'
import { deleteExpiredResponses } from '../idempotency/stored-responses.ts'
import { deleteExpiredImports } from '../imports/imports.ts'
import type { Db, Tx } from '../schema/index.ts'
import { deleteExpiredMutations } from '../sync/applied.ts'
import { deleteExpiredTombstones } from '../sync/tombstones.ts'
import { compressRevisions, deleteExpiredRevisions } from '../workouts/revisions.ts'

/** The number of deleted rows by kind, and of compressed revisions. */
export interface CleanupCounts {
  readonly compressed: number
  readonly revisions: number
  readonly responses: number
  readonly sessions: number
  readonly imports: number
  readonly mutations: number
  readonly tombstones: number
}

/** The options of {@link collectExpired}. */
export interface CollectOptions {
  /** The maximum number of rows to delete per transaction, while other writes wait. */
  readonly batch?: number
  /** Stops after the current batch. */
  readonly signal?: AbortSignal
}

/** Deleting this many rows takes a few milliseconds if they are revisions of 1.5 kB, with 20 sets each. */
const defaultBatch = 200

/**
 * Deletes rows whose retention has ended: revisions of workouts, and tombstones of workouts, measurements and runs,
 * after 90 days (after which they can't be restored), responses stored for repeated requests after 24 hours, pushed
 * mutations after 97 days, sessions with their tokens 30 days after they expire, and uncommitted imports after 24
 * hours. Also compresses revisions that were stored as text. Works in small batches and lets requests run in between.
 */
export async function collectExpired(
  db: Db,
  now: number,
  { batch = defaultBatch, signal }: CollectOptions = {},
): Promise<CleanupCounts> {
  const processAll = (processBatch: (tx: Tx, now: number, limit: number) => Promise<number>) =>
    runInBatches(() => transactHousekeeping(db, (tx) => processBatch(tx, now, batch)), batch, signal)
  return {
    revisions: await processAll(deleteExpiredRevisions),
    responses: await processAll(deleteExpiredResponses),
    sessions: await processAll(deleteExpiredSessions),
    imports: await processAll(deleteExpiredImports),
    mutations: await processAll(deleteExpiredMutations),
    tombstones: await processAll(deleteExpiredTombstones),
    compressed: await processAll(compressRevisions),
  }
}

/** Processes one batch after another until one isn't full. Resolves to the total number of rows. */
async function runInBatches(
  processBatch: () => Promise<number>,
  batch: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let total = 0
  while (!signal?.aborted) {
    const processed = await processBatch()
    total += processed
    if (processed < batch) break
    await new Promise(setImmediate)
  }
  return total
}
