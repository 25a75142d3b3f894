import { renewEpoch } from '#db/maintenance/health.ts'
import { joinLocation } from '#db/migrations/location.ts'
import { runCommand, UsageError } from './command.ts'

/**
 * `bun run epoch`: tells every client to synchronize from the beginning, as is needed after the database has gone
 * back to an earlier state. `bun run restore` does so by itself.
 */
await runCommand(async ({ args, location }) => {
  if (args.length > 0) throw new UsageError('usage: bun run epoch')
  const { db, close } = await joinLocation(location)
  try {
    await renewEpoch(db)
    return { text: 'Every client will synchronize from the beginning.', good: true }
  } finally {
    await close()
  }
})
