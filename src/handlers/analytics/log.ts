import { findExerciseFacts } from '../../db/exercises/facts.ts'
import { listBodyweights } from '../../db/measurements.ts'
import type { Reader } from '../../db/schema.ts'
import {
  type Instants,
  type LoggedSet,
  type LoggedWorkout,
  listLoggedWorkouts,
} from '../../db/training-log.ts'
import { bodyweightOver } from '../../training/bodyweight.ts'
import type { Days } from '../../training/days.ts'
import type { TrainingContext } from '../../training/exercise-work.ts'
import { bodyweightShareOf } from '../../training/load.ts'
import type { PerformedSet } from '../../training/types.ts'
import { setWork } from '../set-work.ts'

/** Sets as the science takes them, and what it has to know beside them. */
export interface TrainingLog {
  readonly sets: readonly PerformedSet[]
  readonly context: TrainingContext
}

/** Gathers what is needed to reckon with sets: facts of their exercises, and bodyweights where a lift moves the body. */
export async function trainingLog(
  db: Reader,
  user: { readonly id: string },
  rows: readonly LoggedSet[],
  days: Days,
): Promise<TrainingLog> {
  const exercises = await findExerciseFacts(db, user.id, new Set(rows.map(({ exerciseId }) => exerciseId)))
  const moving = new Set(
    exercises
      .values()
      .filter((facts) => bodyweightShareOf(facts) > 0)
      .map(({ id }) => id),
  )
  if (moving.size === 0) {
    return {
      sets: rows.map((row) => performedSet(row)),
      context: { exercises, bodyweightAt: bodyweightOver([], days) },
    }
  }
  const measured = await listBodyweights(db, user.id)
  const workouts = workoutsById(await listLoggedWorkouts(db, user.id, instantsOf(rows)))
  return {
    sets: rows.map((row) => performedSet(row, workouts.get(row.workoutId)?.bodyweightGrams ?? undefined)),
    context: { exercises, bodyweightAt: bodyweightOver(measured, days) },
  }
}

function performedSet(row: LoggedSet, workoutBodyweightGrams?: number): PerformedSet {
  const { id, workoutId, exerciseId, performedAt } = row
  return { ...setWork(row), id, workoutId, exerciseId, performedAt, workoutBodyweightGrams }
}

function workoutsById(workouts: readonly LoggedWorkout[]): Map<string, LoggedWorkout> {
  return new Map(workouts.map((workout) => [workout.id, workout]))
}

/** From the first of the sets to the last, which come oldest first. */
function instantsOf(rows: readonly LoggedSet[]): Instants {
  return { from: rows[0]?.performedAt ?? 0, before: (rows.at(-1)?.performedAt ?? 0) + 1 }
}
