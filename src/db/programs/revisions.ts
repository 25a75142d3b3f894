import type { ProgramContent } from '#training/programs/read.ts'
import { fromJson, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { ProgramRevisionsTable } from '../schema/programs.ts'
import type { StoredProgram } from './programs.ts'

const insertRow = prepare((db, row: ProgramRevisionsTable) => db.insertInto('programRevisions').values(row))

interface Key {
  readonly userId: string
  readonly programId: string
  readonly revision: number
}

const selectContent = prepare((db, { userId, programId, revision }: Key) =>
  db
    .selectFrom('programRevisions')
    .select(['content', 'replacedAt'])
    .where('userId', '=', userId)
    .where('programId', '=', programId)
    .where('revision', '=', revision),
)

const selectNext = prepare((db, { userId, programId, revision }: Key) =>
  db
    .selectFrom('programRevisions')
    .select('revision')
    .where('userId', '=', userId)
    .where('programId', '=', programId)
    .where('revision', '>=', revision)
    .orderBy('revision')
    .limit(1),
)

const insertNew = prepare((db, row: ProgramRevisionsTable) =>
  db
    .insertInto('programRevisions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
)

const selectAllRevisions = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('programRevisions')
    .select(['programId', 'revision', 'replacedAt', 'content'])
    .where('userId', '=', userId)
    .orderBy('programId')
    .orderBy('revision'),
)

/** A replaced state of a program. */
export interface ReplacedProgram {
  readonly programId: string
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly replacedAt: number
  readonly content: ProgramContent
}

/** All replaced states of a user's programs, by program and revision. */
export async function listProgramRevisions(db: Reader, userId: string): Promise<ReplacedProgram[]> {
  const rows = await selectAllRevisions.all(db, { userId })
  return rows.map(({ content, ...row }) => ({ ...row, content: fromJson(content) }))
}

/** Adds replaced states of the user's programs; existing ones are kept. */
export async function addProgramRevisions(
  tx: Tx,
  userId: string,
  replaced: readonly ReplacedProgram[],
): Promise<void> {
  for (const { content, ...row } of replaced)
    await insertNew.run(tx, { userId, ...row, content: toJson(content) })
}

/** Stores the state of a program that is about to be replaced. */
export async function storeProgramRevision(
  tx: Tx,
  { userId, id, revision, content }: StoredProgram,
  now: number,
): Promise<void> {
  await insertRow.send(tx, { userId, programId: id, revision, replacedAt: now, content: toJson(content) })
}

/** The earliest replaced revision of a program that isn't below `revision`. */
export async function findNextRevision(
  db: Reader,
  userId: string,
  programId: string,
  revision: number,
): Promise<number | undefined> {
  return (await selectNext.first(db, { userId, programId, revision }))?.revision
}

/** A replaced state of a program. */
export async function findProgramRevision(
  db: Reader,
  userId: string,
  programId: string,
  revision: number,
): Promise<{ readonly content: ProgramContent; readonly replacedAt: number } | undefined> {
  const row = await selectContent.first(db, { userId, programId, revision })
  return row && { content: fromJson(row.content), replacedAt: row.replacedAt }
}
