import { databaseFile } from '../../src/db/data-folder.ts'
import { insertImport } from '../../src/db/imports/imports.ts'
import { openDatabase } from '../../src/db/open.ts'
import { transact } from '../../src/db/transact.ts'
import { findProfile } from '../../src/db/users.ts'
import { packed, packedJson } from '../../src/handlers/imports/archive.ts'
import { commitPrepared, prepareCommit } from '../../src/handlers/imports/commit.ts'
import { insertUser } from '../db/fixture-rows.ts'
import { strongFile } from '../handlers/imports/importing.ts'

// Commits an import of 6,000 sets in the folder that is its argument, and says when it begins.
const { db } = await openDatabase({ file: databaseFile(process.argv[2] ?? '') })
const userId = await insertUser(db)
const user = await findProfile(db, userId)
if (!user) throw new Error('there is no user')
const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
const rows = Array.from({ length: 6000 }, (_, index) => {
  return [day(Math.floor(index / 20)), 'Odd Thing', 1 + (index % 20)] as const
})
const file = await packed(Buffer.from(strongFile(...rows)))
const report = await packedJson({})
const row = { userId, id: 'import', createdAt: 1, timeZone: 'UTC', weightUnit: null, report, file }
await transact(db, (tx) => insertImport(tx, row))
const prepared = await prepareCommit(db, user, 'import', {}, 1)
process.stdout.write('ready\n')
await transact(db, (tx) => commitPrepared(tx, user, 'import', prepared, 1))
await new Promise(() => undefined)
