import type { Db, Reader } from '#db/schema/index.ts'
import { inTwoSteps } from '#http/response/two-steps.ts'
import { prepareCommit } from '#services/imports/commit.ts'
import { readUpload, storeUpload } from '#services/imports/create.ts'
import { getImport } from '#services/imports/get.ts'
import { commitPrepared } from '#services/imports/publish.ts'
import { prepareUndo, undoImport } from '#services/imports/undo.ts'
import type { AppHandlers } from './context.ts'
import { respond } from './respond.ts'

type Request<Id extends keyof AppHandlers> = Parameters<AppHandlers[Id]>[0]

/** The handlers of the Imports tag, except for the export. */
export const imports = {
  createImport: inTwoSteps(
    ({ body, principal: { user }, db, client, stopping }: Request<'createImport'>) => {
      const { file, timezone: timeZone, unit: weightUnit, dayOrder } = body
      const signal = AbortSignal.any([client.signal, stopping])
      return readUpload(db, user, { file, timeZone, weightUnit, dayOrder }, { signal })
    },
    async ({ principal: { user }, db, now }, upload) =>
      respond(await storeUpload(db, user.id, upload, now())),
  ),

  getImport: async ({ path, principal: { user }, db, now }) =>
    respond(await getImport(db, user.id, path.id, now())),

  commitImport: inTwoSteps(
    ({ path, body = {}, principal: { user }, db, now, client, stopping }: Request<'commitImport'>) => {
      const signal = AbortSignal.any([client.signal, stopping])
      return prepareCommit(outsideTransaction(db), user, path.id, body, now(), { signal })
    },
    async ({ path, principal: { user }, db, now }, prepared) =>
      respond(await commitPrepared(db, user, path.id, prepared, now())),
  ),

  undoImport: inTwoSteps(
    ({ path, principal: { user }, db, now }: Request<'undoImport'>) =>
      prepareUndo(outsideTransaction(db), user.id, path.id, now()),
    async ({ path, principal: { user }, db, now }, prepared) =>
      respond(await undoImport(db, user.id, path.id, prepared, now())),
  ),
} satisfies Partial<AppHandlers>

/** The database itself, since a first step runs before any transaction. */
function outsideTransaction(db: Reader): Db {
  if (db.isTransaction) throw new Error('the first step of an import must run outside a transaction')
  return db
}
