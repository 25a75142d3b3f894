import { Elysia } from 'elysia'
import { operations } from '#generated/operations.ts'
import type { Config } from './config/index.ts'
import { waitForUser } from './db/engine/process/exclusive-user.ts'
import { runOnce } from './db/idempotency/stored-responses.ts'
import { sharedLimiter } from './db/rate-limits/shared-limiter.ts'
import type { Db } from './db/schema/index.ts'
import type { Hints } from './events/hints.ts'
import type { Context } from './handlers/context.ts'
import { createHandlers } from './handlers/index.ts'
import { bind, elysiaConfig } from './http/bind.ts'
import { derivedIds, randomIds } from './lib/derived-ids.ts'
import { memoryLimiter, type RatePolicy } from './lib/limiter.ts'
import type { ProcessLog } from './server/log.ts'
import type { Metrics } from './server/metrics.ts'
import { type Accounts, createAccounts } from './services/auth/accounts.ts'
import { createAuthenticate } from './services/auth/authenticate.ts'
import { createPresumeOpen } from './services/auth/presume-open.ts'
import type { TokenKeys } from './services/auth/signing-key.ts'

/** What {@link createApp} needs from the process that starts it. */
export interface AppDeps {
  readonly config: Pick<
    Config,
    'corsOrigins' | 'metricsToken' | 'publicUrl' | 'rateLimit' | 'registration' | 'trustedProxies' | 'web'
  >
  readonly db: Db
  readonly keys: TokenKeys
  /** By default, created from the keys and the configuration; a test may pass its own. */
  readonly accounts?: Accounts
  readonly log: Omit<ProcessLog, 'flush'>
  readonly metrics: Pick<Metrics, 'observe' | 'text'>
  /** Hints for the same database; the caller stops them. */
  readonly hints: Hints
  /** Aborted when the server begins to shut down. */
  readonly stopping?: AbortSignal
  /** What to do if a response violates the contract: send 500 instead, or send it and log the violation. */
  readonly responseViolations: 'throw' | 'log'
  /** Milliseconds since 1970 in UTC; the clock unless a test sets it. */
  readonly now?: () => number
}

/**
 * The policies that `x-rate-limit` names. `auth` allows plenty of mistyped passwords but no guessing;
 * `default` suits an app that saves after every set or catches up after a week offline.
 */
const ratePolicies = {
  auth: { points: 60, seconds: 60 },
  default: { points: 600, seconds: 60 },
} as const satisfies Record<string, RatePolicy>

/** The whole API: every operation of the contract, bound to its handler. */
export async function createApp(deps: AppDeps): Promise<Elysia> {
  const { config, db, log, metrics, hints, now = Date.now, stopping = new AbortController().signal } = deps
  const { registration, rateLimit } = config
  const createLimiter = await sharedLimiter(db)
  const accounts =
    deps.accounts ?? (await createAccounts({ keys: deps.keys, registration, rateLimit, now, createLimiter }))
  const context: Context = { db, now, newId: randomIds, accounts, hints, log, stopping }
  const app = new Elysia(elysiaConfig)
  const { metricsToken } = config
  const handlers = createHandlers({
    metrics,
    metricsToken,
    isStopping: () => stopping.aborted,
    servesApp: config.web,
  })
  const authentication = {
    db,
    accessTokens: accounts.accessTokens,
    now,
    waitForUser: (userId: string) => waitForUser(db, userId),
  }
  const presumeOpen = createPresumeOpen(authentication)
  bind(app, operations, handlers, {
    context,
    authenticate: createAuthenticate({
      ...authentication,
      onError: (error) => log.warn({ err: error }, 'failed to record the use of a session'),
    }),
    presume:
      presumeOpen &&
      ((token) => {
        const presumed = presumeOpen(token)
        return presumed && { ...presumed, context: { ...context, db: presumed.db } }
      }),
    idempotency: {
      run({ principal: { user }, ...request }, execute) {
        const newId = derivedIds(user.id, request.operationId, request.key)
        return runOnce(db, user.id, request, (tx) => execute({ ...context, db: tx, newId }), now())
      },
    },
    rateLimit: rateLimit ? ratePolicies : undefined,
    // Only `auth` is counted across nodes: a database query before each request would double the cost of many requests.
    createLimiter: (name, policy) => (name === 'auth' ? createLimiter : memoryLimiter)(name, policy),
    cors: { origins: config.corsOrigins },
    https: config.publicUrl?.startsWith('https:') ?? false,
    trustedProxies: config.trustedProxies,
    responseViolations: deps.responseViolations,
    onResponse(completed) {
      log.request(completed)
      metrics.observe(completed)
    },
    onError: (error, requestId) => log.error({ err: error, requestId }, 'unexpected error'),
  })
  return app
}
