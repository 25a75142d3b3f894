import { transact } from '#db/engine/transact.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'

// Run by a test. Writes to the database named by its argument, in several concurrent transactions, until it is killed.
// Prints the id of each user once its transaction has resolved.
const { db } = await openDatabase({ file: process.argv[2] ?? '' })

async function writeForever(): Promise<never> {
  for (;;) {
    const id = crypto.randomUUID()
    await transact(db, 'a', async (tx) => {
      await insertUser(tx, id)
      // Two statements, of which either both or neither must be stored.
      await tx.updateTable('users').set({ displayName: id }).where('id', '=', id).execute()
    })
    process.stdout.write(`${id}\n`)
  }
}

await Promise.all([writeForever(), writeForever(), writeForever(), writeForever()])
