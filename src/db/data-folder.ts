import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The file of the database in the data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'replog.db')
}

/** The path of a new file in the folder for backups, which is made if need be. Names sort by time. */
export function newBackupFile(dataFolder: string, label: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:.]/g, '')
  return join(backupFolder(dataFolder), `${label}-${stamp}.db`)
}

/** The folder for backups in the data folder, made if need be. */
export function backupFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Makes the folder and the file of the database, for their owner's eyes alone, where they don't exist. */
export function prepareFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  // SQLite gives the files beside it (-wal, -shm) the rights of this one.
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}
