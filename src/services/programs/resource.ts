import { findExerciseFacts } from '#db/exercises/facts.ts'
import { maxOwnPrograms, ownPrograms, type StoredProgram } from '#db/programs/programs.ts'
import { storeProgramRevision } from '#db/programs/revisions.ts'
import type { Reader, Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { ProgramContent } from '#training/programs/read.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource } from '../crud/resource.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { builtInProgram } from './find.ts'
import { importedPrograms } from './imported.ts'
import { checkContent, checkExercises, exercisesIn } from './rules.ts'
import { presentProgram } from './shape.ts'

/** Built-in programs can't be changed, only copied. */
interface ReadOnly {
  readonly kind: 'read_only'
}

/** The user has reached the maximum number of programs. */
export interface TooManyPrograms {
  readonly kind: 'too_many_programs'
}

/** A program as sent by a client. */
interface Draft {
  readonly userId: string
  readonly id: string
  readonly content: ProgramContent
  /** Whether it may refer to deleted exercises, because the client couldn't know of the deletion. */
  readonly mayReferToDeleted: boolean
}

/** The TypeScript types of the resource `program`; see `ResourceTypes`. */
export interface Programs {
  readonly name: 'program'
  readonly input: Schemas['ProgramInput']
  readonly draft: Draft
  readonly stored: StoredProgram
  readonly value: Schemas['Program']
  readonly locked: ReadOnly
  readonly writeFailure: TooManyPrograms
}

/** Reads and writes a user's own programs. */
export const programs: Resource<Programs> = {
  name: 'program',
  table: 'programs',
  exported: { member: 'programs', pages: (db, user) => allPrograms(db, user.id), check: checkContent },
  imported: importedPrograms,

  draft({ id: _, ...content }, { userId, id, mayReferToDeleted = false }) {
    const errors = checkContent(content)
    if (errors.length > 0) return invalid(...errors)
    return { kind: 'drafted', draft: { userId, id, content, mayReferToDeleted } }
  },

  async find(db, userId, id) {
    if (builtInProgram(id)) return { kind: 'read_only' }
    const stored = await ownPrograms.find(db, userId, id)
    return stored ? { kind: 'found', stored } : { kind: 'missing', resource: 'program' }
  },

  stampsOf: (stored) => stored,

  async insert(tx, draft, now) {
    const failure = (await checkReferences(tx, draft)) ?? (await checkProgramCount(tx, draft.userId))
    if (failure) return failure
    const { userId, id, content } = draft
    const stored = await ownPrograms.insert(tx, { userId, id, content }, now)
    return stored ? { kind: 'saved', stored } : { kind: 'id_taken', resource: 'program' }
  },

  async update(tx, stored, draft, now) {
    const failure = await checkReferences(tx, draft, stored.content)
    if (failure) return failure
    const next = await ownPrograms.update(tx, stored, draft.content, now)
    if (next !== stored) await storeProgramRevision(tx, stored, now)
    return { kind: 'saved', stored: next }
  },

  async revive(tx, tombstone, draft, now) {
    const failure =
      (await checkReferences(tx, draft, tombstone.content)) ?? (await checkProgramCount(tx, draft.userId))
    if (failure) return failure
    await storeProgramRevision(tx, tombstone, now)
    return { kind: 'saved', stored: await ownPrograms.revive(tx, tombstone, draft.content, now) }
  },

  async delete(tx, stored, now) {
    await storeProgramRevision(tx, stored, now)
    return ownPrograms.delete(tx, stored, now)
  },

  present: async (_db, _user, stored) => presentProgram(stored),

  listChanged: ownPrograms.listChanged,

  // Deleted programs keep their content, because runs may follow them.
  presentChanges: async (_db, _user, stored) =>
    stored.map((program) => ({ ...changeHead('program', program), value: presentProgram(program) })),
}

async function* allPrograms(db: Reader, userId: string): AsyncGenerator<Schemas['Program'][]> {
  yield (await ownPrograms.listAll(db, userId)).map(presentProgram)
}

async function checkReferences(
  tx: Tx,
  { userId, content, mayReferToDeleted }: Draft,
  before?: ProgramContent,
): Promise<Invalid | undefined> {
  const idsIn = (program: ProgramContent) => exercisesIn(program).map(({ exerciseId }) => exerciseId)
  const ids = new Set(idsIn(content))
  const allowedIds = mayReferToDeleted ? ids : new Set(before && idsIn(before))
  const errors = checkExercises(content, await findExerciseFacts(tx, userId, ids), allowedIds)
  return errors.length > 0 ? invalid(...errors) : undefined
}

async function checkProgramCount(tx: Tx, userId: string): Promise<TooManyPrograms | undefined> {
  const count = await ownPrograms.count(tx, userId)
  return count < maxOwnPrograms ? undefined : { kind: 'too_many_programs' }
}
