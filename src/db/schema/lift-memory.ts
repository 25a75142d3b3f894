/**
 * The memory of a user's lifts after all workouts up to a place, from which folding resumes. A write to a workout at
 * or before the place deletes it, in the same transaction.
 */
export interface MemoryCheckpointsTable {
  userId: string
  /** The place: that of the last workout folded. */
  startedAt: number
  workoutId: string
  /** How many workouts were folded. */
  workouts: number
  /** The user's `seq` when it was made: a later checkpoint of the same place has another. */
  seq: number
  /** A digest of everything else that it depends on. */
  context: string
  /** By `packMemory`. */
  content: Uint8Array
}
