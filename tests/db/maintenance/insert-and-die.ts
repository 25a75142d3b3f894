import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'

// Run by a test: writes to the database named by its argument, and is killed before it can close it.
const { db } = await openDatabase({ file: process.argv[2] ?? '' })
await insertUser(db, 'last')
process.kill(process.pid, 'SIGKILL')
