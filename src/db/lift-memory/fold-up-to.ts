import { MemoryFold } from '#training/lift-state/index.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import {
  listPackedWorkoutsUpTo,
  type PackedWorkoutRow,
  type WorkoutPlace,
} from '../packed/packed-workouts.ts'
import type { Reader } from '../schema/index.ts'
import { findCheckpointContent, findLatestCheckpoint } from './checkpoints.ts'
import { unpackMemory } from './memory-bytes.ts'
import { type MemoryOwner, memoryContext } from './memory-context.ts'

/** The maximum number of workouts to fold in one turn, which takes a few milliseconds. */
const maxWorkouts = 256

/**
 * The memory of a user's lifts up to and including a workout, folded from the last checkpoint before it.
 * Undefined if that checkpoint is no longer valid, or is too far back to fold from in one turn.
 */
export async function foldUpTo(
  db: Reader,
  user: MemoryOwner,
  last: WorkoutPlace,
): Promise<MemoryFold | undefined> {
  const { head } = await findLatestCheckpoint(db, user.id, last.startedAt)
  const content = head && (await findCheckpointContent(db, user.id, head))
  const fold = content ? MemoryFold.fromData(unpackMemory(content)) : new MemoryFold()
  const rows = await listPackedWorkoutsUpTo(db, user.id, content && head, last)
  if (rows.length > maxWorkouts) return undefined
  const context = await memoryContext(db, user, fold.exerciseIds().union(exercisesOf(rows)))
  const holds = !content || context.digestOf(fold.exerciseIds(), head.startedAt) === head.context
  if (!holds) return undefined
  fold.take(new PackedSets(rows, (whole) => whole), context.options)
  return fold
}

function exercisesOf(rows: readonly PackedWorkoutRow[]): Set<string> {
  const ids = new Set<string>()
  const sets = new PackedSets(rows, (whole) => whole)
  while (sets.next()) ids.add(sets.exerciseId)
  return ids
}
