import { resolve } from 'node:path'
import { newBackupFile } from '#db/engine/sqlite/data-folder.ts'
import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { backup } from '#db/maintenance/backup.ts'
import { requireDatabaseFile, runCommand, UsageError } from './command.ts'

/** `bun run backup [FILE]`: copies the database to a new file, even while a server is using it. */
await runCommand(({ args, dataFolder, location }) => {
  if (args.length > 1) throw new UsageError('usage: bun run backup [FILE]')
  const target = withExistingDatabase(
    requireDatabaseFile(location, 'back it up with pg_dump or continuous archiving.'),
    (sqlite) => {
      const [path] = args
      const file = path === undefined ? newBackupFile(dataFolder, 'replog', new Date()) : resolve(path)
      backup(sqlite, file)
      return file
    },
  )
  return { text: `Backed up to ${target}`, succeeded: true }
})
