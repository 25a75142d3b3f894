import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { figures, type LoggedSet } from './training-log.ts'

/** A set with its place in its exercise of the workout, from 0. */
export interface PlacedSet extends LoggedSet {
  readonly position: number
}

interface OfExercise {
  readonly userId: string
  readonly exerciseId: string
  readonly before: number
}

const setsQuery = prepare((db, { userId, exerciseId, before }: OfExercise) =>
  db
    .selectFrom('sets')
    .select([...figures, 'position'])
    .where('userId', '=', userId)
    .where('exerciseId', '=', exerciseId)
    .where('performedAt', '<', before)
    .where('type', '!=', 'warmup')
    .orderBy('performedAt')
    .orderBy('position'),
)

const placesQuery = prepare(
  (db, { userId, workoutIds }: { readonly userId: string; readonly workoutIds: Json<string[]> }) =>
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
      .where('sets.workoutId', 'in', itemsOf(workoutIds)),
)

/** A user's sets of one exercise before an instant, without warm-ups, in the order in which they were done. */
export async function listSetsInOrder(
  db: Reader,
  userId: string,
  exerciseId: string,
  before: number,
): Promise<PlacedSet[]> {
  return inOrderDone(db, userId, await setsQuery.all(db, { userId, exerciseId, before }))
}

/**
 * Sets in the order in which those of each exercise were done: by time, workouts of the same time by id. A set's row holds its place
 * in the exercise alone; where a workout holds an exercise twice, which is rare, the places of those are looked up.
 */
export async function inOrderDone<Placed extends PlacedSet>(
  db: Reader,
  userId: string,
  rows: readonly Placed[],
): Promise<Placed[]> {
  const sorted = rows.toSorted((a, b) => byExercise(a, b) || a.position - b.position)
  const twice = new Set<string>()
  sorted.forEach((row, index) => {
    const before = sorted[index - 1]
    if (before && byExercise(before, row) === 0 && before.position === row.position) twice.add(row.workoutId)
  })
  if (twice.size === 0) return sorted
  const found = await placesQuery.all(db, { userId, workoutIds: listParameter(twice) })
  const places = new Map(found.map(({ id, workoutId, place }) => [`${workoutId} ${id}`, place]))
  const placeOf = ({ id, workoutId }: PlacedSet) => places.get(`${workoutId} ${id}`) ?? 0
  return sorted.sort((a, b) => byExercise(a, b) || placeOf(a) - placeOf(b) || a.position - b.position)
}

const byExercise = (a: PlacedSet, b: PlacedSet) =>
  a.performedAt - b.performedAt || byText(a.workoutId, b.workoutId) || byText(a.exerciseId, b.exerciseId)

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
