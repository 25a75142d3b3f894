import { findExerciseFacts } from '../../db/exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '../../db/measurements.ts'
import type { Reader } from '../../db/schema.ts'
import { type LoggedSet, listWorkoutBodyweights } from '../../db/training-log/training-log.ts'
import { type BodyweightAt, bodyweightOver } from '../../training/bodyweight.ts'
import type { Days } from '../../training/days.ts'
import type { TrainingContext } from '../../training/exercise-work.ts'
import { bodyweightShareOf } from '../../training/load.ts'
import { type ExerciseIndex, factsOf, type PerformedSet } from '../../training/types.ts'
import type { WeightUnit } from '../../training/units.ts'
import { bodyweightsFor } from '../bodyweights-for.ts'
import { wholeDays } from '../day-range.ts'
import { gramsFor, performedSet } from '../performed-set.ts'

/** Sets as the science takes them, and what it has to know beside them. */
export interface TrainingLog {
  /** Oldest first. */
  readonly sets: readonly PerformedSet[]
  readonly context: TrainingContext
}

/** The user's days, and the unit that the figures are told in. */
interface LogOptions {
  readonly days: Days
  readonly unit: WeightUnit
}

/**
 * Gathers what is needed to reckon with sets, which come oldest first: the facts of their exercises and,
 * where a lift moves the body, the bodyweights.
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

/** What loads of sets are reckoned with, beside the sets. */
export interface LoadContext {
  readonly bodyweightAt: BodyweightAt
  /** The bodyweight that a workout carries itself, in grams, where that tells something. */
  readonly ownOf: (workoutId: string) => number | undefined
}

/** Gathers the bodyweights of the time in which sets were done that move the body. `rows` come oldest first. */
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
 * The bodyweights that workouts carry themselves, which tell something up to the first measured day alone.
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
