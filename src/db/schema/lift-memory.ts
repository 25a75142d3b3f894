/**
 * The memory of a user's lifts after all workouts up to a position, from which folding resumes. A write
 * to a workout at or before the position deletes it in the same transaction.
 */
export interface MemoryCheckpointsTable {
  userId: string
  /** The position: that of the last folded workout. */
  startedAt: number
  workoutId: string
  /** The number of folded workouts. */
  workouts: number
  /** The user's `seq` when it was created: a later checkpoint at the same position has a different one. */
  seq: number
  /** A digest of what the memory depends on besides the workouts. */
  context: string
  /** Created by `packMemory`. */
  content: Uint8Array
}
