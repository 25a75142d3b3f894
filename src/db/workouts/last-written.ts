import { LruMap } from '#lib/lru-map.ts'
import { defineProcessState } from '../engine/process/state.ts'
import type { Reader } from '../schema/index.ts'
import { readWorkout } from './document.ts'
import type { SavedWorkout, StoredWorkout } from './rows.ts'

/** Workouts are remembered for this many users. */
const maxUsers = 64
/** The maximum number of sets of a remembered workout, so that all of them take a few megabytes at most. */
const maxSets = 100

const lastWrittenOf = defineProcessState({
  name: 'the workouts that users wrote last',
  acrossNodes: 'valid: each is only used for a row with the same document',
  create: () => new LruMap<string, SavedWorkout>(maxUsers),
})

/** Remembers a workout that was just written. */
export function rememberWritten(tx: Reader, workout: SavedWorkout): void {
  if (workout.sets.length <= maxSets) lastWrittenOf(tx).set(workout.stored.userId, workout)
}

/**
 * Like {@link readWorkout}. Doesn't parse and pack a document that this process has just written, because most writes
 * replace the workout of the write before: the user logs one set after another.
 */
export function readWorkoutToReplace(reader: Reader, stored: StoredWorkout): SavedWorkout {
  const last = lastWrittenOf(reader).get(stored.userId)
  if (!last || !isSameWorkout(last.stored, stored)) return readWorkout(stored)
  const { revision, createdAt, updatedAt, seq } = stored
  return { ...last, workout: { ...last.workout, revision, createdAt, updatedAt, seq }, stored }
}

/**
 * Whether two rows contain the same workout, whatever its revision: its transaction may have been rolled back, and the
 * same content written again. Times in the user's time zone also depend on the rules that the process knows.
 */
function isSameWorkout(a: StoredWorkout, b: StoredWorkout): boolean {
  return (
    a.id === b.id &&
    a.content === b.content &&
    a.deletedAt === b.deletedAt &&
    a.localStartedAt === b.localStartedAt
  )
}
