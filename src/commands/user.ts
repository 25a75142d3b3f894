import { type AccessChange, disableAccount, enableAccount } from '#db/accounts/account-access.ts'
import { insertUser } from '#db/accounts/users.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { joinDatabase } from '#db/migrations/join-database.ts'
import type { Db } from '#db/schema/index.ts'
import { formats } from '#http/validation/formats.ts'
import { hashPassword } from '#services/auth/password/hash.ts'
import { newProfile } from '#services/auth/register.ts'
import { runCommand, UsageError } from './command.ts'
import { newPassword } from './new-password.ts'

const usage = [
  'usage: bun run user create EMAIL    (its password: asked for, or the first line of standard input)',
  '       bun run user disable EMAIL',
  '       bun run user enable EMAIL',
].join('\n')

/** Each action returns what it did, and throws if it couldn't. */
const actions: Readonly<Record<string, (db: Db, email: string) => Promise<string>>> = {
  create: createAccount,
  async disable(db, email) {
    const change = await transactAccounts(db, (tx) => disableAccount(tx, email, Date.now()))
    return said(change, email, 'disabled', (sessions) => `, and ${sessions} of its sessions ended`)
  },
  async enable(db, email) {
    return said(await transactAccounts(db, (tx) => enableAccount(tx, email)), email, 'enabled', () => '')
  },
}

/** `bun run user create|disable|enable EMAIL`: manages accounts, even while a server is running. */
await runCommand(async ({ args, dataFolder }) => {
  const [name = '', email = ''] = args
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined || args.length !== 2) throw new UsageError(usage)
  if (!formats.email(email)) throw new UsageError(`This is not an email address.\n${usage}`)
  const { db, close } = await joinDatabase(databaseFile(dataFolder))
  try {
    return { text: await action(db, email), good: true }
  } finally {
    await close()
  }
})

async function createAccount(db: Db, email: string): Promise<string> {
  const { password, made } = await newPassword(email)
  const passwordHash = await hashPassword(password)
  const now = Date.now()
  const id = Bun.randomUUIDv7('hex', now)
  const user = await transactAccounts(db, (tx) =>
    insertUser(tx, { ...newProfile, id, email, passwordHash }, now),
  )
  if (!user) throw new Error(`An account for ${email} already exists.`)
  return [`Created ${email} (${id})`, ...(made ? [`Password: ${password}`] : [])].join('\n')
}

function said(
  change: AccessChange,
  email: string,
  word: 'disabled' | 'enabled',
  more: (endedSessions: number) => string,
): string {
  if (change.kind === 'missing') throw new Error(`There is no account for ${email}.`)
  if (change.kind === 'unchanged') return `${email} is ${word} already`
  return `${email} is ${word}${more(change.endedSessions)}`
}
