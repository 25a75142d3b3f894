import { Type } from '@sinclair/typebox'
import { transact } from '#db/engine/transact.ts'
import {
  deleteMeasurement,
  findMeasurement,
  insertMeasurement,
  listMeasurements,
  type MeasurementRow,
  replaceMeasurement,
} from '#db/measurements/measurements.ts'
import type { Precondition } from '#http/contract-types.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { created, noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { newId } from '#lib/new-id.ts'
import { pageOf } from '#lib/page.ts'
import { measurementIdTaken } from '#services/measurements/problems.ts'
import { draftMeasurement, presentMeasurement } from '#services/measurements/shape.ts'
import { instantRange, rangeReversed } from '#services/training-log/day-range.ts'
import type { AppHandlers } from './context.ts'
import { idMismatch, invalid, invalidCursor } from './problems.ts'

const cursor = new Cursor(
  'listMeasurements',
  Type.Object({ measuredAt: Type.Integer(), id: Type.String() }, { additionalProperties: false }),
)

/** The handlers of the tag Measurements. */
export const measurements: Pick<
  AppHandlers,
  'listMeasurements' | 'createMeasurement' | 'getMeasurement' | 'replaceMeasurement' | 'deleteMeasurement'
> = {
  async listMeasurements({ query, principal: { user }, db }) {
    const range = instantRange(user, query)
    if (!range) return invalid(rangeReversed)
    const after = query.cursor === undefined ? undefined : cursor.decode(query, query.cursor)
    if (query.cursor !== undefined && !after) return invalidCursor()
    const filter = { ...range, kind: query.kind }
    const found = await listMeasurements(db, user.id, filter, { after, limit: query.limit + 1 })
    const { items, last } = pageOf(found, query.limit)
    return ok({
      items: items.map(presentMeasurement),
      ...(last && { nextCursor: cursor.encode(query, { measuredAt: last.measuredAt, id: last.id }) }),
    })
  },

  async createMeasurement({ body, principal: { user }, db, now }) {
    const draft = draftMeasurement(user.id, body.id ?? newId(), body)
    const saved = await transact(db, user.id, (tx) => insertMeasurement(tx, draft, now()))
    return saved ? created(presentMeasurement(saved)) : measurementIdTaken
  },

  async getMeasurement({ path, principal: { user }, db }) {
    const found = await findMeasurement(db, user.id, path.id)
    if (!found) return missing
    return found.deletedAt === null ? ok(presentMeasurement(found)) : deleted
  },

  async replaceMeasurement({ path, body, ifMatch, principal: { user }, db, now }) {
    if (body.id !== undefined && body.id !== path.id) return idMismatch()
    const draft = draftMeasurement(user.id, path.id, body)
    return transact(db, user.id, async (tx) => {
      const kept = await findMeasurement(tx, user.id, path.id)
      const refused = refusal(kept, ifMatch)
      if (refused || !kept) return refused ?? missing
      return ok(presentMeasurement(await replaceMeasurement(tx, kept, draft, now())))
    })
  },

  async deleteMeasurement({ path, ifMatch, principal: { user }, db, now }) {
    return transact(db, user.id, async (tx) => {
      const kept = await findMeasurement(tx, user.id, path.id)
      const refused = refusal(kept, ifMatch)
      if (refused || !kept) return refused ?? missing
      await deleteMeasurement(tx, kept, now())
      return noContent()
    })
  },
}

const missing = problem(404, 'not_found', 'There is no such measurement.')
const deleted = problem(410, 'measurement_deleted', 'This measurement was deleted.')

/** Why a measurement can't be changed, if it can't. */
function refusal(kept: MeasurementRow | undefined, ifMatch: Precondition) {
  if (!kept) return missing
  if (kept.deletedAt !== null) return deleted
  return satisfies(ifMatch, kept.revision) ? undefined : stale(presentMeasurement(kept))
}
