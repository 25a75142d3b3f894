import { directOf } from '../direct.ts'
import type { Tx } from '../schema.ts'
import { settings } from '../settings.ts'

/** So much later the log is folded into the database: not while the caller waits for the answer. */
const laterMs = 250

/**
 * Lets a large transaction commit without folding the log into the database at once, which would double the time that others
 * wait; soon after, it is folded as ever.
 */
export function deferCheckpoint(tx: Tx): void {
  const sqlite = directOf(tx)?.sqlite
  if (!sqlite) return
  sqlite.run('pragma wal_autocheckpoint = 0')
  const usual = settings.find(({ name }) => name === 'wal_autocheckpoint')?.value
  setTimeout(() => {
    try {
      sqlite.run(`pragma wal_autocheckpoint = ${usual}`)
    } catch {
      // The database was closed meanwhile, which folds the log itself.
    }
  }, laterMs).unref()
}
