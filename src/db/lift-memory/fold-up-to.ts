import { MemoryFold, memoryData, restoreMemory } from '#training/lift-state/index.ts'
import { exercisesIn } from '../packed/exercises-in.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import { type LogPosition, listPackedWorkoutsUpTo, type PackedWorkoutRow } from '../packed/packed-workouts.ts'
import type { Reader, Tx } from '../schema/index.ts'
import {
  type CheckpointHead,
  findCheckpointContent,
  findLatestCheckpoint,
  listCheckpoints,
  saveCheckpoint,
} from './checkpoints.ts'
import { packMemory, unpackMemory } from './memory-bytes.ts'
import { type MemoryContext, type MemoryOwner, memoryContext } from './memory-context.ts'

/** The maximum number of workouts to fold in one turn, which takes a few milliseconds. */
const maxWorkouts = 256

/**
 * The memory of a user's lifts up to and including a workout, folded from the last checkpoint before it.
 * Undefined if that checkpoint is no longer valid, or is too far back to fold from in one turn.
 */
export async function foldUpTo(
  db: Reader,
  user: MemoryOwner,
  last: LogPosition,
): Promise<MemoryFold | undefined> {
  const { head } = await findLatestCheckpoint(db, user.id, last.startedAt)
  const rows = await listPackedWorkoutsUpTo(db, user.id, head, last)
  return (await foldAfter(db, user, head, rows))?.fold
}

/** The minimum number of workouts between a checkpoint and the next one that is stored far back. */
const minGap = 16

/**
 * Stores a checkpoint right before a workout far back, unless there is one shortly before it, so that the memory of
 * further workouts at that time is folded quickly. Resolves to whether there is one now.
 */
export async function keepCheckpointBefore(
  tx: Tx,
  user: MemoryOwner,
  { startedAt, workoutId }: LogPosition,
): Promise<boolean> {
  const { seq, head } = await findLatestCheckpoint(tx, user.id, startedAt)
  const upTo = await listPackedWorkoutsUpTo(tx, user.id, head, { startedAt, workoutId })
  const rows = upTo.filter((row) => row.workoutId !== workoutId)
  const last = rows.at(-1)
  if (head && (!last || rows.length < minGap)) return true
  const folded = last && (await foldAfter(tx, user, head, rows))
  if (!folded) return false
  const { fold, context } = folded
  const checkpoint = {
    userId: user.id,
    startedAt: last.startedAt,
    workoutId: last.workoutId,
    workouts: (head?.workouts ?? 0) + rows.length,
    seq,
    // A copy, because `digestOf` caches by set, and the fold's set may have grown since `foldAfter` called it.
    context: context.digestOf(new Set(fold.content.exerciseIds), last.startedAt),
    content: packMemory(memoryData(fold)),
  }
  await saveCheckpoint(tx, checkpoint, head ? await listCheckpoints(tx, user.id, head.startedAt) : [])
  return true
}

/** Folds workouts that follow a checkpoint, or the first ones. */
async function foldAfter(
  db: Reader,
  user: MemoryOwner,
  head: CheckpointHead | undefined,
  rows: readonly PackedWorkoutRow[],
): Promise<{ readonly fold: MemoryFold; readonly context: MemoryContext } | undefined> {
  if (rows.length > maxWorkouts) return undefined
  const content = head && (await findCheckpointContent(db, user.id, head))
  if (head && !content) return undefined
  const fold = content ? restoreMemory(unpackMemory(content)) : new MemoryFold()
  const context = await memoryContext(db, user, fold.content.exerciseIds.union(exercisesIn(rows)))
  if (head && context.digestOf(fold.content.exerciseIds, head.startedAt) !== head.context) return undefined
  fold.add(new PackedSets(rows, (whole) => whole), context.options)
  return { fold, context }
}
