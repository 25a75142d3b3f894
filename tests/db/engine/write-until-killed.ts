import { transact } from '#db/engine/transact.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'

// Run by a test: writes to the database named by its argument, with several transactions at any time, and
// prints the id of each user once its transaction has resolved, until it is killed.
const { db } = await openDatabase({ file: process.argv[2] ?? '' })

async function writeOn(): Promise<never> {
  for (;;) {
    const id = crypto.randomUUID()
    await transact(db, 'a', async (tx) => {
      await insertUser(tx, id)
      // A second statement: either both are stored or neither.
      await tx.updateTable('users').set({ displayName: id }).where('id', '=', id).execute()
    })
    process.stdout.write(`${id}\n`)
  }
}

await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()])
