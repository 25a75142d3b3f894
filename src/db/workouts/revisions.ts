import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { WorkoutRevisionsTable } from '../schema/workouts.ts'
import { compress, decompress } from '../values/compress.ts'
import { contentOf } from './content.ts'
import type { WorkoutAggregate } from './rows.ts'

type Content = Schemas['WorkoutInput']

/** How long a replaced state is kept, in milliseconds. */
export const revisionLifetimeMs = 90 * 86_400_000

/** A replaced state. */
export interface KeptRevision {
  readonly revision: number
  readonly replacedAt: number
  readonly reason: WorkoutRevisionsTable['reason']
  readonly content: Content
}

const insertRevision = prepare((db, row: Selectable<WorkoutRevisionsTable>) =>
  db.insertInto('workoutRevisions').values(row),
)

interface Page {
  readonly userId: string
  readonly workoutId: string
  readonly before: number | undefined
  readonly limit: number
}

const pageQuery = prepare((db, { userId, workoutId, before, limit }: Page) => {
  const query = db
    .selectFrom('workoutRevisions')
    .select(['revision', 'replacedAt', 'reason', 'content'])
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .orderBy('revision', 'desc')
    .limit(limit)
  return before === undefined ? query : query.where('revision', '<', before)
})

const dropRevisions = prepare((db, { before, limit }: { readonly before: number; readonly limit: number }) =>
  db
    .deleteFrom('workoutRevisions')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'workoutId', 'revision'),
        'in',
        selectFrom('workoutRevisions')
          .select(['userId', 'workoutId', 'revision'])
          .where('replacedAt', '<', before)
          .orderBy('replacedAt')
          .limit(limit)
          .$asTuple('userId', 'workoutId', 'revision'),
      ),
    ),
)

/** Stores the state that is about to be replaced. */
export async function keepRevision(
  tx: Tx,
  replaced: WorkoutAggregate,
  reason: WorkoutRevisionsTable['reason'],
  now: number,
): Promise<void> {
  const { userId, id, revision } = replaced.workout
  const content = compress(contentOf(replaced))
  await insertRevision.run(tx, { userId, workoutId: id, revision, replacedAt: now, reason, content })
}

/** The states of a workout that were replaced before `before`, newest first; at most `limit`. */
export async function listRevisions(
  db: Reader,
  userId: string,
  workoutId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<KeptRevision[]> {
  return (await pageQuery.all(db, { userId, workoutId, before, limit })).map(readRevision)
}

/** One replaced state of a workout; without `revision` the last one. */
export async function findRevision(
  db: Reader,
  userId: string,
  workoutId: string,
  revision: number | undefined,
): Promise<KeptRevision | undefined> {
  const [last] = await listRevisions(db, userId, workoutId, {
    before: revision === undefined ? undefined : revision + 1,
    limit: 1,
  })
  return revision === undefined || last?.revision === revision ? last : undefined
}

/**
 * Deletes up to `limit` revisions of all users past their retention, oldest first, and resolves to how many.
 */
export function deleteExpiredRevisions(tx: Tx, now: number, limit: number): Promise<number> {
  return dropRevisions.run(tx, { before: now - revisionLifetimeMs, limit })
}

function readRevision(row: Omit<KeptRevision, 'content'> & { readonly content: Uint8Array }): KeptRevision {
  return { ...row, content: decompress<Content>(row.content) }
}
