import { findCredentials, findProfile, insertUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Accounts } from '#services/auth/accounts.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { startSession, tokensOf } from '#services/auth/sessions.ts'
import type { LogLine } from '#tests/support/log-lines.ts'
import type { Account, Backend } from './backend.ts'

/** Empties the log, and returns the first internal error in it. */
export function takeErrorFrom(logged: LogLine[]): Error | undefined {
  const error = logged.splice(0).find(({ level }) => level === 'error')
  return (
    error &&
    new Error(`an error in the server: ${error.message}`, { cause: Reflect.get(error.fields, 'err') })
  )
}

/** Creates an account without a password. */
export async function createAccount(db: Db, email: string, now: number): Promise<Account> {
  const user = { ...defaultProfile, id: Bun.randomUUIDv7('hex', now), email, passwordHash: 'none' }
  const created = await transactAccounts(db, (tx) => insertUser(tx, user, now))
  if (!created) throw new Error(`${email} already has an account`)
  return { id: created.id, email }
}

/** Logs in without checking a password. */
export async function logIn(
  db: Db,
  accounts: Accounts,
  email: string,
  now: number,
): Promise<Schemas['Tokens']> {
  const credentials = await findCredentials(db, email)
  const session = await transactAccounts(db, async (tx) => {
    const user = credentials && (await findProfile(tx, credentials.id))
    if (!user) throw new Error(`${email} has no account`)
    return startSession(tx, user, { device: undefined, userAgent: undefined }, now)
  })
  return tokensOf(accounts, session)
}

/** Passes a request to a server. Logs the request and the response if the backend has a `trace`. */
export async function handleWithTrace(
  backend: Backend,
  request: Request,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  const requestText = backend.trace && (await request.clone().text())
  const response = await handle(request)
  if (backend.trace) {
    const isStream = request.url.endsWith('/events')
    const text = isStream ? 'a stream' : await response.clone().text()
    backend.trace(`    ${request.method} ${request.url} ${requestText}\n    ${response.status} ${text}`)
  }
  // Bun's server sets this header on every response.
  response.headers.set('date', new Date(backend.now).toUTCString())
  return response
}
