import { transactMigration } from '#db/engine/transact.ts'
import { distribute } from '#db/maintenance/distribute.ts'
import { openAlone } from '#db/migrations/location.ts'
import { runCommand, UsageError } from './command.ts'

/**
 * `bun run shard`: distributes the database in DATABASE_URL across the servers of a Citus cluster, with
 * each user's data on one server. Stop the nodes first. Running it again does nothing.
 */
await runCommand(async ({ args, location }) => {
  if (args.length > 0) throw new UsageError('usage: bun run shard')
  if (location.kind === 'file') throw new UsageError('Set DATABASE_URL to a database on a Citus cluster.')
  const { db, close } = await openAlone(location)
  try {
    const tables = await transactMigration(db, distribute)
    const text =
      tables.length === 0 ? 'Every table is already distributed.' : `Distributed ${tables.join(', ')}.`
    return { text, succeeded: true }
  } finally {
    await close()
  }
})
