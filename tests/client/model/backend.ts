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
import type { LogLine } from '#tests/support/log-lines.ts'
import { copySeededDatabase, openSeededDatabase } from '#tests/support/template.ts'
import { createAccount, handleWithTrace, logIn, takeErrorFrom } from './backend-parts.ts'
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
  /** The first internal error since the last call. */
  takeError(): Error | undefined
  /** Whether requests in progress wait for another process. */
  readonly isBusy: boolean
  /** Called for each request and its response. */
  trace: ((line: string) => void) | undefined
  /** Replaced by a restart or a restore. */
  readonly db: Db
  handle(request: Request): Promise<Response>
  /** Creates an account without a password, because hashing takes longer than a whole schedule. */
  createAccount(email: string): Promise<Account>
  /** Logs in without checking a password. */
  logIn(email: string): Promise<Schemas['Tokens']>
  /** Ends all sessions of a user. */
  revoke(userId: string): Promise<void>
  /** Deletes what has expired. */
  collect(): Promise<void>
  /** Closes the database and opens it again. */
  restart(): Promise<void>
  /** Copies the database, replacing the previous copy. */
  backup(): void
  /** Replaces the database with the last copy. Returns false if there is none. */
  restore(): Promise<boolean>
  close(): Promise<void>
}

/** @param folder of the database; by default it is in memory and can't be restarted */
export async function openBackend(folder?: string): Promise<Backend> {
  const logged: LogLine[] = []
  let backups = 0
  let restores = 0
  if (folder !== undefined) await copySeededDatabase(folder)
  const time = { now: Date.parse('2026-11-20T12:00:00Z') }
  const now = () => time.now
  const open = async () => {
    const database = await (folder === undefined
      ? openSeededDatabase()
      : openDatabase({ file: databaseFile(folder) }))
    const { db, sqlite } = database
    // Commits have to survive only the end of this process. Power failures are tested elsewhere.
    if (folder !== undefined) sqlite.run('pragma synchronous = off')
    return { database, db, sqlite, ...(await serve(db, now, logged)) }
  }
  let server = await open()
  const close = async () => {
    server.hints.stop()
    await new Promise(setImmediate)
    await server.database.close()
  }
  const backupFile = () => join(folder ?? '', 'copies', String(backups))

  const backend: Backend = {
    get now() {
      return time.now
    },
    set now(value) {
      time.now = value
    },
    get db() {
      return server.db
    },
    trace: undefined,
    isBusy: false,
    takeError: () => takeErrorFrom(logged),
    handle: (request) => handleWithTrace(backend, request, (forwarded) => server.handle(forwarded)),
    createAccount: (email) => createAccount(server.db, email, time.now),
    logIn: (email) => logIn(server.db, server.accounts, email, time.now),
    async revoke(userId) {
      await transact(server.db, userId, (tx) => endAllSessions(tx, userId, time.now))
    },
    async collect() {
      await collectExpired(server.db, time.now)
    },
    async restart() {
      await close()
      server = await open()
    },
    backup() {
      if (folder === undefined) throw new Error('a database in memory has no backups')
      mkdirSync(join(folder, 'copies'), { recursive: true })
      backups++
      backup(server.sqlite, backupFile())
    },
    async restore() {
      if (folder === undefined || !existsSync(backupFile())) return false
      await close()
      // The time names the replaced database, so it must differ each time.
      restore(backupFile(), folder, new Date(time.now + ++restores))
      server = await open()
      return true
    },
    close,
  }
  return backend
}
