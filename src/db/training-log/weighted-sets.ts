import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import type { SetRow } from '../workouts/rows.ts'

/** What strength is judged by of a set that was lifted: reps of a weight. */
export type WeightedSet = Pick<
  SetRow,
  'id' | 'workoutId' | 'exerciseId' | 'performedAt' | 'type' | 'rpe' | 'rir'
> & { readonly reps: number; readonly weightGrams: number }

interface Question extends Instants {
  readonly userId: string
  readonly exerciseIds: Json<string[]>
}

// All of them, and no more columns than needed: to have the best picked by a grouping takes longer than to read them.
const setsQuery = prepare((db, { userId, exerciseIds, from, before }: Question) =>
  db
    .selectFrom('sets')
    .select(['id', 'workoutId', 'exerciseId', 'performedAt', 'type', 'reps', 'weightGrams', 'rpe', 'rir'])
    .$narrowType<{ reps: number; weightGrams: number }>()
    .where('userId', '=', userId)
    .where('exerciseId', 'in', itemsOf(exerciseIds))
    .where('performedAt', '>=', from)
    .where('performedAt', '<', before)
    .where('type', '!=', 'warmup')
    .where('reps', '>=', 1)
    .where('weightGrams', '>', 0),
)

/** The sets of some exercises in which a user lifted a weight in a time, warm-ups left out; in no order. */
export function listWeightedSets(
  db: Reader,
  userId: string,
  exerciseIds: Iterable<string>,
  range: Instants,
): Promise<WeightedSet[]> {
  return setsQuery.all(db, { userId, exerciseIds: listParameter(exerciseIds), ...range })
}
