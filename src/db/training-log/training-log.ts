import { sql } from 'kysely'
import { dayMs } from '#training/day-ms.ts'
import { prepare } from '../engine/prepare.ts'
import { type UnpackedSet, unpackSets } from '../packed/unpack.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import { instantsAround, type LocalTimes } from '../values/local-times.ts'
import type { SetRow, WorkoutRow } from '../workouts/rows.ts'

/** The data of a set that figures use. */
export type LoggedSet = Omit<UnpackedSet, 'restSeconds' | 'target' | 'weightUnit' | 'assistanceUnit'>

/** The data of a workout that figures use. Times are in milliseconds since 1970. */
export type LoggedWorkout = Pick<WorkoutRow, 'id' | 'startedAt' | 'endedAt' | 'timeZone' | 'bodyweightGrams'>

/** Workouts, and their sets without warm-ups, both oldest first. */
export interface LoggedTraining {
  readonly workouts: readonly LoggedWorkout[]
  readonly sets: readonly LoggedSet[]
  /** The number of the user's last change when they were read; 0 if there are none. */
  readonly seq: number
}

/** The bodyweight recorded with a workout. */
export interface WorkoutBodyweight {
  readonly id: string
  readonly startedAt: number
  readonly timeZone: string
  readonly bodyweightGrams: number
}

interface Range extends Instants {
  readonly userId: string
}

const selectTraining = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('packedWorkouts')
    .select(['workoutId', 'startedAt', 'endedAt', 'timeZone', 'bodyweightGrams', 'packedSets'])
    // In the same statement, so that it is of the same state as the rows, and takes no transaction.
    .select(({ selectFrom }) => selectFrom('users').select('seq').where('id', '=', userId).as('seq'))
    .where('userId', '=', userId)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .orderBy('startedAt')
    .orderBy('workoutId'),
)

const selectSetsOfExercise = prepare(
  (db, p: { readonly userId: string; readonly exerciseId: string; readonly before: number }) =>
    db
      .selectFrom('performedExercises')
      .select(['workoutId', 'startedAt', 'packedSets'])
      .where('userId', '=', p.userId)
      .where('exerciseId', '=', p.exerciseId)
      .where('startedAt', '<', p.before)
      .orderBy('startedAt')
      .orderBy('workoutId'),
)

const selectBodyweights = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('workouts')
    .select(['id', 'startedAt', 'timeZone', 'bodyweightGrams'])
    .$narrowType<{ bodyweightGrams: number }>()
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('bodyweightGrams', 'is not', null),
)

const weekMs = 7 * dayMs

const selectTrainedWeeks = prepare(
  (db, p: Range & { readonly localFrom: number; readonly localBefore: number }) =>
    db
      .selectFrom('packedWorkouts')
      // On both engines, `/` between integers drops the remainder.
      .select(sql<number>`("localStartedAt" - ${p.localFrom}) / ${sql.lit(weekMs)}`.as('week'))
      .distinct()
      .where('userId', '=', p.userId)
      .where('startedAt', '>=', p.from)
      .where('startedAt', '<', p.before)
      .where('localStartedAt', '>=', p.localFrom)
      .where('localStartedAt', '<', p.localBefore)
      .where('trained', '=', 1),
)

const selectLastTrained = prepare((db, p: { readonly userId: string; readonly before: number }) =>
  db
    .selectFrom('packedWorkouts')
    .select(['startedAt as performedAt', 'timeZone'])
    .where('userId', '=', p.userId)
    .where('startedAt', '<', p.before)
    .where('trained', '=', 1)
    .orderBy('startedAt', 'desc')
    .limit(1),
)

// Jumps from each exercise to the next one in the index, skipping the workouts in between.
const selectExerciseIds = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .withRecursive('trained', (cte) => {
      const first = cte.selectFrom('performedExercises').where('userId', '=', userId)
      return first
        .select(({ fn }) => fn.min<string | null>('exerciseId').as('exerciseId'))
        .unionAll(
          cte
            .selectFrom('trained')
            .where('trained.exerciseId', 'is not', null)
            .select(({ selectFrom, fn }) =>
              selectFrom('performedExercises')
                .where('performedExercises.userId', '=', userId)
                .whereRef('performedExercises.exerciseId', '>', 'trained.exerciseId')
                .select(() => fn.min<string | null>('performedExercises.exerciseId').as('exerciseId'))
                .as('exerciseId'),
            ),
        )
    })
    .selectFrom('trained')
    .select('exerciseId')
    .where('exerciseId', 'is not', null)
    .$narrowType<{ exerciseId: string }>(),
)

/** A user's training within a time span. */
export async function listLoggedTraining(
  db: Reader,
  userId: string,
  range: Instants,
): Promise<LoggedTraining> {
  const rows = await selectTraining.all(db, { userId, ...range })
  const workouts = rows.map(({ workoutId, startedAt, endedAt, timeZone, bodyweightGrams }) => ({
    id: workoutId,
    startedAt,
    endedAt,
    timeZone,
    bodyweightGrams,
  }))
  return { workouts, sets: unpackSets(rows), seq: rows[0]?.seq ?? 0 }
}

/** A user's sets of one exercise before an instant, without warm-ups, in chronological order. */
export async function listLoggedSetsOf(
  db: Reader,
  userId: string,
  exerciseId: string,
  before: number,
): Promise<LoggedSet[]> {
  return unpackSets(await selectSetsOfExercise.all(db, { userId, exerciseId, before }))
}

/** The bodyweights recorded with a user's workouts within a time span. */
export function listWorkoutBodyweights(
  db: Reader,
  userId: string,
  range: Instants,
): Promise<WorkoutBodyweight[]> {
  return selectBodyweights.all(db, { userId, ...range })
}

/**
 * The weeks of a span of local time, counted from 0 at its start, in which a user did a set that counts. Each workout
 * counts at its local time, in its own time zone; those that start at or after the instant `before` are ignored.
 */
export async function trainedWeeks(
  db: Reader,
  userId: string,
  span: LocalTimes,
  before: number,
): Promise<Set<number>> {
  const instants = instantsAround(span)
  const rows = await selectTrainedWeeks.all(db, {
    userId,
    from: instants.from,
    before: Math.min(instants.before, before),
    localFrom: span.from,
    localBefore: span.before,
  })
  return new Set(rows.map(({ week }) => week))
}

/** The start and the time zone of a user's last workout before an instant with a set that counts, if there is one. */
export function findLastTrained(
  db: Reader,
  userId: string,
  before: number,
): Promise<(Pick<SetRow, 'performedAt'> & Pick<WorkoutRow, 'timeZone'>) | undefined> {
  return selectLastTrained.first(db, { userId, before })
}

/** The exercises in a user's workouts, ordered by id. */
export async function listTrainedExerciseIds(db: Reader, userId: string): Promise<string[]> {
  return (await selectExerciseIds.all(db, { userId })).map(({ exerciseId }) => exerciseId)
}
