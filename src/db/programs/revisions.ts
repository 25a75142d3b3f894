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

const contentQuery = prepare((db, { userId, programId, revision }: Key) =>
  db
    .selectFrom('programRevisions')
    .select(['content', 'replacedAt'])
    .where('userId', '=', userId)
    .where('programId', '=', programId)
    .where('revision', '=', revision),
)

/** Stores the state of a program that is about to be replaced. */
export async function keepProgramRevision(
  tx: Tx,
  { userId, id, revision, content }: StoredProgram,
  now: number,
): Promise<void> {
  await insertRow.run(tx, { userId, programId: id, revision, replacedAt: now, content: toJson(content) })
}

/** A replaced state of a program. */
export async function findProgramRevision(
  db: Reader,
  userId: string,
  programId: string,
  revision: number,
): Promise<{ readonly content: ProgramContent; readonly replacedAt: number } | undefined> {
  const row = await contentQuery.first(db, { userId, programId, revision })
  return row && { content: fromJson(row.content), replacedAt: row.replacedAt }
}
