import { Type } from '@sinclair/typebox'
import { muscleTaxonomy } from '#catalogue/muscles.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { ok } from '#http/response/constructors.ts'
import { create, remove, replace, restore } from '#services/crud/operations.ts'
import { getExercise } from '#services/exercises/get.ts'
import { listExercises } from '#services/exercises/list.ts'
import { exercises as resource } from '#services/exercises/resource.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const cursor = new Cursor(
  'listExercises',
  Type.Object(
    {
      name: Type.String(),
      id: Type.String(),
      value: Type.Optional(Type.Integer()),
      rank: Type.Optional(Type.Array(Type.Integer())),
      used: Type.Optional(Type.Array(Type.String())),
    },
    { additionalProperties: false },
  ),
)

/** The handlers of the Exercises tag. */
export const exercises = {
  listMuscles: () => ok({ items: muscleTaxonomy.slice() }),

  listExercises: ({ query, principal, db }) =>
    respondWithPage(cursor, query, (page) => listExercises(db, principal?.user.id, query, page)),

  createExercise: async (request) => respond(await create(resource, callerOf(request), request.body)),

  getExercise: async ({ path, principal, db }) => respond(await getExercise(db, principal?.user.id, path.id)),

  replaceExercise: async (request) =>
    respond(await replace(resource, callerOf(request), targetOf(request), request.body)),

  deleteExercise: async (request) => respond(await remove(resource, callerOf(request), targetOf(request))),

  restoreExercise: async (request) => respond(await restore(resource, callerOf(request), request.path.id)),
} satisfies Partial<AppHandlers>
