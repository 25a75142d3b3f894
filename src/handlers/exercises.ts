import { Type } from '@sinclair/typebox'
import { muscleTaxonomy } from '#catalogue/muscles.ts'
import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import { type ExerciseRow, isOwn } from '#db/exercises/rows.ts'
import { deleteExercise } from '#db/exercises/save.ts'
import type { FieldProblem, Precondition } from '#http/contract-types.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { created, noContent, ok, problem, stale } from '#http/response/constructors.ts'
import { newId } from '#lib/new-id.ts'
import { listExercisePage } from '#services/exercises/list.ts'
import { presentExercise } from '#services/exercises/shape.ts'
import { addExercise, builtIn, changeExercise, readyExercise } from '#services/exercises/write.ts'
import type { AppHandlers } from './context.ts'
import { idMismatch, invalid, invalidCursor } from './problems.ts'

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

/** The handlers of the tag Exercises. */
export const exercises: Pick<
  AppHandlers,
  'listMuscles' | 'listExercises' | 'createExercise' | 'getExercise' | 'replaceExercise' | 'deleteExercise'
> = {
  listMuscles: () => ok({ items: muscleTaxonomy.slice() }),

  async listExercises({ query, principal, db }) {
    const { limit, cursor: text, ...wanted } = query
    const errors = missingParameters(query)
    if (errors.length > 0) return invalid(...errors)
    const after = text === undefined ? undefined : cursor.decode(query, text)
    if (text !== undefined && !after) return invalidCursor()
    const { items, last } = await listExercisePage(db, principal?.user.id, wanted, { after, limit })
    return ok({
      items: items.map(presentExercise),
      ...(last && { nextCursor: cursor.encode(query, last) }),
    })
  },

  async createExercise({ body, principal: { user }, db, now }) {
    const draft = readyExercise(user.id, body.id ?? newId(), body)
    if ('problem' in draft) return draft
    const saved = await transact(db, user.id, (tx) => addExercise(tx, draft, now()))
    return 'problem' in saved ? saved : created(presentExercise(saved))
  },

  async getExercise({ path, principal, db }) {
    const found = await findExercise(db, principal?.user.id, path.id)
    return found ? ok(presentExercise(found)) : missing
  },

  async replaceExercise({ path, body, ifMatch, principal: { user }, db, now }) {
    if (body.id !== undefined && body.id !== path.id) return idMismatch()
    const draft = readyExercise(user.id, path.id, body)
    if ('problem' in draft) return draft
    return transact(db, user.id, async (tx) => {
      const found = changeable(await findExercise(tx, user.id, path.id), ifMatch)
      if ('status' in found) return found
      const saved = await changeExercise(tx, found, draft, now())
      return 'problem' in saved ? saved : ok(presentExercise(saved))
    })
  },

  async deleteExercise({ path, ifMatch, principal: { user }, db, now }) {
    return transact(db, user.id, async (tx) => {
      const found = changeable(await findExercise(tx, user.id, path.id), ifMatch)
      if ('status' in found) return found
      await deleteExercise(tx, found, now())
      return noContent()
    })
  },
}

const missing = problem(404, 'not_found', 'There is no such exercise.')
const deleted = problem(410, 'exercise_deleted', 'This exercise was deleted.')

/** An exercise that the user may change, or the answer that refuses it. */
function changeable(found: ExerciseRow | undefined, ifMatch: Precondition) {
  if (!found) return missing
  if (!isOwn(found)) return builtIn
  if (found.deletedAt !== null) return deleted
  return satisfies(ifMatch, found.revision) ? found : stale(presentExercise(found))
}

/** Reports the parameters that another one requires. */
function missingParameters(query: {
  readonly q?: string
  readonly muscle?: string
  readonly minEngagement?: number
  readonly sort?: string
}): FieldProblem[] {
  const problems: FieldProblem[] = []
  const requires = (parameter: string, other: string) =>
    problems.push({ parameter, code: 'requires', message: `Requires the parameter ${other}.` })
  if (query.muscle === undefined) {
    if (query.minEngagement !== undefined) requires('minEngagement', 'muscle')
    if (query.sort === 'engagement') requires('sort', 'muscle')
  }
  if (query.sort === 'relevance' && query.q === undefined) requires('sort', 'q')
  return problems
}
