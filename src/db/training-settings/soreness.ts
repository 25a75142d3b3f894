import { type Selectable, sql } from 'kysely'
import type { PageRequest } from '#lib/page.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { SorenessTable } from '../schema/training-settings.ts'
import { nextSeq } from '../sync/change-numbers.ts'
import type { Instants } from '../values/instant.ts'

/** A soreness report and its time, in milliseconds since 1970. */
export type SorenessRow = Pick<Selectable<SorenessTable>, 'muscle' | 'soreness' | 'reportedAt'>

const selectReports = prepare((db, { userId, from, before }: Instants & { readonly userId: string }) =>
  db
    .selectFrom('soreness')
    .select(['muscle', 'soreness', 'reportedAt'])
    .where('userId', '=', userId)
    .where('reportedAt', '>=', from)
    .where('reportedAt', '<', before)
    .orderBy('reportedAt')
    .orderBy('muscle'),
)

const selectPage = prepare(
  (
    db,
    p: {
      readonly userId: string
      readonly reportedAt: number
      readonly muscle: string
      readonly limit: number
    },
  ) =>
    db
      .selectFrom('soreness')
      .select(['muscle', 'soreness', 'reportedAt'])
      .where('userId', '=', p.userId)
      .where(({ and, eb, or }) =>
        or([
          eb('reportedAt', '>', p.reportedAt),
          and([eb('reportedAt', '=', p.reportedAt), eb(sql<string>`muscle`, '>', p.muscle)]),
        ]),
      )
      .orderBy('reportedAt')
      .orderBy('muscle')
      .limit(p.limit),
)

/** The position of the last report on a page, newest first. */
export interface SorenessPosition {
  readonly reportedAt: number
  readonly muscle: string
}

/** The time span of a list. An undefined bound is open. */
interface SorenessRange {
  /** Milliseconds since 1970, inclusive. */
  readonly from: number | undefined
  /** Milliseconds since 1970, exclusive. */
  readonly before: number | undefined
}

interface NewestParameters extends SorenessRange {
  readonly userId: string
  readonly limit: number
  readonly lastReportedAt: number | undefined
  readonly lastMuscle: string | undefined
}

const selectNewest = prepare((db, p: NewestParameters) => {
  let query = db
    .selectFrom('soreness')
    .select(['muscle', 'soreness', 'reportedAt'])
    .where('userId', '=', p.userId)
    .orderBy('reportedAt', 'desc')
    .orderBy('muscle', 'desc')
    .limit(p.limit)
  const { from, before, lastReportedAt, lastMuscle } = p
  if (from !== undefined) query = query.where('reportedAt', '>=', from)
  if (before !== undefined) query = query.where('reportedAt', '<', before)
  if (lastReportedAt !== undefined && lastMuscle !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('reportedAt', sql<string>`muscle`), '<', tuple(lastReportedAt, lastMuscle)),
    )
  }
  return query
})

const deleteUnchanged = prepare((db, row: SorenessRow & { readonly userId: string }) =>
  db
    .deleteFrom('soreness')
    .where('userId', '=', row.userId)
    .where('reportedAt', '=', row.reportedAt)
    .where('muscle', '=', row.muscle)
    .where('soreness', '=', row.soreness),
)

const upsertReport = prepare((db, row: Selectable<SorenessTable>) =>
  db
    .insertInto('soreness')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'reportedAt', 'muscle']).doUpdateSet(({ ref }) => ({
        soreness: ref('excluded.soreness'),
        seq: ref('excluded.seq'),
      })),
    ),
)

const deleteReport = prepare(
  (db, { userId, muscle, reportedAt }: Omit<SorenessRow, 'soreness'> & { readonly userId: string }) =>
    db
      .deleteFrom('soreness')
      .where('userId', '=', userId)
      .where('reportedAt', '=', reportedAt)
      .where('muscle', '=', muscle)
      .returning('muscle'),
)

/** A user's reports within a time span, oldest first. */
export function listSoreness(db: Reader, userId: string, range: Instants): Promise<SorenessRow[]> {
  return selectReports.all(db, { userId, ...range })
}

/** A page of a user's reports, newest first, after the one at `after`. */
export function listNewestSoreness(
  db: Reader,
  userId: string,
  range: SorenessRange,
  { after, limit }: PageRequest<SorenessPosition>,
): Promise<SorenessRow[]> {
  return selectNewest.all(db, {
    ...range,
    userId,
    limit,
    lastReportedAt: after?.reportedAt,
    lastMuscle: after?.muscle,
  })
}

/** A page of a user's reports, oldest first, after `last`, the last one of the previous page. */
export function listSorenessAfter(
  db: Reader,
  userId: string,
  last: Pick<SorenessRow, 'reportedAt' | 'muscle'> | undefined,
  limit: number,
): Promise<SorenessRow[]> {
  const { reportedAt, muscle } = last ?? { reportedAt: Number.MIN_SAFE_INTEGER, muscle: '' }
  return selectPage.all(db, { userId, reportedAt, muscle, limit })
}

/** Stores a report, replacing one for the same muscle and instant. */
export async function saveSoreness(tx: Tx, userId: string, report: SorenessRow): Promise<void> {
  await upsertReport.run(tx, { userId, ...report, seq: await nextSeq(tx, userId) })
}

/** Deletes the report about a muscle for an instant; false if there is none. */
export async function deleteSoreness(
  tx: Tx,
  userId: string,
  report: Omit<SorenessRow, 'soreness'>,
): Promise<boolean> {
  return (await deleteReport.all(tx, { userId, ...report })).length > 0
}

/** Writes reports unchanged, for an import. */
export async function writeSoreness(tx: Tx, rows: readonly Selectable<SorenessTable>[]): Promise<void> {
  await upsertReport.runEach(tx, rows)
}

/** Deletes those reports that still have the same value. Resolves to their number. */
export function deleteUnchangedSoreness(
  tx: Tx,
  rows: readonly (SorenessRow & { readonly userId: string })[],
): Promise<number> {
  return deleteUnchanged.runEach(tx, rows)
}
