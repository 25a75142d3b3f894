import { resolve } from 'node:path'
import { databaseFile, newBackupFile } from '#db/engine/sqlite/data-folder.ts'
import { visitDatabase } from '#db/engine/sqlite/visit.ts'
import { backup } from '#db/maintenance/backup.ts'
import { runCommand, UsageError } from './command.ts'

/** `bun run backup [FILE]`: copies the database to a new file, even while a server is using it. */
await runCommand(({ args, dataFolder }) => {
  if (args.length > 1) throw new UsageError('usage: bun run backup [FILE]')
  const target = visitDatabase(databaseFile(dataFolder), (sqlite) => {
    const [given] = args
    const file = given === undefined ? newBackupFile(dataFolder, 'replog', new Date()) : resolve(given)
    backup(sqlite, file)
    return file
  })
  return { text: `Backed up to ${target}`, good: true }
})
