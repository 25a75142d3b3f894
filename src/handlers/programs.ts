import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'
import { create, remove, replace } from '#services/crud/operations.ts'
import { convertProgram } from '#services/programs/convert.ts'
import { createFromWorkout } from '#services/programs/from-workout.ts'
import { getProgram } from '#services/programs/get.ts'
import { listPrograms } from '#services/programs/list.ts'
import { planProgram } from '#services/programs/plan.ts'
import { previewProgram } from '#services/programs/preview.ts'
import { programs as resource } from '#services/programs/resource.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const listCursor = new Cursor(
  'listPrograms',
  Type.Object({ name: Type.String(), id: Type.String() }, { additionalProperties: false }),
)

/** The handlers of the Programs tag. */
export const programs = {
  listPrograms: ({ query, principal: { user }, db }) =>
    respondWithPage(listCursor, query, (page) => listPrograms(db, user, query, page)),

  createProgram: async (request) => respond(await create(resource, callerOf(request), request.body)),

  getProgram: async ({ path, query, principal: { user }, db }) =>
    respond(await getProgram(db, user, path.id, query.revision)),

  replaceProgram: async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),

  deleteProgram: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),

  previewProgram: async ({ query, body, principal: { user }, db, now }) =>
    respond(await previewProgram(db, user, body, { at: now(), unit: query.unit ?? user.unit })),

  planProgram: async ({ query, body, principal: { user }, db, now }) =>
    respond(await planProgram(db, user, body, { at: now(), unit: query.unit ?? user.unit })),

  convertProgram: async ({ body, principal: { user }, db }) =>
    respond(await convertProgram(db, user.id, body)),

  async createProgramFromWorkout(request) {
    const response = respond(await createFromWorkout(callerOf(request), request.body))
    if (response.status !== 201) return response
    return { ...response, headers: { Location: `/api/programs/${response.body.id}` } }
  },
} satisfies Partial<AppHandlers>
