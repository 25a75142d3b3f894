import { itemsOf, listParameter } from './json-list.ts'
import type { Json } from './json.ts'
import { prepare } from './prepared.ts'
import type { Reader } from './schema.ts'
import type { LoggedSet } from './training-log.ts'

/** A set with its place in its exercise of the workout, from 0. */
export interface PlacedSet extends LoggedSet {
  readonly position: number
}

interface OfExercise {
  readonly userId: string
  readonly exerciseId: string
}

const setsQuery = prepare((db, { userId, exerciseId }: OfExercise) =>
  db
    .selectFrom('sets')
    .select([
      'id',
      'workoutId',
      'exerciseId',
      'performedAt',
      'position',
      'type',
      'side',
      'reps',
      'weightGrams',
      'assistanceGrams',
      'durationSeconds',
      'distanceMillimeters',
      'rpe',
      'rir',
    ])
    .where('userId', '=', userId)
    .where('exerciseId', '=', exerciseId)
    .where('type', '!=', 'warmup')
    .orderBy('performedAt')
    .orderBy('position'),
)

const placesQuery = prepare(
  (db, { userId, exerciseId, workoutIds }: OfExercise & { readonly workoutIds: Json<string[]> }) =>
    db
      .selectFrom('sets')
      .innerJoin('workoutExercises', (join) =>
        join
          .onRef('workoutExercises.userId', '=', 'sets.userId')
          .onRef('workoutExercises.workoutId', '=', 'sets.workoutId')
          .onRef('workoutExercises.id', '=', 'sets.workoutExerciseId'),
      )
      .select(['sets.id', 'sets.workoutId', 'workoutExercises.position as place'])
      .where('sets.userId', '=', userId)
      .where('sets.workoutId', 'in', itemsOf(workoutIds))
      .where('sets.exerciseId', '=', exerciseId),
)

/**
 * All of a user's sets of one exercise, warm-ups left out, in the order in which they were done: by time, workouts of the same
 * time by id. The index that answers holds the place in the exercise alone; where a workout holds the exercise twice, which is
 * rare, the places of those are looked up.
 */
export async function listSetsInOrder(db: Reader, userId: string, exerciseId: string): Promise<PlacedSet[]> {
  const rows = (await setsQuery.all(db, { userId, exerciseId })).sort(inOrder)
  const twice = new Set<string>()
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    if (before?.workoutId === row.workoutId && before.position === row.position) twice.add(row.workoutId)
  })
  if (twice.size === 0) return rows
  const found = await placesQuery.all(db, { userId, exerciseId, workoutIds: listParameter(twice) })
  const places = new Map(found.map(({ id, workoutId, place }) => [`${workoutId} ${id}`, place]))
  const placeOf = ({ id, workoutId }: PlacedSet) => places.get(`${workoutId} ${id}`) ?? 0
  return rows.sort((a, b) => byWorkout(a, b) || placeOf(a) - placeOf(b) || a.position - b.position)
}

const byWorkout = (a: PlacedSet, b: PlacedSet) =>
  a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)

const inOrder = (a: PlacedSet, b: PlacedSet) => byWorkout(a, b) || a.position - b.position
