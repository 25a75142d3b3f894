import { transact } from '#db/engine/transact.ts'
import { insertImport } from '#db/imports/imports.ts'
import type { Db, Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { created, ok, problem } from '#http/response/constructors.ts'
import { inTwoSteps } from '#http/response/two-steps.ts'
import { ImportFileError } from '#interchange/model.ts'
import { newId } from '#lib/new-id.ts'
import { packed, packedJson } from '#services/imports/archive.ts'
import { commitPrepared, prepareCommit } from '#services/imports/commit.ts'
import { findLiveImport } from '#services/imports/find.ts'
import { giveMemoryBack } from '#services/imports/give-memory-back.ts'
import { fileLimit, readFile } from '#services/imports/read.ts'
import { presentImport, reportOf } from '#services/imports/report.ts'
import { prepareUndo, undoImport } from '#services/imports/undo.ts'
import type { AppHandlers } from './context.ts'
import { invalid } from './problems.ts'

type Request<Id extends keyof AppHandlers> = Parameters<AppHandlers[Id]>[0]
type Answer<Id extends keyof AppHandlers> = Awaited<ReturnType<AppHandlers[Id]>>

/** The handlers of the tag Imports, except for the export. */
export const imports: Pick<AppHandlers, 'createImport' | 'getImport' | 'commitImport' | 'undoImport'> = {
  createImport: inTwoSteps(
    readUpload,
    async ({ principal: { user }, db, now }, upload): Promise<Answer<'createImport'>> => {
      if (upload.kind === 'refused') return upload.answer
      const { timeZone, weightUnit, report, file } = upload
      const row = { id: newId(), createdAt: now(), timeZone, report }
      await transact(db, user.id, (tx) => insertImport(tx, { ...row, userId: user.id, weightUnit, file }))
      return created(await presentImport({ ...row, status: 'pending', committedAt: null, undoneAt: null }))
    },
  ),

  async getImport({ path, principal: { user }, db, now }) {
    const row = await findLiveImport(db, user.id, path.id, now())
    return row ? ok(await presentImport(row)) : missing
  },

  commitImport: inTwoSteps(
    ({ path, body = {}, principal: { user }, db, now }: Request<'commitImport'>) =>
      prepareCommit(outer(db), user, path.id, body, now()),
    async ({ path, principal: { user }, db, now }, prepared): Promise<Answer<'commitImport'>> => {
      if (prepared.problems.length > 0) return invalid(...prepared.problems.slice(0, 50))
      const outcome = await commitPrepared(db, user, path.id, prepared, now())
      switch (outcome.kind) {
        case 'committed':
          return ok(await presentImport(outcome.row))
        case 'missing':
          return missing
        case 'ended':
          return problem(409, 'conflict', 'The import was undone or discarded. Send the file again.')
        case 'changed':
          return problem(409, 'conflict', 'Some of the file has been added in the meantime. Commit again.')
        case 'too_many':
          return problem(409, 'conflict', 'You can have at most 1,000 custom exercises.')
      }
    },
  ),

  undoImport: inTwoSteps(
    ({ principal: { user }, db }: Request<'undoImport'>) => prepareUndo(outer(db), user.id),
    async ({ path, principal: { user }, db, now }): Promise<Answer<'undoImport'>> => {
      const row = await transact(db, user.id, (tx) => undoImport(tx, user.id, path.id, now()))
      return row ? ok(await presentImport(row)) : missing
    },
  ),
}

const missing = problem(404, 'not_found', 'There is no such import, or it has expired.')

/** The database itself: a first step runs before any transaction. */
function outer(db: Reader): Db {
  if (db.isTransaction) throw new Error('a commit is prepared outside of its transaction')
  return db
}

interface Upload extends AsyncDisposable {
  readonly kind: 'read'
  readonly timeZone: string
  readonly weightUnit: Schemas['WeightUnit'] | null
  readonly report: Buffer
  readonly file: Buffer
}

interface Refused extends AsyncDisposable {
  readonly kind: 'refused'
  readonly answer: Answer<'createImport'>
}

async function readUpload({
  body,
  principal: { user },
  db,
}: Request<'createImport'>): Promise<Upload | Refused> {
  const nothing = { [Symbol.asyncDispose]: async () => undefined }
  if (body.file.size > fileLimit) {
    const answer = problem(413, 'content_too_large', 'The file is larger than 20 MiB.')
    return { kind: 'refused', answer, ...nothing }
  }
  const bytes = new Uint8Array(await body.file.arrayBuffer())
  const timeZone = body.timezone ?? user.timeZone
  try {
    const ready = await readFile(db, user, bytes, { timeZone, weightUnit: body.unit })
    const report = await packedJson(reportOf(ready))
    const file = await packed(bytes)
    const read = { kind: 'read', timeZone, weightUnit: body.unit ?? null, report, file } as const
    return { ...read, [Symbol.asyncDispose]: () => giveMemoryBack(bytes.byteLength) }
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
    return { kind: 'refused', answer: refusalOf(error), ...nothing }
  }
}

function refusalOf({ code, line, message }: ImportFileError): Answer<'createImport'> {
  if (code === 'too_large') return problem(413, 'content_too_large', message)
  const where = line === undefined ? '' : ` (line ${line})`
  return invalid({ pointer: '/file', code: `file_${code}`, message: `${message}${where}` })
}
