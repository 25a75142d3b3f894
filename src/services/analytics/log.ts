import type { Profile } from '#db/accounts/users.ts'
import { readsBlockOthers } from '#db/engine/read-together.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '#db/measurements/bodyweights.ts'
import type { Reader } from '#db/schema/index.ts'
import { type LoggedSet, type LoggedWorkout, listWorkoutBodyweights } from '#db/training-log/training-log.ts'
import { listWorkoutsOutsideTimeZone } from '#db/training-log/workout-time-zones.ts'
import type { Instants } from '#db/values/instant.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import type { Days } from '#training/days.ts'
import type { TrainingContext } from '#training/exercise-work.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { gramsFor, type WorkoutFrame } from '#training/log/performed-set.ts'
import { type ExerciseIndex, factsOf, type PerformedSet } from '#training/types.ts'
import type { WeightUnit } from '#training/units.ts'
import { bodyweightsFor } from '../training-log/bodyweights.ts'
import { daysAround } from '../training-log/day-range.ts'
import { type CountedSets, countedSets, countedTraining } from '../training-log/doubts.ts'
import { LoggedPerformedSet } from '../training-log/logged-performed-set.ts'

/** Sets in the form that `training` expects, with their context. */
export interface TrainingLog {
  /** Oldest first. */
  readonly sets: readonly PerformedSet[]
  readonly context: TrainingContext
  /** Sets that were left out because they look like typing errors. */
  readonly doubts: readonly DoubtedSet[]
}

/** The training within a time span. */
interface TrainingLogOver extends TrainingLog {
  /** Oldest first, including those without sets. */
  readonly workouts: readonly LoggedWorkout[]
}

/** The user's days, and the unit in which figures are reported. */
interface LogOptions {
  readonly days: Days
  readonly unit: WeightUnit
}

/**
 * Collects the context for calculations with sets (oldest first): the facts about their exercises and, if
 * an exercise moves the body, the bodyweights. Leaves out sets that look like typing errors.
 */
export async function trainingLog(
  db: Reader,
  user: Profile,
  logged: readonly LoggedSet[],
  options: LogOptions,
): Promise<TrainingLog> {
  const counted = await countedSets(db, user, logged)
  return inContext(db, user, counted, options)
}

/** The same for a user's training within a time span. */
export async function trainingLogOver(
  db: Reader,
  user: Profile,
  range: Instants,
  options: LogOptions,
): Promise<TrainingLogOver> {
  // Where reads don't block others, the bodyweights are read at once, in the same round trip: almost every log has
  // exercises that move the body.
  const [{ workouts, ...counted }, bodyweights] = await Promise.all([
    countedTraining(db, user, range),
    readsBlockOthers(db) ? undefined : listBodyweights(db, user.id, daysAround([range.from, range.before])),
  ])
  return { ...(await inContext(db, user, counted, { ...options, workouts, bodyweights })), workouts }
}

async function inContext(
  db: Reader,
  user: Profile,
  { rows, doubts }: CountedSets<LoggedSet>,
  options: ContextOptions,
): Promise<TrainingLog> {
  const exercises = await findExerciseFacts(db, user.id, new Set(rows.map(({ exerciseId }) => exerciseId)))
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, rows, exercises, options)
  return {
    sets: rows.map((row) => new LoggedPerformedSet(row, options.unit, frameOf(row.workoutId))),
    context: { exercises, bodyweightAt },
    doubts,
  }
}

interface ContextOptions extends LogOptions {
  /** The workouts of the sets, if they are known. */
  readonly workouts?: readonly LoggedWorkout[]
  /** The bodyweights from before the first set until after the last, if they are known. */
  readonly bodyweights?: readonly BodyweightRow[] | undefined
}

/** The data that the figures of sets depend on besides the sets. */
export interface LoadContext {
  readonly bodyweightAt: BodyweightAt
  /** Data shared by the sets of a workout. */
  readonly frameOf: (workoutId: string) => WorkoutFrame | undefined
}

/**
 * Collects the time zones of the workouts and, for the sets of exercises that move the body, the
 * bodyweights. `rows` must be oldest first.
 */
export async function loadContext(
  db: Reader,
  userId: string,
  rows: readonly Pick<LoggedSet, 'exerciseId' | 'performedAt'>[],
  exercises: ExerciseIndex,
  { days, unit, workouts, bodyweights: known }: ContextOptions,
): Promise<LoadContext> {
  const span = spanOf(rows)
  const movingSpan = spanOf(
    rows.filter(({ exerciseId }) => bodyweightShareOf(factsOf(exercises, exerciseId)) > 0),
  )
  // Together, in one round trip to PostgreSQL.
  const [workoutsElsewhere, bodyweights, workoutBodyweights] = await Promise.all([
    workouts?.filter(({ timeZone }) => timeZone !== days.timeZone) ??
      (span ? listWorkoutsOutsideTimeZone(db, userId, span, days.timeZone) : []),
    known ??
      (movingSpan ? listBodyweights(db, userId, daysAround([movingSpan.from, movingSpan.before])) : []),
    workouts ?? (movingSpan ? listWorkoutBodyweights(db, userId, movingSpan) : []),
  ])
  const frames = new Map<string, WorkoutFrame>()
  // Workouts of the same zone share a frame, because an import may have thousands in another zone.
  const frameIn = new Map<string, WorkoutFrame>()
  for (const { id, timeZone } of workoutsElsewhere) {
    const frame = frameIn.get(timeZone) ?? { timeZone }
    frameIn.set(timeZone, frame)
    frames.set(id, frame)
  }
  for (const { id, bodyweightGrams } of workoutBodyweights) {
    if (bodyweightGrams === null) continue
    frames.set(id, { ...frames.get(id), bodyweightGrams: gramsFor(bodyweightGrams, unit) })
  }
  return {
    bodyweightAt: bodyweightOver(bodyweightsFor(unit, bodyweights), days),
    frameOf: (workoutId) => frames.get(workoutId),
  }
}

/** The instants from the first row to the last. */
function spanOf(rows: readonly Pick<LoggedSet, 'performedAt'>[]): Instants | undefined {
  const [first] = rows
  const last = rows.at(-1)
  return first && last && { from: first.performedAt, before: last.performedAt + 1 }
}
