import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { endAllSessions } from '#db/accounts/sessions.ts'
import { findCredentials, findProfile, insertUser } from '#db/accounts/users.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import { createHints } from '#events/hints.ts'
import type { Schemas } from '#generated/types.ts'
import { createAccounts } from '#services/auth/accounts.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { startSession, tokensOf } from '#services/auth/sessions.ts'
import { tokenKeysOf } from '#services/auth/signing-key.ts'
import { type Logged, logTo } from '#tests/support/logged.ts'
import { metricsOnDemand } from '#tests/support/metrics.ts'
import { openSeeded, placeSeeded } from '#tests/support/template.ts'
import { createApp } from '../../../src/app.ts'

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

const keys = tokenKeysOf(new Uint8Array(32).fill(7))

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
    const onError = (err: unknown) =>
      logged.push({ level: 'error', fields: { err }, message: 'failed to send a hint' })
    const hints = createHints({ db, now, onError })
    const app = await createApp({
      config: {
        corsOrigins: [],
        publicUrl: undefined,
        metricsToken: undefined,
        rateLimit: false,
        registration: 'open',
        trustedProxies: [],
        web: false,
      },
      db,
      keys,
      log: logTo(logged),
      metrics: metricsOnDemand(() => hints.openStreams),
      hints,
      responseViolations: 'throw',
      now,
    })
    const accounts = await createAccounts({ keys, registration: 'open', rateLimit: false, now })
    return { database, db, sqlite, hints, app, accounts }
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
    takeFault() {
      const error = logged.splice(0).find(({ level }) => level === 'error')
      return (
        error &&
        new Error(`an error in the server: ${error.message}`, { cause: Reflect.get(error.fields, 'err') })
      )
    },
    async handle(request) {
      const asked = backend.trace && (await request.clone().text())
      const response = await at.app.handle(request)
      if (backend.trace) {
        const isStream = request.url.endsWith('/events')
        const shown = isStream ? 'a stream' : await response.clone().text()
        backend.trace(`    ${request.method} ${request.url} ${asked}\n    ${response.status} ${shown}`)
      }
      // Bun's server sets this header on every response.
      response.headers.set('date', new Date(time.now).toUTCString())
      return response
    },
    async newAccount(email) {
      const user = { ...defaultProfile, id: Bun.randomUUIDv7('hex', time.now), email, passwordHash: 'none' }
      const made = await transactAccounts(at.db, (tx) => insertUser(tx, user, time.now))
      if (!made) throw new Error('this address has an account')
      return { id: made.id, email }
    },
    async logIn(email) {
      const found = await findCredentials(at.db, email)
      const opened = await transactAccounts(at.db, async (tx) => {
        const user = found && (await findProfile(tx, found.id))
        if (!user) throw new Error('there is no such account')
        return startSession(tx, user, { device: undefined, userAgent: undefined }, time.now)
      })
      return tokensOf(at.accounts, opened)
    },
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
