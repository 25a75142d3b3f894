import { resolve } from 'node:path'
import { restore } from '#db/maintenance/backup.ts'
import { requireDatabaseFile, runCommand, UsageError } from './command.ts'

/** `bun run restore FILE`: replaces the database with a backup, while no server is using it. */
await runCommand(({ args, dataFolder, location }) => {
  const [source] = args
  if (source === undefined || args.length > 1) throw new UsageError('usage: bun run restore FILE')
  requireDatabaseFile(location, 'restore a dump with pg_restore, then run `bun run epoch`.')
  const { replaced } = restore(resolve(source), dataFolder, new Date())
  const note = replaced === undefined ? '' : `\nThe previous database was moved to ${replaced}`
  return { text: `Restored ${source}${note}`, succeeded: true }
})
