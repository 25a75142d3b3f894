import { Type } from '@sinclair/typebox'
import { Cursor } from '#http/policies/cursor.ts'
import { momentOf, tenYears } from '#services/analytics/moment.ts'
import {
  chooseProgression,
  getProgression,
  listChosenProgressions,
  resetProgression,
} from '#services/recommendations/choice.ts'
import { progressionReport } from '#services/recommendations/progression.ts'
import { workoutFor } from '#services/recommendations/workout.ts'
import { type AppHandlers, callerOf, targetOf } from './context.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

const progressionsCursor = new Cursor(
  'listProgressions',
  Type.Object({ exerciseId: Type.String() }, { additionalProperties: false }),
)

/** The handlers of the Recommendations tag. */
export const recommendations = {
  async getProgression({ query, principal: { user }, db, now }) {
    const { exerciseId, formula, unit } = query
    const moment = momentOf(query.at, now(), { parameter: 'at' }, tenYears)
    if (moment.kind === 'invalid') return respond(moment)
    return respond(await progressionReport(db, user, { ...moment, exerciseId, formula, unit }))
  },

  async recommendWorkout({ query, body, principal: { user }, db, now }) {
    const { at, ...request } = body
    const moment = momentOf(at, now(), { pointer: '/at' }, tenYears)
    if (moment.kind === 'invalid') return respond(moment)
    return respond(await workoutFor(db, user, request, { ...moment, unit: query.unit }))
  },

  getExerciseProgression: async ({ path: { id }, principal: { user }, db }) =>
    respond(await getProgression(db, user.id, id)),

  chooseProgression: async (request) =>
    respond(await chooseProgression(callerOf(request), targetOf(request), request.body)),

  resetProgression: async (request) => respond(await resetProgression(callerOf(request), targetOf(request))),

  listProgressions: ({ query, principal: { user }, db }) =>
    respondWithPage(progressionsCursor, query, (page) => listChosenProgressions(db, user.id, page)),
} satisfies Partial<AppHandlers>
