import { findExerciseFacts } from '#db/exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { type LoggedSet, listWorkoutBodyweights } from '#db/training-log/training-log.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import type { Days } from '#training/days.ts'
import type { TrainingContext } from '#training/exercise-work.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { type ExerciseIndex, factsOf, type PerformedSet } from '#training/types.ts'
import type { WeightUnit } from '#training/units.ts'
import { bodyweightsFor } from '../training-log/bodyweights.ts'
import { wholeDays } from '../training-log/day-range.ts'
import { gramsFor, performedSet } from '../training-log/performed-set.ts'

/** Sets in the form that `training` takes, and what it needs to know besides. */
export interface TrainingLog {
  /** Oldest first. */
  readonly sets: readonly PerformedSet[]
  readonly context: TrainingContext
}

/** The user's days, and the unit in which figures are reported. */
interface LogOptions {
  readonly days: Days
  readonly unit: WeightUnit
}

/**
 * Collects what is needed for calculations with sets, which are given oldest first: the facts of their
 * exercises and, if an exercise moves the body, the bodyweights.
 */
export async function trainingLog(
  db: Reader,
  userId: string,
  rows: readonly LoggedSet[],
  { days, unit }: LogOptions,
): Promise<TrainingLog> {
  const exercises = await findExerciseFacts(db, userId, new Set(rows.map(({ exerciseId }) => exerciseId)))
  const { bodyweightAt, ownOf } = await loadContext(db, userId, rows, exercises, { days, unit })
  return {
    sets: rows.map((row) => performedSet(row, row.workoutId, unit, ownOf(row.workoutId))),
    context: { exercises, bodyweightAt },
  }
}

/** What the loads of sets depend on besides the sets themselves. */
export interface LoadContext {
  readonly bodyweightAt: BodyweightAt
  /** The bodyweight in grams that was entered in a workout itself, if it is used. */
  readonly ownOf: (workoutId: string) => number | undefined
}

/**
 * Collects the bodyweights for the period that contains the sets of exercises that move the body. `rows` are
 * given oldest first.
 */
export async function loadContext(
  db: Reader,
  userId: string,
  rows: readonly Pick<LoggedSet, 'exerciseId' | 'performedAt'>[],
  exercises: ExerciseIndex,
  { days, unit }: LogOptions,
): Promise<LoadContext> {
  const moving = rows.filter(({ exerciseId }) => bodyweightShareOf(factsOf(exercises, exerciseId)) > 0)
  const span = [moving[0], moving.at(-1)].flatMap((row) => (row ? [row.performedAt] : []))
  if (span.length === 0) return { bodyweightAt: bodyweightOver([], days), ownOf: () => undefined }
  const measured = bodyweightsFor(unit, await listBodyweights(db, userId, wholeDays(days, span)))
  const own = await ownBodyweights(db, userId, { days, unit }, span, measured)
  return { bodyweightAt: bodyweightOver(measured, days), ownOf: (workoutId) => own.get(workoutId) }
}

/**
 * The bodyweights entered in workouts themselves, which are used only up to the first day with a measurement.
 */
async function ownBodyweights(
  db: Reader,
  userId: string,
  { days, unit }: LogOptions,
  [from = 0, last = from]: readonly number[],
  [measured]: readonly BodyweightRow[],
): Promise<Map<string, number>> {
  const before = measured ? days.startOf(days.dayOf(measured.measuredAt)) : last + 1
  if (before <= from) return new Map()
  const carried = await listWorkoutBodyweights(db, userId, { from, before })
  return new Map(carried.map(({ id, bodyweightGrams }) => [id, gramsFor(bodyweightGrams, unit)]))
}
