import type { FoldedWorkout } from '#training/lift-state/fold-workout.ts'
import { MemoryFold } from '#training/lift-state/memory-fold.ts'
import type { ExerciseNumbers, WorkoutTrace } from '#training/lift-state/workout-trace.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import type { PackedWorkoutRow } from '../packed/packed-workouts.ts'
import type { CheckpointHead } from './checkpoints.ts'
import type { MemoryContext } from './memory-context.ts'

/** The fold of the first `count` workouts of the tail. */
export interface Snapshot {
  readonly count: number
  readonly fold: MemoryFold
}

/** The memory of a user's lifts, with the state needed to continue it. */
export interface RememberedLog {
  /** The user's `seq` before the read. */
  readonly seq: number
  readonly fold: MemoryFold
  /** The checkpoint from which folding resumed; undefined if it started at the first workout. */
  readonly base: CheckpointHead | undefined
  /** The workouts since the checkpoint, oldest first. */
  readonly tail: readonly PackedWorkoutRow[]
  /** Ascending; the first is that of the base. */
  readonly snapshots: readonly Snapshot[]
  /** What the fold of each workout of the tail did, to fold it again after an earlier one has changed. */
  readonly traces: readonly WorkoutTrace[]
  readonly numbers: ExerciseNumbers
  readonly exerciseIds: ReadonlySet<string>
  readonly context: MemoryContext
  /** The digest of the context for the whole tail. */
  readonly digest: string
}

/** A log whose tail isn't folded yet. */
export type LogToFold = Omit<RememberedLog, 'snapshots' | 'traces' | 'numbers' | 'digest'>

/** The number of workouts between snapshots of the tail. */
export const snapshotInterval = 16

/** How many workouts are the same in both lists, counted from the first one to the first that differs. */
export function countSameWorkouts(
  earlier: readonly PackedWorkoutRow[],
  current: readonly PackedWorkoutRow[],
): number {
  const firstDifference = current.findIndex((row, index) => !isSameWorkout(row, earlier[index]))
  return firstDifference < 0 ? current.length : firstDifference
}

export function isSameWorkout(a: PackedWorkoutRow, b: PackedWorkoutRow | undefined): boolean {
  if (a === b) return true
  return (
    b !== undefined &&
    a.workoutId === b.workoutId &&
    a.startedAt === b.startedAt &&
    a.timeZone === b.timeZone &&
    a.bodyweightGrams === b.bodyweightGrams &&
    a.phase === b.phase &&
    Buffer.compare(a.packedSets, b.packedSets) === 0
  )
}

/** The fold of a snapshot and the workouts after it, up to the first `count` of the tail. */
export function continueFold(
  { count: from, fold }: Snapshot,
  tail: readonly PackedWorkoutRow[],
  count: number,
  { options }: MemoryContext,
  onWorkout?: (workout: FoldedWorkout) => void,
): MemoryFold {
  const copy = new MemoryFold(fold.content)
  copy.add(new PackedSets(tail, (whole) => whole, { from, before: count }), options, onWorkout)
  return copy
}
