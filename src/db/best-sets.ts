import { type QueryCreator, sql } from 'kysely'
import type { Instants } from './instant.ts'
import type { Json } from './json.ts'
import { itemsOf, listParameter } from './json-list.ts'
import { prepare } from './prepared.ts'
import type { Reader, Schema } from './schema.ts'
import type { LoggedSet } from './training-log.ts'

interface Question extends Instants {
  readonly userId: string
  readonly exerciseIds: Json<string[]>
}

const bestQuery = prepare((db, { userId, exerciseIds, from, before }: Question) => {
  const lifted = (reader: QueryCreator<Schema>) =>
    reader
      .selectFrom('sets')
      .where('sets.userId', '=', userId)
      .where('sets.exerciseId', 'in', itemsOf(exerciseIds))
      .where('sets.performedAt', '>=', from)
      .where('sets.performedAt', '<', before)
      .where('sets.type', '!=', 'warmup')
      .where('sets.reps', '>=', 1)
      .where('sets.weightGrams', '>', 0)
  return db
    .with('best', (cte) =>
      lifted(cte)
        .select(['exerciseId', 'reps', 'rpe', 'rir', ({ fn }) => fn.max('weightGrams').as('heaviest')])
        .groupBy(['exerciseId', 'reps', 'rpe', 'rir']),
    )
    .selectFrom('best')
    .innerJoin(lifted(db).selectAll('sets').as('sets'), (join) =>
      join
        .onRef('sets.exerciseId', '=', 'best.exerciseId')
        .onRef('sets.reps', '=', 'best.reps')
        .onRef('sets.weightGrams', '=', 'best.heaviest')
        .on(sql<boolean>`sets.rpe is not distinct from best.rpe and sets.rir is not distinct from best.rir`),
    )
    .select([
      'sets.id',
      'sets.workoutId',
      'sets.exerciseId',
      'sets.performedAt',
      'sets.type',
      'sets.side',
      'sets.reps',
      'sets.weightGrams',
      'sets.assistanceGrams',
      'sets.durationSeconds',
      'sets.distanceMillimeters',
      'sets.rpe',
      'sets.rir',
    ])
})

/**
 * The heaviest sets of each number of reps and each effort that a user did of some exercises in a time: whatever formula is asked, the best
 * set is one of them. Equal ones are all there. Warm-ups are left out.
 */
export function listBestSets(
  db: Reader,
  userId: string,
  exerciseIds: Iterable<string>,
  range: Instants,
): Promise<LoggedSet[]> {
  return bestQuery.all(db, { userId, exerciseIds: listParameter(exerciseIds), ...range })
}
