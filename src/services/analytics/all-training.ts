import { isDeepStrictEqual } from 'node:util'
import { readTogether } from '#db/engine/read-together.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '#db/measurements/bodyweights.ts'
import {
  listChangedPackedWorkouts,
  listPackedWorkouts,
  type PackedWorkoutRow,
  withChanged,
} from '#db/packed/packed-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listTrainedExerciseIds } from '#db/training-log/training-log.ts'
import { bodyweightShareOf } from '#training/load.ts'
import type { ExerciseIndex } from '#training/types.ts'
import { daysAround } from '../training-log/day-range.ts'

/** All of a user's training, with the context needed for calculations. */
export interface AllTraining {
  /** Oldest first. */
  readonly workouts: readonly PackedWorkoutRow[]
  readonly exercises: ExerciseIndex
  /** Oldest first; empty if none of the exercises moves the lifter's body. */
  readonly measured: readonly BodyweightRow[]
}

/** All training as of an earlier read, when `seq` was the user's last change. */
export interface TrainingBefore {
  readonly seq: number
  readonly training: AllTraining
}

/** Reads all of a user's training. Given an earlier state, reads only the workouts that changed since. */
export async function allTraining(db: Reader, userId: string, before?: TrainingBefore): Promise<AllTraining> {
  const [workouts, ids] = await readTogether(db, () => [
    workoutsNow(db, userId, before),
    listTrainedExerciseIds(db, userId),
  ])
  const exercises = await findExerciseFacts(db, userId, new Set(ids))
  const moving = exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  const span = [workouts[0], workouts.at(-1)].flatMap((row) => (row ? [row.startedAt] : []))
  const measured = moving && span.length > 0 ? await listBodyweights(db, userId, daysAround(span)) : []
  return { workouts, exercises, measured }
}

async function workoutsNow(
  db: Reader,
  userId: string,
  before: TrainingBefore | undefined,
): Promise<readonly PackedWorkoutRow[]> {
  if (!before) return listPackedWorkouts(db, userId)
  const changed = await listChangedPackedWorkouts(db, userId, before.seq)
  return withChanged(before.training.workouts, changed)
}

/**
 * The number of workouts, counted from the first, that are unchanged along with everything that their
 * figures depend on.
 */
export function unchangedWorkouts(before: AllTraining, now: AllTraining): number {
  for (const [id, facts] of now.exercises) {
    const known = before.exercises.get(id)
    if (known !== facts && known !== undefined && !isDeepStrictEqual(known, facts)) return 0
  }
  const end = sameBodyweightsBefore(before.measured, now.measured)
  const place = now.workouts.findIndex((row, at) => row !== before.workouts[at] || row.startedAt >= end)
  return place < 0 ? now.workouts.length : place
}

/** The time before which workouts have the same bodyweight as before. */
function sameBodyweightsBefore(before: readonly BodyweightRow[], now: readonly BodyweightRow[]): number {
  const same = (row: BodyweightRow, at: number) =>
    row.measuredAt === before[at]?.measuredAt && row.weightGrams === before[at]?.weightGrams
  const place = now.findIndex((row, at) => !same(row, at))
  const first = place < 0 ? now.length : place
  const others = [before[first], now[first]].flatMap((row) => (row ? [row.measuredAt] : []))
  if (others.length === 0) return Number.POSITIVE_INFINITY
  // The first measurement also applies to everything before it.
  return first === 0 ? Number.NEGATIVE_INFINITY : daysAround(others).from
}
