import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import type { ExerciseRow } from '#db/exercises/rows.ts'
import { findProgression, saveProgression } from '#db/training-settings/progressions.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { momentOf, tenYears } from '#services/analytics/moment.ts'
import { progressionReport } from '#services/recommendations/progression.ts'
import { checkScheme, presentProgression } from '#services/recommendations/scheme.ts'
import { workoutFor } from '#services/recommendations/workout.ts'
import type { AppHandlers } from './context.ts'
import { invalid } from './problems.ts'

/** The handlers of the tag Recommendations. */
export const recommendations: Pick<
  AppHandlers,
  'getProgression' | 'recommendWorkout' | 'getExerciseProgression' | 'chooseProgression' | 'resetProgression'
> = {
  async getProgression({ query, principal: { user }, db, now }) {
    const { exerciseId, formula, unit = user.unit } = query
    const at = momentOf(query.at, now(), { parameter: 'at' }, tenYears)
    if (typeof at !== 'number') return invalid(at)
    const report = await progressionReport(db, user, { at, now: now(), exerciseId, formula, unit })
    return report ? ok(report) : missing
  },

  async recommendWorkout({ query, body, principal: { user }, db, now }) {
    const { at: text, ...request } = body
    const at = momentOf(text, now(), { pointer: '/at' }, tenYears)
    if (typeof at !== 'number') return invalid(at)
    const found = await workoutFor(db, user, request, { at, now: now(), unit: query.unit ?? user.unit })
    return 'workout' in found ? ok(found) : invalid(...found)
  },

  async getExerciseProgression({ path: { id }, principal: { user }, db }) {
    if (!(await findExercise(db, user.id, id))) return missing
    return ok(presentProgression(id, await findProgression(db, user.id, id)))
  },

  async chooseProgression({ path: { id }, body, ifMatch, principal: { user }, db, now }) {
    const errors = checkScheme(body)
    if (errors.length > 0) return invalid(...errors)
    return transact(db, user.id, async (tx) => {
      const refused = refusal(await findExercise(tx, user.id, id))
      if (refused) return refused
      const kept = await findProgression(tx, user.id, id)
      if (!satisfies(ifMatch, kept?.revision ?? 0)) return stale(presentProgression(id, kept))
      const saved = await saveProgression(tx, { userId: user.id, exerciseId: id }, kept, body, now())
      return ok(presentProgression(id, saved))
    })
  },

  async resetProgression({ path: { id }, ifMatch, principal: { user }, db, now }) {
    return transact(db, user.id, async (tx) => {
      if (!(await findExercise(tx, user.id, id))) return missing
      const kept = await findProgression(tx, user.id, id)
      const revision = kept?.revision ?? 0
      if (!satisfies(ifMatch, revision)) return stale(presentProgression(id, kept))
      await saveProgression(tx, { userId: user.id, exerciseId: id }, kept, undefined, now())
      return noContent()
    })
  },
}

const missing = problem(404, 'not_found', 'There is no such exercise.')
const deleted = problem(410, 'exercise_deleted', 'This exercise was deleted.')

/** Why a scheme can't be chosen for an exercise, if it can't. */
function refusal(found: ExerciseRow | undefined) {
  if (!found) return missing
  return found.deletedAt === null ? undefined : deleted
}
