import { listChangedExercises } from '#db/exercises/changed.ts'
import { findExercise, listOwnExercises } from '#db/exercises/find.ts'
import { type ExerciseDraft, isOwn, type OwnExerciseRow } from '#db/exercises/rows.ts'
import {
  deleteExercise,
  findSameName,
  hasMaxExercises,
  insertExercise,
  replaceExercise,
  reviveExercise,
} from '#db/exercises/save.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource } from '../crud/resource.ts'
import { invalid } from '../crud/results.ts'
import { checkEngagement, draftExercise, presentExercise } from './shape.ts'

/** Nobody can change a built-in exercise. */
interface BuiltIn {
  readonly kind: 'built_in'
}

/** Another exercise of the user's has this name. */
export interface NameTaken {
  readonly kind: 'name_taken'
  /** The exercise that has the name. */
  readonly existingId: string
}

/** The user has reached the maximum number of custom exercises. */
interface TooManyExercises {
  readonly kind: 'too_many_exercises'
}

/** The TypeScript types of the resource `exercise`, a user's own exercise; see `ResourceTypes`. */
export interface Exercises {
  readonly name: 'exercise'
  readonly input: Schemas['ExerciseInput']
  readonly draft: ExerciseDraft
  readonly stored: OwnExerciseRow
  readonly value: Schemas['Exercise']
  readonly locked: BuiltIn
  readonly writeFailure: NameTaken | TooManyExercises
}

/** Reads and writes a user's own exercises. */
export const exercises: Resource<Exercises> = {
  name: 'exercise',
  table: 'customExercises',
  exported: {
    member: 'exercises',
    pages: (db, user) => ownExercises(db, user.id),
    check: checkEngagement,
  },
  imported: 'with_log',

  draft(input, { userId, id }) {
    const errors = checkEngagement(input)
    if (errors.length > 0) return invalid(...errors)
    return { kind: 'drafted', draft: draftExercise(userId, id, input) }
  },

  async find(db, userId, id) {
    const exercise = await findExercise(db, userId, id)
    if (!exercise) return { kind: 'missing', resource: 'exercise' }
    return isOwn(exercise) ? { kind: 'found', stored: exercise } : { kind: 'built_in' }
  },

  stampsOf: (row) => row,

  async insert(tx, draft, now) {
    const added = await insertExercise(tx, draft, now)
    switch (added.kind) {
      case 'added':
        return { kind: 'saved', stored: added.exercise }
      case 'id_taken':
        return { kind: 'id_taken', resource: 'exercise' }
      case 'name_taken':
        return { kind: 'name_taken', existingId: added.existingId }
      case 'too_many':
        return { kind: 'too_many_exercises' }
    }
  },

  async update(tx, stored, draft, now) {
    const existingId = await findSameName(tx, draft)
    if (existingId !== undefined) return { kind: 'name_taken', existingId }
    return { kind: 'saved', stored: await replaceExercise(tx, stored, draft, now) }
  },

  async revive(tx, tombstone, draft, now) {
    const existingId = await findSameName(tx, draft)
    if (existingId !== undefined) return { kind: 'name_taken', existingId }
    if (await hasMaxExercises(tx, draft.userId)) return { kind: 'too_many_exercises' }
    return { kind: 'saved', stored: await reviveExercise(tx, tombstone, draft, now) }
  },

  delete: deleteExercise,

  present: async (_db, _user, row) => presentExercise(row),

  listChanged: listChangedExercises,

  // A deleted exercise keeps its content, because workouts refer to it.
  presentChanges: async (_db, _user, rows) =>
    rows.map((row) => ({ ...changeHead('exercise', row), value: presentExercise(row) })),
}

/** All of a user's own exercises, even deleted ones, because workouts refer to them. They fit on one page. */
async function* ownExercises(db: Reader, userId: string): AsyncGenerator<Schemas['Exercise'][]> {
  yield (await listOwnExercises(db, userId)).map(presentExercise)
}
