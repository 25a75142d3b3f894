import { Type } from '@sinclair/typebox'
import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { findWorkout, findWorkoutRow } from '#db/workouts/find.ts'
import { listWorkouts } from '#db/workouts/list.ts'
import { findRevision, listRevisions } from '#db/workouts/revisions.ts'
import {
  deleteWorkout,
  findChangeable,
  type Refusal,
  replaceWorkout,
  reviveWorkout,
} from '#db/workouts/save.ts'
import { workoutSearchPhrase } from '#db/workouts/search-text.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { created, noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { newId } from '#lib/new-id.ts'
import { pageOf } from '#lib/page.ts'
import { instantRange, rangeReversed } from '#services/training-log/day-range.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { presentInTurns, presentWorkout } from '#services/workouts/present.ts'
import { addWorkout, changeWorkout, readyWorkout } from '#services/workouts/write.ts'
import type { AppHandlers } from './context.ts'
import { idMismatch, invalid, invalidCursor } from './problems.ts'

const listCursor = new Cursor(
  'listWorkouts',
  Type.Object({ startedAt: Type.Integer(), id: Type.String() }, { additionalProperties: false }),
)
const revisionCursor = new Cursor('listWorkoutRevisions', Type.Integer())

/** The handlers of the tag Workouts. */
export const workouts: Pick<
  AppHandlers,
  | 'listWorkouts'
  | 'createWorkout'
  | 'getWorkout'
  | 'replaceWorkout'
  | 'deleteWorkout'
  | 'listWorkoutRevisions'
  | 'restoreWorkout'
> = {
  async listWorkouts({ query, principal: { user }, db }) {
    const range = instantRange(user, query)
    if (!range) return invalid(rangeReversed)
    const after = query.cursor === undefined ? undefined : listCursor.decode(query, query.cursor)
    if (query.cursor !== undefined && !after) return invalidCursor()
    const filter = {
      ...range,
      exerciseId: query.exerciseId,
      status: query.status,
      text: query.q === undefined ? undefined : workoutSearchPhrase(query.q),
    }
    const found = await listWorkouts(db, user.id, filter, { after, limit: query.limit + 1 })
    const { items, last } = pageOf(found, query.limit)
    return ok({
      items: await presentInTurns(db, user, items, query.unit ?? user.unit),
      ...(last && {
        nextCursor: listCursor.encode(query, { startedAt: last.workout.startedAt, id: last.workout.id }),
      }),
    })
  },

  async createWorkout({ body, principal: { user }, db, now }) {
    const ready = readyWorkout(user.id, body.id ?? newId(), body)
    if ('problem' in ready) return ready
    return transact(db, user.id, async (tx) => {
      const saved = await addWorkout(tx, ready, now())
      return 'problem' in saved ? saved : created(await presentWorkout(tx, user, saved.workout, saved))
    })
  },

  async getWorkout({ path, query, principal: { user }, db }) {
    const found = await findWorkout(db, user.id, path.id)
    if (!found) return missing
    if (found.workout.deletedAt !== null) return deleted
    return ok(await presentWorkout(db, user, found, query))
  },

  async replaceWorkout({ path, body, ifMatch, principal: { user }, db, now }) {
    if (body.id !== undefined && body.id !== path.id) return idMismatch()
    const ready = readyWorkout(user.id, path.id, body)
    if ('problem' in ready) return ready
    return transact(db, user.id, async (tx) => {
      const found = await findChangeable(tx, user.id, path.id, (revision) => satisfies(ifMatch, revision))
      if (found.kind !== 'changeable') return refusal(tx, user, found)
      const saved = await changeWorkout(tx, found.kept, ready, now())
      return 'problem' in saved ? saved : ok(await presentWorkout(tx, user, saved.workout, saved))
    })
  },

  async deleteWorkout({ path, ifMatch, principal: { user }, db, now }) {
    return transact(db, user.id, async (tx) => {
      const found = await findChangeable(tx, user.id, path.id, (revision) => satisfies(ifMatch, revision))
      if (found.kind !== 'changeable') return refusal(tx, user, found)
      await deleteWorkout(tx, found.kept, now())
      return noContent()
    })
  },

  async listWorkoutRevisions({ path, query, principal: { user }, db }) {
    const before = query.cursor === undefined ? undefined : revisionCursor.decode(query, query.cursor)
    if (query.cursor !== undefined && before === undefined) return invalidCursor()
    if (!(await findWorkoutRow(db, user.id, path.id))) return missing
    const found = await listRevisions(db, user.id, path.id, { before, limit: query.limit + 1 })
    const { items, last } = pageOf(found, query.limit)
    return ok({
      items: items.map(({ revision, replacedAt, reason, content }) => ({
        revision,
        replacedAt: instant(replacedAt),
        reason,
        workout: content,
      })),
      ...(last && { nextCursor: revisionCursor.encode(query, last.revision) }),
    })
  },

  async restoreWorkout({ path, body, principal: { user }, db, now }) {
    return transact(db, user.id, async (tx) => {
      const kept = await findWorkout(tx, user.id, path.id)
      if (!kept) return missing
      const isDeleted = kept.workout.deletedAt !== null
      const { revision = isDeleted ? undefined : kept.workout.revision } = body ?? {}
      const isCurrent = !isDeleted && revision === kept.workout.revision
      if (isCurrent) return ok(await presentWorkout(tx, user, kept))
      const state = await findRevision(tx, user.id, path.id, revision)
      if (!state) return problem(404, 'not_found', 'There is no such revision, or it is no longer kept.')
      const draft = draftWorkout(user.id, path.id, state.content, newId)
      const saved = isDeleted
        ? await reviveWorkout(tx, kept.workout, draft, now())
        : await replaceWorkout(tx, kept, draft, now(), 'restored')
      return ok(await presentWorkout(tx, user, saved))
    })
  },
}

const missing = problem(404, 'not_found', 'There is no such workout.')
const deleted = problem(410, 'workout_deleted', 'This workout was deleted. It can be restored.')

/** The answer to a change that can't be made. */
async function refusal(tx: Tx, user: Profile, refused: Refusal) {
  switch (refused.kind) {
    case 'missing':
      return missing
    case 'deleted':
      return deleted
    case 'stale':
      return stale(await presentWorkout(tx, user, refused.current))
  }
}
