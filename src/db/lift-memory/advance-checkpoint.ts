import { type MemoryFold, memoryData } from '#training/lift-state/index.ts'
import { byTime, type PackedWorkoutRow } from '../packed/packed-workouts.ts'
import type { Tx } from '../schema/index.ts'
import { listCheckpoints, saveCheckpoint, workoutsPerOldCheckpoint } from './checkpoints.ts'
import { continueFold, type RememberedLog } from './fold-tail.ts'
import { packMemory } from './memory-bytes.ts'
import type { MemoryOwner } from './memory-context.ts'
import { rememberedLog } from './remembered-log.ts'

/** The spacing of checkpoints, in numbers of workouts. */
interface CheckpointSpacing {
  /** How many of the most recent workouts to leave out, since they change most often. */
  readonly skip: number
  /** The minimum number of workouts between checkpoints. */
  readonly minGap: number
}

const defaultSpacing: CheckpointSpacing = { skip: 4, minGap: 12 }

/**
 * Stores a checkpoint near the end of a user's log, unless there is one. Called in some of the
 * transactions that write workouts, so that reads rarely have to fold more than a few workouts.
 */
export async function advanceCheckpoint(
  tx: Tx,
  user: MemoryOwner,
  earlier?: RememberedLog,
  { skip, minGap } = defaultSpacing,
): Promise<void> {
  const { seq, base, tail, snapshots, context } = await rememberedLog(tx, user, earlier)
  if (!needsCheckpoint({ tail }, { skip, minGap })) return
  const count = tail.length - skip
  const last = tail[count - 1]
  const snapshot = snapshots.findLast((candidate) => candidate.count <= count)
  if (!last || !snapshot) return
  const checkpointAt = (workouts: number, fold: MemoryFold, { startedAt, workoutId }: PackedWorkoutRow) => ({
    userId: user.id,
    startedAt,
    workoutId,
    workouts: (base?.workouts ?? 0) + workouts,
    seq,
    context: context.digestOf(fold.content.exerciseIds, startedAt),
    content: packMemory(memoryData(fold)),
  })
  // After a migration, a change far back or many quick saves, many workouts have no checkpoint, so checkpoints between
  // them are stored, too.
  let lastStored = 0
  for (const { count: farCount, fold } of snapshots) {
    const end = tail[farCount - 1]
    const isNext =
      Math.floor(farCount / workoutsPerOldCheckpoint) > Math.floor(lastStored / workoutsPerOldCheckpoint)
    if (!end || !isNext || count - farCount < workoutsPerOldCheckpoint / 2) continue
    lastStored = farCount
    await saveCheckpoint(tx, checkpointAt(farCount, fold, end), [])
  }
  const checkpoint = checkpointAt(count, continueFold(snapshot, tail, count, context), last)
  const stored = await listCheckpoints(tx, user.id, last.startedAt)
  await saveCheckpoint(
    tx,
    checkpoint,
    stored.filter((other) => byTime(other, last) < 0),
  )
}

/** Whether enough workouts follow the last checkpoint to store another one. */
export function needsCheckpoint(
  { tail }: Pick<RememberedLog, 'tail'>,
  { skip, minGap } = defaultSpacing,
): boolean {
  return tail.length >= skip + minGap
}
