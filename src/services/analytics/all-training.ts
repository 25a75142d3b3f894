import { isDeepStrictEqual } from 'node:util'
import { readTogether } from '#db/engine/read-together.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '#db/measurements/bodyweights.ts'
import { compareLogs, type LogChanges } from '#db/packed/compare-logs.ts'
import {
  listChangedPackedWorkouts,
  listPackedWorkouts,
  type PackedWorkoutRow,
  withChangedRows,
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
  /** The measured bodyweights, oldest first. Empty if none of the exercises moves the lifter's body. */
  readonly bodyweights: readonly BodyweightRow[]
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
  const needsBodyweight = exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  const span = [workouts[0], workouts.at(-1)].flatMap((row) => (row ? [row.startedAt] : []))
  const bodyweights =
    needsBodyweight && span.length > 0 ? await listBodyweights(db, userId, daysAround(span)) : []
  return { workouts, exercises, bodyweights }
}

async function workoutsNow(
  db: Reader,
  userId: string,
  before: TrainingBefore | undefined,
): Promise<readonly PackedWorkoutRow[]> {
  if (!before) return listPackedWorkouts(db, userId)
  const changed = await listChangedPackedWorkouts(db, userId, before.seq)
  return withChangedRows(before.training.workouts, changed)
}

/** How training has changed since an earlier read. */
interface TrainingChanges {
  /**
   * The number of workouts, counted from the first, that are unchanged along with everything that their figures depend
   * on.
   */
  readonly unchanged: number
  /** Undefined if anything but workouts has changed. */
  readonly changes: LogChanges | undefined
}

export function changesOfTraining(before: AllTraining, now: AllTraining): TrainingChanges {
  for (const [id, facts] of now.exercises) {
    const previous = before.exercises.get(id)
    if (previous !== facts && previous !== undefined && !isDeepStrictEqual(previous, facts))
      return { unchanged: 0, changes: undefined }
  }
  const end = sameBodyweightsBefore(before.bodyweights, now.bodyweights)
  const isSame = (row: PackedWorkoutRow, earlier: PackedWorkoutRow | undefined) => row === earlier
  const firstChanged = now.workouts.findIndex(
    (row, index) => !isSame(row, before.workouts[index]) || row.startedAt >= end,
  )
  const unchanged = firstChanged < 0 ? now.workouts.length : firstChanged
  const isOnlyWorkouts = end === Number.POSITIVE_INFINITY
  return {
    unchanged,
    changes: isOnlyWorkouts ? compareLogs(before.workouts, now.workouts, unchanged, isSame) : undefined,
  }
}

/** The time before which a change to the measurements affects no workout. */
function sameBodyweightsBefore(before: readonly BodyweightRow[], now: readonly BodyweightRow[]): number {
  const isSame = (row: BodyweightRow, index: number) =>
    row.measuredAt === before[index]?.measuredAt && row.weightGrams === before[index]?.weightGrams
  const firstChanged = now.findIndex((row, index) => !isSame(row, index))
  const first = firstChanged < 0 ? now.length : firstChanged
  const times = [before[first], now[first]].flatMap((row) => (row ? [row.measuredAt] : []))
  if (times.length === 0) return Number.POSITIVE_INFINITY
  // The first measurement also applies to all workouts before it, so a change to it affects all of them.
  return first === 0 ? Number.NEGATIVE_INFINITY : daysAround(times).from
}
