import { sql } from 'kysely'
import { type Json, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import { type LocalTimes, largestOffset } from '../values/local-times.ts'
import type { SetRow, WorkoutRow } from '../workouts/rows.ts'

/** The columns of a set that the figures read. The index that answers holds all of them. */
export const figures = [
  'id',
  'workoutId',
  'exerciseId',
  'performedAt',
  'type',
  'side',
  'reps',
  'weightGrams',
  'assistanceGrams',
  'durationSeconds',
  'distanceMillimeters',
  'rpe',
  'rir',
] as const

/** What the figures read of a set. */
export type LoggedSet = Pick<SetRow, (typeof figures)[number]>

/** What the figures read of a workout. Times are milliseconds since 1970. */
export type LoggedWorkout = Pick<WorkoutRow, 'id' | 'startedAt' | 'endedAt' | 'timeZone'>

/** A bodyweight that a workout carries itself. */
export interface WorkoutBodyweight {
  readonly id: string
  readonly bodyweightGrams: number
}

interface Range extends Instants {
  readonly userId: string
}

const setsQuery = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('sets')
    .select(figures)
    .where('userId', '=', userId)
    .where('performedAt', '>=', from)
    .where('performedAt', '<', before)
    .where('type', '!=', 'warmup')
    .orderBy('performedAt'),
)

const setsOfExerciseQuery = prepare(
  (db, p: { readonly userId: string; readonly exerciseId: string; readonly before: number }) =>
    db
      .selectFrom('sets')
      .select(figures)
      .where('userId', '=', p.userId)
      .where('exerciseId', '=', p.exerciseId)
      .where('performedAt', '<', p.before)
      .where('type', '!=', 'warmup')
      .orderBy('performedAt'),
)

const workoutsQuery = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('workouts')
    .select(['id', 'startedAt', 'endedAt', 'timeZone'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .orderBy('startedAt'),
)

const bodyweightsQuery = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('workouts')
    .select(['id', 'bodyweightGrams'])
    .$narrowType<{ bodyweightGrams: number }>()
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('bodyweightGrams', 'is not', null),
)

/** Whether a set counts: `counts` of the science, for the reader of an index. */
const counting = sql<boolean>`("reps" >= 1 or "durationSeconds" > 0 or "distanceMillimeters" > 0)`

/** Spans of local time, as JSON: `[from, before]` of each. */
type Spans = Json<[number, number][]>

const trainedQuery = prepare(
  (db, p: { readonly userId: string; readonly spans: Spans; readonly before: number }) =>
    db
      .selectFrom(sql<{ key: number; value: string }>`json_each(${p.spans})`.as('listed'))
      .select('listed.key as place')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('workouts')
            .select('workouts.id')
            .where('workouts.userId', '=', p.userId)
            .where('workouts.deletedAt', 'is', null)
            .where('workouts.startedAt', '>=', sql<number>`(listed.value ->> 0) - ${sql.lit(largestOffset)}`)
            .where('workouts.startedAt', '<', sql<number>`(listed.value ->> 1) + ${sql.lit(largestOffset)}`)
            .where('workouts.startedAt', '<', p.before)
            .where('workouts.localStartedAt', '>=', sql<number>`listed.value ->> 0`)
            .where('workouts.localStartedAt', '<', sql<number>`listed.value ->> 1`)
            .where((workout) =>
              workout.exists(
                workout
                  .selectFrom('sets')
                  .select('sets.id')
                  .where('sets.userId', '=', p.userId)
                  .whereRef('sets.workoutId', '=', 'workouts.id')
                  .where('sets.type', '!=', 'warmup')
                  .where(counting),
              ),
            ),
        ),
      ),
)

const lastTrainedQuery = prepare((db, p: { readonly userId: string; readonly before: number }) =>
  db
    .selectFrom('sets')
    .innerJoin('workouts', (join) =>
      join.onRef('workouts.userId', '=', 'sets.userId').onRef('workouts.id', '=', 'sets.workoutId'),
    )
    .select(['performedAt', 'workouts.timeZone'])
    .where('sets.userId', '=', p.userId)
    .where('performedAt', '<', p.before)
    .where('type', '!=', 'warmup')
    .where(counting)
    .orderBy('performedAt', 'desc')
    .limit(1),
)

// From each exercise to the next one in the index, which steps over the sets between.
const exerciseIdsQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .withRecursive('trained', (cte) => {
      const first = cte.selectFrom('sets').where('userId', '=', userId)
      return first
        .select(({ fn }) => fn.min<string | null>('exerciseId').as('exerciseId'))
        .unionAll(
          cte
            .selectFrom('trained')
            .where('trained.exerciseId', 'is not', null)
            .select(({ selectFrom, fn }) =>
              selectFrom('sets')
                .where('sets.userId', '=', userId)
                .whereRef('sets.exerciseId', '>', 'trained.exerciseId')
                .select(() => fn.min<string | null>('sets.exerciseId').as('exerciseId'))
                .as('exerciseId'),
            ),
        )
    })
    .selectFrom('trained')
    .select('exerciseId')
    .where('exerciseId', 'is not', null)
    .$narrowType<{ exerciseId: string }>(),
)

/** A user's sets of a time, warm-ups left out, oldest first. */
export function listLoggedSets(db: Reader, userId: string, range: Instants): Promise<LoggedSet[]> {
  return setsQuery.all(db, { userId, ...range })
}

/** A user's sets of one exercise before an instant, warm-ups left out, oldest first. */
export function listLoggedSetsOf(
  db: Reader,
  userId: string,
  exerciseId: string,
  before: number,
): Promise<LoggedSet[]> {
  return setsOfExerciseQuery.all(db, { userId, exerciseId, before })
}

/** A user's workouts of a time, oldest first. */
export function listLoggedWorkouts(db: Reader, userId: string, range: Instants): Promise<LoggedWorkout[]> {
  return workoutsQuery.all(db, { userId, ...range })
}

/** The bodyweights that a user's workouts of a time carry themselves; those that carry none are left out. */
export function listWorkoutBodyweights(
  db: Reader,
  userId: string,
  range: Instants,
): Promise<WorkoutBodyweight[]> {
  return bodyweightsQuery.all(db, { userId, ...range })
}

/**
 * In which of these spans of local time a user did a set that counts, by their places in the list. Each workout
 * is on the clock of its own time zone; those that start at the instant `before` or later are ignored.
 */
export async function whichTrained(
  db: Reader,
  userId: string,
  spans: readonly LocalTimes[],
  before: number,
): Promise<Set<number>> {
  const listed = toJson(spans.map((span): [number, number] => [span.from, span.before]))
  const found = await trainedQuery.all(db, { userId, spans: listed, before })
  return new Set(found.map(({ place }) => place))
}

/** The start and the time zone of a user's last workout before an instant with a set that counts, if there is one. */
export function findLastTrained(
  db: Reader,
  userId: string,
  before: number,
): Promise<(Pick<SetRow, 'performedAt'> & Pick<WorkoutRow, 'timeZone'>) | undefined> {
  return lastTrainedQuery.first(db, { userId, before })
}

/** The exercises that a user's workouts hold, in the order of their ids. */
export async function listTrainedExerciseIds(db: Reader, userId: string): Promise<string[]> {
  return (await exerciseIdsQuery.all(db, { userId })).map(({ exerciseId }) => exerciseId)
}
