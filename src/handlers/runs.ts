import { memberOf } from '#lib/json-text.ts'
import { create, remove, replace } from '#services/crud/operations.ts'
import { adherence } from '#services/runs/adherence.ts'
import { decide } from '#services/runs/decide.ts'
import { getRun } from '#services/runs/get.ts'
import { nextWorkout } from '#services/runs/next.ts'
import { listRuns, runs as resource } from '#services/runs/resource.ts'
import { startWorkout } from '#services/runs/start.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { documentCursor } from './document-cursor.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const listCursor = documentCursor('listRuns')

/** The handlers of the Runs tag. */
export const runs = {
  listRuns: ({ query, principal: { user }, db }) =>
    respondWithPage(listCursor, query, (page) => listRuns(db, user, page)),

  createRun: async (request) => respond(await create(resource, callerOf(request), request.body)),

  getRun: async ({ path, query, principal: { user }, db }) => respond(await getRun(db, user, path.id, query)),

  replaceRun: async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),

  deleteRun: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),

  decideRun: async (request) => respond(await decide(callerOf(request), request.path.id, request.body)),

  getNextWorkout: async ({ path, query, principal: { user }, db, now }) =>
    respond(await nextWorkout(db, user, path.id, query, now())),

  async startRunWorkout(request) {
    const response = respond(await startWorkout(callerOf(request), request.path.id, request.body))
    if (response.status !== 201) return response
    return { ...response, headers: { Location: `/api/workouts/${String(memberOf(response.body, 'id'))}` } }
  },

  getAdherence: async ({ path, principal: { user }, db }) => respond(await adherence(db, user, path.id)),
} satisfies Partial<AppHandlers>
