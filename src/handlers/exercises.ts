import { Type } from '@sinclair/typebox'
import { muscleTaxonomy } from '#catalogue/muscles.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { ok } from '#http/response/constructors.ts'
import { create, remove, replace } from '#services/crud/operations.ts'
import { getExercise } from '#services/exercises/get.ts'
import { listExercises } from '#services/exercises/list.ts'
import { exercises as resource } from '#services/exercises/resource.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const cursor = new Cursor(
  'listExercises',
  Type.Object(
    { percent: Type.Optional(Type.Integer()), nameKey: Type.String(), id: Type.String() },
    { additionalProperties: false },
  ),
)

/** The handlers of the tag Exercises. */
export const exercises = {
  listMuscles: () => ok({ items: muscleTaxonomy.slice() }),

  listExercises: ({ query, principal, db }) =>
    respondWithPage(cursor, query, (page) => listExercises(db, principal?.user.id, query, page)),

  createExercise: async (request) => respond(await create(resource, callerOf(request), request.body)),

  getExercise: async ({ path, principal, db }) => respond(await getExercise(db, principal?.user.id, path.id)),

  replaceExercise: async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),

  deleteExercise: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),
} satisfies Partial<AppHandlers>
