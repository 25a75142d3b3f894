import { Type } from '@sinclair/typebox'
import { muscleTaxonomy } from '../catalogue/muscles.ts'
import { searchWords } from '../catalogue/search-text.ts'
import { findExercise } from '../db/exercises/find.ts'
import { listExercises } from '../db/exercises/list.ts'
import { type ExerciseRow, isOwn } from '../db/exercises/rows.ts'
import {
  deleteExercise,
  insertExercise,
  nameIsTaken,
  ownExerciseLimit,
  replaceExercise,
} from '../db/exercises/save.ts'
import { transact } from '../db/transact.ts'
import { created, noContent, ok, problem, stale } from '../http/answer.ts'
import type { FieldProblem, Precondition } from '../http/contract-types.ts'
import { Cursor } from '../http/cursor.ts'
import { satisfies } from '../http/precondition.ts'
import type { AppHandlers } from './context.ts'
import { checkEngagement, draftExercise, presentExercise } from './exercises/shape.ts'
import { idMismatch, invalid, invalidCursor } from './invalid.ts'
import { newId } from './new-id.ts'
import { pageOf } from './page.ts'

const cursor = new Cursor(
  'listExercises',
  Type.Object(
    { percent: Type.Optional(Type.Integer()), nameKey: Type.String(), id: Type.String() },
    { additionalProperties: false },
  ),
)

/** The handlers of the tag Exercises. */
export const exercises: Pick<
  AppHandlers,
  'listMuscles' | 'listExercises' | 'createExercise' | 'getExercise' | 'replaceExercise' | 'deleteExercise'
> = {
  listMuscles: () => ok({ items: muscleTaxonomy.slice() }),

  async listExercises({ query, principal, db }) {
    const { q, sort, limit, cursor: text, ...filter } = query
    const errors = needsMuscle(query)
    if (errors.length > 0) return invalid(...errors)
    const after = text === undefined ? undefined : cursor.decode(query, text)
    if (text !== undefined && !after) return invalidCursor()
    const words = q === undefined ? undefined : searchWords(q)
    const found = await listExercises(
      db,
      principal?.user.id,
      { ...filter, words },
      { sort, after, limit: limit + 1 },
    )
    const { items, last } = pageOf(found, limit)
    return ok({
      items: items.map(presentExercise),
      ...(last && {
        nextCursor: cursor.encode(query, {
          ...(last.percent !== null && { percent: last.percent }),
          nameKey: last.nameKey,
          id: last.id,
        }),
      }),
    })
  },

  async createExercise({ body, principal: { user }, db, now }) {
    const errors = checkEngagement(body)
    if (errors.length > 0) return invalid(...errors)
    const draft = draftExercise(user.id, body.id ?? newId(), body)
    const added = await transact(db, (tx) => insertExercise(tx, draft, now()))
    switch (added.kind) {
      case 'added':
        return created(presentExercise(added.exercise))
      case 'id_taken':
        return problem(409, 'id_taken', 'An exercise with this id is there already.')
      case 'name_taken':
        return nameTaken
      case 'too_many':
        return problem(409, 'conflict', `No more than ${ownExerciseLimit} exercises of one's own.`)
    }
  },

  async getExercise({ path, principal, db }) {
    const found = await findExercise(db, principal?.user.id, path.id)
    return found ? ok(presentExercise(found)) : missing
  },

  async replaceExercise({ path, body, ifMatch, principal: { user }, db, now }) {
    if (body.id !== undefined && body.id !== path.id) return idMismatch()
    const errors = checkEngagement(body)
    if (errors.length > 0) return invalid(...errors)
    const draft = draftExercise(user.id, path.id, body)
    return transact(db, async (tx) => {
      const found = changeable(await findExercise(tx, user.id, path.id), ifMatch)
      if ('status' in found) return found
      if (await nameIsTaken(tx, draft)) return nameTaken
      return ok(presentExercise(await replaceExercise(tx, found, draft, now())))
    })
  },

  async deleteExercise({ path, ifMatch, principal: { user }, db, now }) {
    return transact(db, async (tx) => {
      const found = changeable(await findExercise(tx, user.id, path.id), ifMatch)
      if ('status' in found) return found
      await deleteExercise(tx, found, now())
      return noContent()
    })
  },
}

const missing = problem(404, 'not_found', 'There is no such exercise.')
const builtIn = problem(403, 'forbidden', "Built-in exercises can't be changed.")
const deleted = problem(410, 'exercise_deleted', 'This exercise was deleted.')
const nameTaken = problem(409, 'name_taken', 'Another exercise of yours has this name.')

/** An exercise that the user may change, or what they are told instead. */
function changeable(found: ExerciseRow | undefined, ifMatch: Precondition) {
  if (!found) return missing
  if (!isOwn(found)) return builtIn
  if (found.deletedAt !== null) return deleted
  return satisfies(ifMatch, found.revision) ? found : stale(presentExercise(found))
}

/** What makes no sense without a muscle to speak of. */
function needsMuscle(query: {
  readonly muscle?: string
  readonly minEngagement?: number
  readonly sort: string
}): FieldProblem[] {
  if (query.muscle !== undefined) return []
  const problems: FieldProblem[] = []
  const message = 'Needs the parameter muscle.'
  if (query.minEngagement !== undefined)
    problems.push({ parameter: 'minEngagement', code: 'requires', message })
  if (query.sort === 'engagement') problems.push({ parameter: 'sort', code: 'requires', message })
  return problems
}
