import type { Database } from 'bun:sqlite'
import { afterAll } from 'bun:test'
import type { Elysia } from 'elysia'
import createClient, { type Client } from 'openapi-fetch'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import type { OpenDatabase } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import { createHints, type Hints } from '#events/hints.ts'
import type { paths, Schemas } from '#generated/types.ts'
import { listen } from '#server/listen.ts'
import { type Accounts, createAccounts, type Passwords } from '#services/auth/accounts.ts'
import { createLoginThrottle, type ThrottleLimits } from '#services/auth/login-throttle.ts'
import { tokenKeysOf } from '#services/auth/signing-key.ts'
import { createApp } from '../../src/app.ts'
import { type CheckedFetch, checkedFetch, type RequestHandler } from './checked-fetch.ts'
import { type LogLine, logInto } from './log-lines.ts'
import { metricsOnDemand } from './metrics.ts'
import { openTestPostgres, testServer } from './postgres.ts'
import { quickPasswords } from './quick-passwords.ts'
import { createRequest, type RequestParts, readResponse, type TestResponse } from './request.ts'
import { copySeededDatabase, openSeededDatabase } from './template.ts'
import { register, type TestUser } from './user.ts'

/** The options of a test app. By default registration is open, nothing is limited, and the database is in memory. */
export interface AppOptions {
  /** Aborted when the server begins to stop. */
  readonly stopping?: AbortSignal
  /** The folder of the database. An existing database is opened, so that tests can restart an app. */
  readonly folder?: string
  /** The URL of an existing PostgreSQL database, so that tests can start several nodes on it. */
  readonly postgres?: string
  readonly registration?: 'open' | 'closed'
  readonly rateLimit?: boolean
  /** Whether the app is served at `/`, as it is by default. */
  readonly web?: boolean
  readonly corsOrigins?: readonly string[]
  readonly publicUrl?: string
  readonly metricsToken?: string
  readonly trustedProxies?: readonly string[]
  /** Limits on logins, which apply whatever `rateLimit` is. */
  readonly throttle?: ThrottleLimits
  /** Whether passwords are hashed as in production. By default a fast hash is used. */
  readonly hashesPasswords?: boolean
  /** Whether passwords are hashed as in production, and weak ones are rejected. */
  readonly rejectsWeakPasswords?: boolean
  /** Wraps the hashing of passwords. */
  readonly passwords?: (passwords: Passwords) => Passwords
  /** 32 bytes; needed if tokens must survive a restart. */
  readonly key?: Uint8Array
  /** The initial time of the app's clock, in milliseconds since 1970. Defaults to the current time. */
  readonly now?: number
  /** How often event streams send a heartbeat and check for writes of other processes. Milliseconds. */
  readonly heartbeatMs?: number
  /** Whether the test expects responses with status 500. Otherwise the first one throws the error that caused it. */
  readonly expectsErrors?: boolean
}

/** The whole app with its own database. Every response is checked against openapi.yaml, except those over a socket. */
export interface TestApp {
  readonly db: Db
  readonly sqlite: Database
  readonly accounts: Accounts
  /** The app's clock, in milliseconds since 1970. It stands still unless a test sets it. */
  readonly clock: { now: number }
  readonly elysia: Elysia
  readonly hints: Hints
  /** The lines logged so far. */
  readonly logged: readonly LogLine[]
  /** Responds to a request, or throws an error that says how the response violates the contract. */
  readonly fetch: CheckedFetch
  /** The typed client over {@link TestApp.fetch}, without a token. */
  readonly client: Client<paths>
  /** Sends one request. */
  send(method: string, path: string, parts?: RequestParts): Promise<TestResponse>
  /** Creates an account, with a session. */
  register(fields?: Partial<Schemas['Registration']>): Promise<TestUser>
  /** Serves on a free port of this machine until the app is closed. Returns the origin, without a trailing slash. */
  listen(): string
  /** Stops the server and closes the database. Called automatically after the tests. */
  close(): Promise<void>
}

/**
 * Starts the app. Call it at the top of a test file, in `beforeAll`, or in a test: it is closed after the
 * file's tests or after the test.
 */
export async function testApp(options: AppOptions = {}): Promise<TestApp> {
  const database = await openDatabaseFor(options)
  const { db } = database
  const clock = { now: options.now ?? Date.now() }
  const logged: LogLine[] = []
  const hints = createHints({
    db,
    now: () => clock.now,
    ...(options.heartbeatMs !== undefined && {
      heartbeatMs: options.heartbeatMs,
      pollMs: options.heartbeatMs,
    }),
    onError: (error) =>
      logged.push({ level: 'error', fields: { err: error }, message: 'failed to notify event streams' }),
  })
  const keys = tokenKeysOf(options.key ?? crypto.getRandomValues(new Uint8Array(32)))
  const { registration = 'open', rateLimit = false } = options
  const productionAccounts = await createAccounts({ keys, registration, rateLimit, now: () => clock.now })
  const { isGuessable } = quickPasswords
  const passwords = options.rejectsWeakPasswords
    ? productionAccounts.passwords
    : options.hashesPasswords
      ? { ...productionAccounts.passwords, isGuessable }
      : quickPasswords
  const accounts: Accounts = {
    ...productionAccounts,
    ...(options.throttle && { throttle: createLoginThrottle(options.throttle, () => clock.now) }),
    passwords: options.passwords?.(passwords) ?? passwords,
  }
  const elysia = await createApp({
    config: {
      corsOrigins: options.corsOrigins ?? [],
      publicUrl: options.publicUrl,
      metricsToken: options.metricsToken,
      rateLimit,
      registration,
      trustedProxies: options.trustedProxies ?? [],
      web: options.web ?? true,
    },
    db,
    keys,
    accounts,
    log: logInto(logged),
    metrics: metricsOnDemand(() => hints.openStreams),
    hints,
    ...(options.stopping && { stopping: options.stopping }),
    responseViolations: 'throw',
    now: () => clock.now,
  })

  const errors = options.expectsErrors ? () => [] : () => logged.filter(({ level }) => level === 'error')
  const handle: RequestHandler = (request) => elysia.handle(request)
  const checked = checkedFetch(handle, errors)
  let stopServer: (() => Promise<number>) | undefined
  let closing: Promise<void> | undefined
  const close = () => {
    hints.stop()
    closing ??= Promise.resolve(stopServer?.()).then(() => database.close())
    return closing
  }
  afterAll(close)

  const app: TestApp = {
    db,
    get sqlite() {
      if ('sqlite' in database) return database.sqlite
      throw new Error('a test that reads the SQLite database cannot run on PostgreSQL')
    },
    accounts,
    clock,
    elysia,
    hints,
    logged,
    fetch: checked,
    client: createClient<paths>({ baseUrl: 'http://localhost', fetch: checked }),
    send: async (method, path, parts) => readResponse(await checked(createRequest(method, path, parts))),
    register: (fields) => register(app, fields),
    listen() {
      const server = listen(elysia, { host: '127.0.0.1', port: 0 })
      stopServer = () => server.stop(0)
      return server.url.origin
    },
    close,
  }
  return app
}

function openDatabaseFor({ folder, postgres }: AppOptions): Promise<OpenDatabase | OpenServerDatabase> {
  if (postgres !== undefined) return openPostgres({ url: postgres, durable: false })
  return testServer !== undefined && folder === undefined ? openTestPostgres() : openTestSqlite(folder)
}

async function openTestSqlite(folder: string | undefined): Promise<OpenDatabase> {
  if (folder === undefined) return openSeededDatabase()
  await copySeededDatabase(folder)
  return openDatabase({ file: databaseFile(folder) })
}
