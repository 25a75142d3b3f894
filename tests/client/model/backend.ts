import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { endAllSessions } from '#db/accounts/sessions.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transact } from '#db/engine/transact.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Logged } from '#tests/support/logged.ts'
import { openSeeded, placeSeeded } from '#tests/support/template.ts'
import { faultIn, logIn, newAccount, traced } from './backend-parts.ts'
import { serve } from './serve.ts'

/** A user with an account. */
export interface Account {
  readonly id: string
  readonly email: string
}

/** The real server, in this process. */
export interface Backend {
  /** Milliseconds since 1970. */
  now: number
  /** The first internal error that the server has logged. It is returned only once. */
  takeFault(): Error | undefined
  /** Whether requests in progress wait for another process. */
  readonly isBusy: boolean
  /** Called for each request and its response. */
  trace: ((line: string) => void) | undefined
  /** Replaced by a restart. */
  readonly db: Db
  handle(request: Request): Promise<Response>
  /** Creates an account without a password: hashing takes longer than a whole schedule. */
  newAccount(email: string): Promise<Account>
  /** What a login returns, without checking a password. */
  logIn(email: string): Promise<Schemas['Tokens']>
  /** Ends all sessions of a user. */
  revoke(userId: string): Promise<void>
  /** Deletes what has expired. */
  collect(): Promise<void>
  /** Closes the database and opens it again. */
  restart(): Promise<void>
  /** Copies the database, replacing the previous copy. */
  backup(): void
  /** Replaces the database with the last copy; false if there is none. */
  restore(): Promise<boolean>
  close(): Promise<void>
}

/** @param folder of the database; by default it is in memory and can't be restarted */
export async function openBackend(folder?: string): Promise<Backend> {
  const logged: Logged[] = []
  let backups = 0
  let restores = 0
  if (folder !== undefined) await placeSeeded(folder)
  const time = { now: Date.parse('2026-11-20T12:00:00Z') }
  const now = () => time.now
  const open = async () => {
    const database = await (folder === undefined
      ? openSeeded()
      : openDatabase({ file: databaseFile(folder) }))
    const { db, sqlite } = database
    // Commits survive the end of this process. That they survive the machine's is tested elsewhere.
    if (folder !== undefined) sqlite.run('pragma synchronous = off')
    return { database, db, sqlite, ...(await serve(db, now, logged)) }
  }
  let at = await open()
  const close = async () => {
    at.hints.stop()
    await new Promise(setImmediate)
    await at.database.close()
  }
  const copy = () => join(folder ?? '', 'copies', String(backups))

  const backend: Backend = {
    get now() {
      return time.now
    },
    set now(value) {
      time.now = value
    },
    get db() {
      return at.db
    },
    trace: undefined,
    isBusy: false,
    takeFault: () => faultIn(logged),
    handle: (request) => traced(backend, request, (sent) => at.handle(sent)),
    newAccount: (email) => newAccount(at.db, email, time.now),
    logIn: (email) => logIn(at.db, at.accounts, email, time.now),
    async revoke(userId) {
      await transact(at.db, userId, (tx) => endAllSessions(tx, userId, time.now))
    },
    async collect() {
      await collectExpired(at.db, time.now)
    },
    async restart() {
      await close()
      at = await open()
    },
    backup() {
      if (folder === undefined) throw new Error('a database in memory is not backed up')
      mkdirSync(join(folder, 'copies'), { recursive: true })
      backups++
      backup(at.sqlite, copy())
    },
    async restore() {
      if (folder === undefined || !existsSync(copy())) return false
      await close()
      // A different time each time, as it names the database that is set aside.
      restore(copy(), folder, new Date(time.now + ++restores))
      at = await open()
      return true
    },
    close,
  }
  return backend
}
