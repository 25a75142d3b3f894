import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'
import { create, get, remove, replace, restore } from '#services/crud/operations.ts'
import { listMeasurements } from '#services/measurements/list.ts'
import { measurements as resource } from '#services/measurements/resource.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const cursor = new Cursor(
  'listMeasurements',
  Type.Object({ measuredAt: Type.Integer(), id: Type.String() }, { additionalProperties: false }),
)

/** The handlers of the Measurements tag. */
export const measurements = {
  listMeasurements: ({ query, principal: { user }, db }) =>
    respondWithPage(cursor, query, (page) => listMeasurements(db, user, query, page)),

  createMeasurement: async (request) => respond(await create(resource, callerOf(request), request.body)),

  getMeasurement: async (request) => respond(await get(resource, callerOf(request), request.path.id)),

  replaceMeasurement: async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),

  deleteMeasurement: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),

  restoreMeasurement: async (request) => respond(await restore(resource, callerOf(request), request.path.id)),
} satisfies Partial<AppHandlers>
