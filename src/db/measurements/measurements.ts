import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { prepare } from '../engine/prepare.ts'
import { requireLock } from '../engine/transact.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { MeasurementsTable } from '../schema/measurements.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { differs } from '../values/differs.ts'
import { refreshForBodyweights } from '../workouts/refresh-totals.ts'
import { spanAffectedByBodyweight } from './bodyweights.ts'

/** A measurement's row. */
export type MeasurementRow = Selectable<MeasurementsTable>

/** The part of a measurement that a client determines. */
export type MeasurementDraft = Omit<
  MeasurementRow,
  'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'
>

/** The position of the last measurement on a page, newest first. */
export interface MeasurementPosition {
  readonly measuredAt: number
  readonly id: string
}

/** Filters of a list of measurements. A missing field doesn't narrow the list. */
export interface MeasurementFilter {
  readonly kind?: Schemas['MeasurementKind'] | undefined
  /** Milliseconds since 1970, inclusive. */
  readonly from?: number | undefined
  /** Milliseconds since 1970, exclusive. */
  readonly before?: number | undefined
}

interface PageParameters extends MeasurementFilter {
  readonly userId: string
  readonly limit: number
  readonly afterMeasuredAt: number | undefined
  readonly afterId: string | undefined
}

const selectRow = prepare((db, { userId, id }: Pick<MeasurementRow, 'userId' | 'id'>) =>
  db.selectFrom('measurements').selectAll().where('userId', '=', userId).where('id', '=', id),
)

const selectPage = prepare((db, p: PageParameters) => {
  let query = db
    .selectFrom('measurements')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('deletedAt', 'is', null)
    .orderBy('measuredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit)
  const { kind, from, before, afterMeasuredAt, afterId } = p
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (from !== undefined) query = query.where('measuredAt', '>=', from)
  if (before !== undefined) query = query.where('measuredAt', '<', before)
  if (afterMeasuredAt !== undefined && afterId !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('measuredAt', 'id'), '<', tuple(afterMeasuredAt, afterId)),
    )
  }
  return query
})

const insertRow = prepare((db, row: MeasurementRow) => db.insertInto('measurements').values(row))

const updateRow = prepare((db, { userId, id, ...columns }: MeasurementRow) =>
  db.updateTable('measurements').set(columns).where('userId', '=', userId).where('id', '=', id),
)

/** Finds a measurement, even if it is a tombstone. */
export function findMeasurement(db: Reader, userId: string, id: string): Promise<MeasurementRow | undefined> {
  return selectRow.first(db, { userId, id })
}

/** A user's measurements that are not deleted, newest first; at most `limit`. */
export function listMeasurements(
  db: Reader,
  userId: string,
  filter: MeasurementFilter,
  { after, limit }: { readonly after: MeasurementPosition | undefined; readonly limit: number },
): Promise<MeasurementRow[]> {
  return selectPage.all(db, {
    ...filter,
    userId,
    limit,
    afterMeasuredAt: after?.measuredAt,
    afterId: after?.id,
  })
}

function isBodyweight({ kind }: Pick<MeasurementRow, 'kind'>): boolean {
  return kind === 'bodyweight'
}

/**
 * Recomputes the totals of workouts that depend on a bodyweight, given its states before and after its change. Needs
 * the user's lock, even if there are none: `fillTotals` may be computing totals from the state before the change, which
 * doesn't raise the seq.
 */
async function refreshTotals(tx: Tx, ...states: readonly MeasurementRow[]): Promise<void> {
  for (const row of states) {
    if (!isBodyweight(row)) continue
    requireLock(tx)
    await refreshForBodyweights(tx, { userId: row.userId, ...(await spanAffectedByBodyweight(tx, row)) })
  }
}

/** Inserts a measurement. Undefined if the user has one with this id, even a deleted one. */
export async function insertMeasurement(
  tx: Tx,
  draft: MeasurementDraft,
  now: number,
): Promise<MeasurementRow | undefined> {
  if (isBodyweight(draft)) requireLock(tx)
  if (await findMeasurement(tx, draft.userId, draft.id)) return undefined
  const row: MeasurementRow = {
    ...draft,
    ...(await firstStamps(tx, draft.userId)),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  await insertRow.send(tx, row)
  await refreshTotals(tx, row)
  return row
}

/** Updates a measurement to the draft; writes nothing if they are the same. */
export async function replaceMeasurement(
  tx: Tx,
  stored: MeasurementRow,
  draft: MeasurementDraft,
  now: number,
): Promise<MeasurementRow> {
  if (!differs(draft, stored)) return stored
  const replaced = await stamp(tx, { ...stored, ...draft }, now)
  const hasMoved = replaced.measuredAt !== stored.measuredAt || replaced.kind !== stored.kind
  await (hasMoved ? refreshTotals(tx, stored, replaced) : refreshTotals(tx, replaced))
  return replaced
}

/** Turns a measurement into a tombstone, and returns it. It keeps its content, so that it can be restored. */
export async function deleteMeasurement(
  tx: Tx,
  stored: MeasurementRow,
  now: number,
): Promise<MeasurementRow> {
  const tombstone = await stamp(tx, { ...stored, deletedAt: now }, now)
  await refreshTotals(tx, stored)
  return tombstone
}

/** Restores a deleted measurement with the content of the draft. */
export async function reviveMeasurement(
  tx: Tx,
  tombstone: MeasurementRow,
  draft: MeasurementDraft,
  now: number,
): Promise<MeasurementRow> {
  const revived = await stamp(tx, { ...tombstone, ...draft, deletedAt: null }, now)
  await refreshTotals(tx, revived)
  return revived
}

async function stamp(tx: Tx, row: MeasurementRow, now: number): Promise<MeasurementRow> {
  const next = { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
  await updateRow.send(tx, next)
  return next
}
