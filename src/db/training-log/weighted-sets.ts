import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { type UnpackedSet, unpackSets } from '../packed/unpack.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'

/** A set with reps and a weight, from which strength is judged. */
export type WeightedSet = UnpackedSet & { readonly reps: number; readonly weightGrams: number }

interface SetsQuery extends Instants {
  readonly userId: string
  readonly exerciseIds: Json<string[]>
}

const selectSets = prepare((db, { userId, exerciseIds, from, before }: SetsQuery) =>
  db
    .selectFrom('performedExercises')
    .select(['workoutId', 'startedAt', 'packedSets'])
    .where('userId', '=', userId)
    .where('exerciseId', 'in', itemsOf(exerciseIds))
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before),
)

/**
 * A user's sets of some exercises with a weight within a time span, without warm-ups, in no particular
 * order.
 */
export async function listWeightedSets(
  db: Reader,
  userId: string,
  exerciseIds: Iterable<string>,
  range: Instants,
): Promise<WeightedSet[]> {
  const rows = await selectSets.all(db, { userId, exerciseIds: listParameter(exerciseIds), ...range })
  return unpackSets(rows).filter(isWeighted)
}

function isWeighted(set: UnpackedSet): set is WeightedSet {
  return set.reps !== null && set.reps >= 1 && set.weightGrams !== null && set.weightGrams > 0
}
