import type { Db } from '#db/schema/index.ts'
import { createHints, type Hints } from '#events/hints.ts'
import { type Accounts, createAccounts } from '#services/auth/accounts.ts'
import { tokenKeysOf } from '#services/auth/signing-key.ts'
import { type LogLine, logInto } from '#tests/support/log-lines.ts'
import { metricsOnDemand } from '#tests/support/metrics.ts'
import { createApp } from '../../../src/app.ts'

const keys = tokenKeysOf(new Uint8Array(32).fill(7))

/** The app on a database, in one process. */
export interface Served {
  readonly hints: Hints
  readonly accounts: Accounts
  handle(request: Request): Promise<Response>
}

/**
 * Serves a database.
 *
 * @param now the current time, in milliseconds since 1970
 */
export async function serve(db: Db, now: () => number, logged: LogLine[]): Promise<Served> {
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
    log: logInto(logged),
    metrics: metricsOnDemand(() => hints.openStreams),
    hints,
    responseViolations: 'throw',
    now,
  })
  const accounts = await createAccounts({ keys, registration: 'open', rateLimit: false, now })
  return { hints, accounts, handle: (request) => app.handle(request) }
}
