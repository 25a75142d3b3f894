import { renewEpoch } from '#db/maintenance/health.ts'
import { joinLocation } from '#db/migrations/location.ts'
import { runCommand, UsageError } from './command.ts'

/**
 * `bun run epoch`: makes every client sync from scratch, which is necessary after the database was
 * restored to an earlier state. `bun run restore` does this itself.
 */
await runCommand(async ({ args, location }) => {
  if (args.length > 0) throw new UsageError('usage: bun run epoch')
  const { db, close } = await joinLocation(location)
  try {
    await renewEpoch(db)
    return { text: 'Every client will sync from scratch.', succeeded: true }
  } finally {
    await close()
  }
})
