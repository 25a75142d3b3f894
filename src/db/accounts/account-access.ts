import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import { endAllSessions } from './sessions.ts'
import { findCredentials } from './users.ts'

const setDisabledAt = prepare((db, p: { id: string; disabledAt: number | null }) =>
  db.updateTable('users').set({ disabledAt: p.disabledAt }).where('id', '=', p.id),
)

/** The result of disabling or enabling an account. */
export type AccessChange =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly endedSessions: number }

/** Disables an account and ends its sessions immediately. Its data is kept. `now` is in milliseconds. */
export async function disableAccount(tx: Tx, email: string, now: number): Promise<AccessChange> {
  const account = await findCredentials(tx, email)
  if (!account) return { kind: 'missing' }
  if (account.disabledAt !== null) return { kind: 'unchanged' }
  await setDisabledAt.run(tx, { id: account.id, disabledAt: now })
  return { kind: 'changed', endedSessions: await endAllSessions(tx, account.id, now) }
}

/** Lets the owner of a disabled account log in again. */
export async function enableAccount(tx: Tx, email: string): Promise<AccessChange> {
  const account = await findCredentials(tx, email)
  if (!account) return { kind: 'missing' }
  if (account.disabledAt === null) return { kind: 'unchanged' }
  await setDisabledAt.run(tx, { id: account.id, disabledAt: null })
  return { kind: 'changed', endedSessions: 0 }
}
