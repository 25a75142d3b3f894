import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'
import { presumingSession } from '#http/presumption.ts'
import { create, remove, replace } from '#services/crud/operations.ts'
import { getWorkout } from '#services/workouts/get.ts'
import { listWorkouts } from '#services/workouts/list.ts'
import { workouts as resource } from '#services/workouts/resource.ts'
import { listRevisions, restoreWorkout } from '#services/workouts/revisions.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const listCursor = new Cursor(
  'listWorkouts',
  Type.Object({ startedAt: Type.Integer(), id: Type.String() }, { additionalProperties: false }),
)
const revisionCursor = new Cursor('listWorkoutRevisions', Type.Integer())

/** The handlers of the Workouts tag. */
export const workouts = {
  listWorkouts: ({ query, principal: { user }, db }) =>
    respondWithPage(listCursor, query, (page) => listWorkouts(db, user, query, page)),

  createWorkout: presumingSession(async (request) =>
    respond(await create(resource, callerOf(request), request.body)),
  ),

  getWorkout: async ({ path, query, principal: { user }, db }) =>
    respond(await getWorkout(db, user, path.id, query)),

  replaceWorkout: presumingSession(async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),
  ),

  deleteWorkout: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),

  listWorkoutRevisions: ({ path, query, principal: { user }, db }) =>
    respondWithPage(revisionCursor, query, (page) => listRevisions(db, user.id, path.id, page)),

  restoreWorkout: async (request) =>
    respond(await restoreWorkout(callerOf(request), request.path.id, request.body?.revision)),
} satisfies Partial<AppHandlers>
