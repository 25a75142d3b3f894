import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { bytesLiteral } from '../engine/literals.ts'
import { prepare } from '../engine/prepare.ts'
import type { QueryBuilder } from '../engine/types.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { WorkoutRevisionsTable } from '../schema/workouts.ts'
import { compress, decompress, isCompressed } from '../values/compress.ts'
import type { WorkoutColumns } from './rows.ts'

type Content = Schemas['WorkoutInput']

/** How long a replaced state is kept, in milliseconds. */
export const revisionLifetimeMs = 90 * dayMs

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

const selectPage = prepare((db, { userId, workoutId, before, limit }: Page) => {
  const query = db
    .selectFrom('workoutRevisions')
    .select(['revision', 'replacedAt', 'reason', 'content'])
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .orderBy('revision', 'desc')
    .limit(limit)
  return before === undefined ? query : query.where('revision', '<', before)
})

/** Whether the content is uncompressed, and so starts like JSON. */
function isPlain(db: QueryBuilder): RawBuilder<boolean> {
  return sql`substr(content, 1, 1) = ${bytesLiteral(db, '7b')}`
}

const selectPlainRevisions = prepare((db, p: { readonly limit: number }) =>
  db
    .selectFrom('workoutRevisions')
    .select(['userId', 'workoutId', 'revision', 'content'])
    .where(isPlain(db))
    .orderBy('replacedAt')
    .limit(p.limit),
)

const replaceContent = prepare(
  (db, row: Pick<Selectable<WorkoutRevisionsTable>, 'userId' | 'workoutId' | 'revision' | 'content'>) =>
    db
      .updateTable('workoutRevisions')
      .set({ content: row.content })
      .where('userId', '=', row.userId)
      .where('workoutId', '=', row.workoutId)
      .where('revision', '=', row.revision),
)

const deleteExpired = prepare((db, { before, limit }: { readonly before: number; readonly limit: number }) =>
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

/**
 * Stores the document that is about to be replaced. It is compressed later, because that takes longer than
 * writing it.
 */
export async function storeRevision(
  tx: Tx,
  { userId, id, revision }: Pick<WorkoutColumns, 'userId' | 'id' | 'revision'>,
  document: string,
  reason: WorkoutRevisionsTable['reason'],
  now: number,
): Promise<void> {
  const content = new TextEncoder().encode(document)
  await insertRevision.send(tx, { userId, workoutId: id, revision, replacedAt: now, reason, content })
}

/** The replaced states of a workout with revisions below `before`, newest first; at most `limit`. */
export async function listRevisions(
  db: Reader,
  userId: string,
  workoutId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<KeptRevision[]> {
  return (await selectPage.all(db, { userId, workoutId, before, limit })).map(readRevision)
}

/** A replaced state of a workout; without `revision`, the last one. */
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
 * Deletes up to `limit` expired revisions of all users, oldest first. Returns their number.
 */
export function deleteExpiredRevisions(tx: Tx, now: number, limit: number): Promise<number> {
  return deleteExpired.run(tx, { before: now - revisionLifetimeMs, limit })
}

/**
 * Compresses up to `limit` revisions of all users that were stored as text, oldest first. Returns their
 * number.
 */
export async function compressRevisions(tx: Tx, _now: number, limit: number): Promise<number> {
  const rows = await selectPlainRevisions.all(tx, { limit })
  await replaceContent.runEach(
    tx,
    rows.map(({ content, ...key }) => ({ ...key, content: compress(new TextDecoder().decode(content)) })),
  )
  return rows.length
}

function readRevision(row: Omit<KeptRevision, 'content'> & { readonly content: Uint8Array }): KeptRevision {
  return { ...row, content: readContent(row.content) }
}

function readContent(content: Uint8Array): Content {
  return isCompressed(content) ? decompress<Content>(content) : JSON.parse(new TextDecoder().decode(content))
}
