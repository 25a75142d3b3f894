import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The path of the database in the data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'replog.db')
}

/** A new path in the folder for backups, which is created if necessary. Names sort by time. */
export function newBackupFile(dataFolder: string, label: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:.]/g, '')
  return join(backupFolder(dataFolder), `${label}-${stamp}.db`)
}

/** The folder for backups in the data folder, created if necessary. */
export function backupFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Creates the folder and the database file, readable only by their owner, if they don't exist. */
export function prepareFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  // SQLite gives its companion files (-wal, -shm) the same permissions.
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}
