import { readConfig } from '#config/index.ts'
import { type AccessChange, disableAccount, enableAccount } from '#db/accounts/account-access.ts'
import { insertUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { joinLocation } from '#db/migrations/location.ts'
import type { Db } from '#db/schema/index.ts'
import { formats } from '#http/validation/formats.ts'
import { countText } from '#lib/count-text.ts'
import { hashPassword } from '#services/auth/password/hash.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { createResetLink } from '#services/auth/reset-password.ts'
import { runCommand, UsageError } from './command.ts'
import { readNewPassword } from './read-new-password.ts'

const usage = [
  'usage: bun run user create EMAIL    (asks for a password, or reads it from standard input)',
  '       bun run user disable EMAIL',
  '       bun run user enable EMAIL',
  '       bun run user reset EMAIL     (prints a password reset link)',
].join('\n')

/** Each action returns a message describing what it did, and throws if it failed. */
const actions: Readonly<Record<string, (db: Db, email: string) => Promise<string>>> = {
  create: createAccount,
  async disable(db, email) {
    const change = await transactAccounts(db, (tx) => disableAccount(tx, email, Date.now()))
    return messageFor(change, email, 'disabled', (sessions) => `; ${countText(sessions, 'session')} ended`)
  },
  async enable(db, email) {
    return messageFor(
      await transactAccounts(db, (tx) => enableAccount(tx, email)),
      email,
      'enabled',
      () => '',
    )
  },
  reset: printResetLink,
}

/** `bun run user create|disable|enable|reset EMAIL`: manages accounts, even while a server is running. */
await runCommand(async ({ args, location }) => {
  const [name = '', email = ''] = args
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined || args.length !== 2) throw new UsageError(usage)
  const isAddress = name === 'create' ? formats.email : formats['idn-email']
  if (!isAddress(email)) throw new UsageError(`This is not an email address.\n${usage}`)
  const { db, close } = await joinLocation(location)
  try {
    return { text: await action(db, email), succeeded: true }
  } finally {
    await close()
  }
})

async function createAccount(db: Db, email: string): Promise<string> {
  const { password, isGenerated } = await readNewPassword(email)
  const passwordHash = await hashPassword(password)
  const now = Date.now()
  const id = Bun.randomUUIDv7('hex', now)
  const user = await transactAccounts(db, (tx) =>
    insertUser(tx, { ...defaultProfile, id, email, passwordHash }, now),
  )
  if (!user) throw new Error(`An account for ${email} already exists.`)
  return [`Created ${email} (${id})`, ...(isGenerated ? [`Password: ${password}`] : [])].join('\n')
}

async function printResetLink(db: Db, email: string): Promise<string> {
  const { publicUrl, port } = readConfig(process.env)
  const link = await createResetLink(db, email, publicUrl ?? `http://localhost:${port}`, Date.now())
  if (link.kind === 'missing') throw new Error(`There is no account for ${email}.`)
  if (link.kind === 'account_disabled') throw new Error(`${email} is disabled: enable it first.`)
  return [
    link.url,
    `It sets a new password for ${email} and ends all sessions. It works once, until ${new Date(link.expiresAt).toISOString()}.`,
    ...(publicUrl === undefined
      ? ["If the server's public URL is different, set REPLOG_PUBLIC_URL or edit the link."]
      : []),
  ].join('\n')
}

function messageFor(
  change: AccessChange,
  email: string,
  state: 'disabled' | 'enabled',
  detail: (endedSessions: number) => string,
): string {
  if (change.kind === 'missing') throw new Error(`There is no account for ${email}.`)
  if (change.kind === 'unchanged') return `${email} is already ${state}`
  return `${email} is ${state}${detail(change.endedSessions)}`
}
