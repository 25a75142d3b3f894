import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'

// Run by a test in a separate process, which writes to a database and kills itself without closing it.
const { db } = await openDatabase({ file: process.argv[2] ?? '' })
await insertUser(db, 'last')
process.kill(process.pid, 'SIGKILL')
