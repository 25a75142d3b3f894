import { findCredentials, findProfile, insertUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Accounts } from '#services/auth/accounts.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { startSession, tokensOf } from '#services/auth/sessions.ts'
import type { Logged } from '#tests/support/logged.ts'
import type { Account, Backend } from './backend.ts'

/** The first internal error that was logged; it is returned only once. */
export function faultIn(logged: Logged[]): Error | undefined {
  const error = logged.splice(0).find(({ level }) => level === 'error')
  return (
    error &&
    new Error(`an error in the server: ${error.message}`, { cause: Reflect.get(error.fields, 'err') })
  )
}

/** Creates an account without a password. */
export async function newAccount(db: Db, email: string, now: number): Promise<Account> {
  const user = { ...defaultProfile, id: Bun.randomUUIDv7('hex', now), email, passwordHash: 'none' }
  const made = await transactAccounts(db, (tx) => insertUser(tx, user, now))
  if (!made) throw new Error('this address has an account')
  return { id: made.id, email }
}

/** What a login returns, without checking a password. */
export async function logIn(
  db: Db,
  accounts: Accounts,
  email: string,
  now: number,
): Promise<Schemas['Tokens']> {
  const found = await findCredentials(db, email)
  const opened = await transactAccounts(db, async (tx) => {
    const user = found && (await findProfile(tx, found.id))
    if (!user) throw new Error('there is no such account')
    return startSession(tx, user, { device: undefined, userAgent: undefined }, now)
  })
  return tokensOf(accounts, opened)
}

/** Passes a request to a server, and logs both if requested. */
export async function traced(
  backend: Backend,
  request: Request,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  const asked = backend.trace && (await request.clone().text())
  const response = await handle(request)
  if (backend.trace) {
    const isStream = request.url.endsWith('/events')
    const shown = isStream ? 'a stream' : await response.clone().text()
    backend.trace(`    ${request.method} ${request.url} ${asked}\n    ${response.status} ${shown}`)
  }
  // Bun's server sets this header on every response.
  response.headers.set('date', new Date(backend.now).toUTCString())
  return response
}
