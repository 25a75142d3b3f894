import type { Schemas } from '#generated/types.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'

const selectLastPhase = prepare((db, { userId, from, before }: Instants & { readonly userId: string }) =>
  db
    .selectFrom('packedWorkouts')
    .select('phase')
    .where('userId', '=', userId)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .orderBy('startedAt', 'desc')
    .limit(1),
)

/** The phase of the last workout within a time span. */
export async function findLastPhase(
  db: Reader,
  userId: string,
  range: Instants,
): Promise<Schemas['TrainingPhase'] | undefined> {
  return (await selectLastPhase.first(db, { userId, ...range }))?.phase ?? undefined
}
