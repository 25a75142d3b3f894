import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { type Json, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { ProgressionsTable } from '../schema/training-settings.ts'
import { nextSeq } from '../sync/change-numbers.ts'

/** A choice of a progression. The row of a reverted choice has no progression, and remains because of its revision. */
export type ProgressionRow = Selectable<ProgressionsTable>

interface ProgressionKey {
  readonly userId: string
  readonly exerciseId: string
}

const selectRow = prepare((db, { userId, exerciseId }: ProgressionKey) =>
  db.selectFrom('progressions').selectAll().where('userId', '=', userId).where('exerciseId', '=', exerciseId),
)

const selectChosen = prepare((db, { userId }: Pick<ProgressionKey, 'userId'>) =>
  db
    .selectFrom('progressions')
    .selectAll()
    .where('userId', '=', userId)
    .where('progression', 'is not', null)
    .orderBy('exerciseId'),
)

const selectPage = prepare((db, { userId, exerciseId, limit }: ProgressionKey & { readonly limit: number }) =>
  db
    .selectFrom('progressions')
    .selectAll()
    .where('userId', '=', userId)
    .where('exerciseId', '>', exerciseId)
    .where('progression', 'is not', null)
    .orderBy('exerciseId')
    .limit(limit),
)

const selectAllRows = prepare((db, { userId }: Pick<ProgressionKey, 'userId'>) =>
  db.selectFrom('progressions').selectAll().where('userId', '=', userId),
)

const revertRow = prepare((db, p: Omit<ProgressionRow, 'progression'>) =>
  db
    .updateTable('progressions')
    .set((column) => ({
      progression: null,
      since: p.since,
      revision: column('revision', '+', 1),
      seq: p.seq,
    }))
    .where('userId', '=', p.userId)
    .where('exerciseId', '=', p.exerciseId)
    .where('revision', '=', p.revision),
)

const upsertRow = prepare((db, row: ProgressionRow) =>
  db
    .insertInto('progressions')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'exerciseId']).doUpdateSet(({ ref }) => ({
        progression: ref('excluded.progression'),
        since: ref('excluded.since'),
        revision: ref('excluded.revision'),
        seq: ref('excluded.seq'),
      })),
    ),
)

/** The user's choice for an exercise, if there ever was one. */
export function findProgression(
  db: Reader,
  userId: string,
  exerciseId: string,
): Promise<ProgressionRow | undefined> {
  return selectRow.first(db, { userId, exerciseId })
}

/** All choices of a user that were not reverted. */
export function listProgressions(db: Reader, userId: string): Promise<ProgressionRow[]> {
  return selectChosen.all(db, { userId })
}

/** A page of a user's choices that weren't reverted, ordered by exercise id, starting after the exercise `after`. */
export function listProgressionsAfter(
  db: Reader,
  userId: string,
  after: string | undefined,
  limit: number,
): Promise<ProgressionRow[]> {
  return selectPage.all(db, { userId, exerciseId: after ?? '', limit })
}

/**
 * Stores the choice of a scheme, or reverts the `current` one if `scheme` is undefined. Choosing the same scheme again
 * does nothing: a later `since` would discard the workouts since the first choice.
 */
export async function saveProgression(
  tx: Tx,
  { userId, exerciseId }: ProgressionKey,
  current: ProgressionRow | undefined,
  scheme: Schemas['ProgressionScheme'] | undefined,
  now: number,
): Promise<ProgressionRow | undefined> {
  const progression: Json<Schemas['ProgressionScheme']> | null = scheme === undefined ? null : toJson(scheme)
  if ((current?.progression ?? null) === progression) return current
  const revision = (current?.revision ?? 0) + 1
  const row = { userId, exerciseId, progression, since: now, revision, seq: await nextSeq(tx, userId) }
  await upsertRow.run(tx, row)
  return row
}

/** Every choice of a user by exercise, including reverted ones. */
export async function progressionsByExercise(
  db: Reader,
  userId: string,
): Promise<Map<string, ProgressionRow>> {
  const rows = await selectAllRows.all(db, { userId })
  return new Map(rows.map((row) => [row.exerciseId, row]))
}

/** Writes choices unchanged, for an import. */
export async function writeProgressions(tx: Tx, rows: readonly ProgressionRow[]): Promise<void> {
  await upsertRow.runEach(tx, rows)
}

/** Reverts those choices that still have the given revision. Resolves to their number. */
export function revertProgressions(
  tx: Tx,
  rows: readonly Omit<ProgressionRow, 'progression'>[],
): Promise<number> {
  return revertRow.runEach(tx, rows)
}
