import type { Database } from 'bun:sqlite'
import { afterAll } from 'bun:test'
import { existsSync } from 'node:fs'
import type { Elysia } from 'elysia'
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from '../../generated/types.ts'
import { createApp } from '../../src/app.ts'
import { type Accounts, createAccounts, type Passwords } from '../../src/auth/accounts.ts'
import { createLoginThrottle, type ThrottleLimits } from '../../src/auth/login-throttle.ts'
import { tokenKeysOf } from '../../src/auth/signing-key.ts'
import { databaseFile } from '../../src/db/data-folder.ts'
import { openDatabase } from '../../src/db/engine/open.ts'
import type { Db } from '../../src/db/schema.ts'
import { createMetrics } from '../../src/metrics.ts'
import { listen } from '../../src/server.ts'
import { createHints, type Hints } from '../../src/sync/hints.ts'
import { type Asking, type Checked, checkedFetch } from './checked-fetch.ts'
import { type Logged, logTo } from './logged.ts'
import { type Received, received, requestOf, type Sent } from './request.ts'
import { copySeed, placeSeeded } from './template.ts'
import { register, type TestUser } from './user.ts'

/** What a test may set; by default everything is open, nothing is limited, and the database is in memory. */
export interface AppOptions {
  /** Of the database. One that is there already is opened as it is: so a restart is tried. */
  readonly folder?: string
  readonly registration?: 'open' | 'closed'
  readonly rateLimit?: boolean
  readonly corsOrigins?: readonly string[]
  readonly trustedProxies?: readonly string[]
  /** Limits on logins, whatever `rateLimit` says. */
  readonly throttle?: ThrottleLimits
  /** Stands before the real hashing of passwords. */
  readonly passwords?: (real: Passwords) => Passwords
  /** 32 bytes; to be given where tokens have to outlive a restart. */
  readonly key?: Uint8Array
  /** Milliseconds since 1970 at which the clock stands; the time of the start without it. */
  readonly now?: number
  /** How often streams of events beat, and look for what another process wrote; milliseconds. */
  readonly beatMs?: number
  /** Whether answers 500 are what the test wants. Otherwise the first one throws, with the fault behind it. */
  readonly expectsFaults?: boolean
}

/** The whole app on a database of its own. Every answer that it gives is held to openapi.yaml. */
export interface TestApp {
  readonly db: Db
  readonly sqlite: Database
  readonly accounts: Accounts
  /** Milliseconds since 1970; a test moves it. */
  readonly clock: { now: number }
  readonly elysia: Elysia
  readonly hints: Hints
  /** What was logged. */
  readonly logged: readonly Logged[]
  /** Answers a request, or throws what breaks the contract in the answer. */
  readonly fetch: Checked
  /** The generated types over {@link TestApp.fetch}, without a token. */
  readonly client: Client<paths>
  /** Sends one request. */
  send(method: string, path: string, sent?: Sent): Promise<Received>
  /** Makes an account (30 ms: passwords are hashed for real) and answers for it. */
  register(fields?: Partial<components['schemas']['Registration']>): Promise<TestUser>
  /** Serves on a free port of this machine, until the app is closed; its address, without a slash at the end. */
  listen(): string
  /** Closes the database; done after the tests anyway. */
  close(): Promise<void>
}

/**
 * Starts the app. Call it at the top of a test file, in `beforeAll`, or in a test; it is closed after the tests of the file
 * or after the test.
 */
export async function testApp(options: AppOptions = {}): Promise<TestApp> {
  const { folder } = options
  const isNew = folder === undefined || !existsSync(databaseFile(folder))
  if (folder !== undefined && isNew) await placeSeeded(folder)
  const database = await openDatabase({ file: folder === undefined ? ':memory:' : databaseFile(folder) })
  const { db, sqlite } = database
  if (folder === undefined) await copySeed(sqlite)
  const clock = { now: options.now ?? Date.now() }
  const logged: Logged[] = []
  const hints = createHints({
    db,
    now: () => clock.now,
    ...(options.beatMs !== undefined && { beatMs: options.beatMs, pollMs: options.beatMs }),
    onError: (error) => logged.push({ level: 'error', fields: { err: error }, message: 'a hint was lost' }),
  })
  const keys = tokenKeysOf(options.key ?? crypto.getRandomValues(new Uint8Array(32)))
  const { registration = 'open', rateLimit = false } = options
  const made = await createAccounts({ keys, registration, rateLimit, now: () => clock.now })
  const accounts: Accounts = {
    ...made,
    ...(options.throttle && { throttle: createLoginThrottle(options.throttle) }),
    ...(options.passwords && { passwords: options.passwords(made.passwords) }),
  }
  const elysia = await createApp({
    config: {
      corsOrigins: options.corsOrigins ?? [],
      rateLimit,
      registration,
      trustedProxies: options.trustedProxies ?? [],
    },
    db,
    keys,
    accounts,
    log: logTo(logged),
    metrics: createMetrics({ version: 'test', databaseBytes: () => 0, openStreams: () => hints.openStreams }),
    hints,
    isStopping: () => false,
    answers: 'throw',
    now: () => clock.now,
  })

  const faults = options.expectsFaults ? () => [] : () => logged.filter(({ level }) => level === 'error')
  const handle: Asking = (request) => elysia.handle(request)
  const checked = checkedFetch(handle, faults)
  let stop: (() => Promise<number>) | undefined
  let closing: Promise<void> | undefined
  const close = () => {
    hints.stop()
    closing ??= Promise.resolve(stop?.()).then(() => database.close())
    return closing
  }
  afterAll(close)

  const app: TestApp = {
    db,
    sqlite,
    accounts,
    clock,
    elysia,
    hints,
    logged,
    fetch: checked,
    client: createClient<paths>({ baseUrl: 'http://localhost', fetch: checked }),
    send: async (method, path, sent) => received(await checked(requestOf(method, path, sent))),
    register: (fields) => register(app, fields),
    listen() {
      const server = listen(elysia, { host: '127.0.0.1', port: 0 })
      stop = () => server.stop(0)
      return server.url.origin
    },
    close,
  }
  return app
}
