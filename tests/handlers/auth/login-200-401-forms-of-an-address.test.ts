import { expect, test } from 'bun:test'
import { insertUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { newProfile } from '#services/auth/register.ts'
import { login, problemOf, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

/** An account from before new addresses had to be ASCII, with the key that it was given then. */
async function formerAccount(app: TestApp, email: string): Promise<void> {
  const passwordHash = await app.accounts.passwords.hash(password)
  const id = crypto.randomUUID()
  await transactAccounts(app.db, async (tx) => {
    await insertUser(tx, { ...newProfile, id, email, passwordHash }, 0)
    const emailKey = email.normalize('NFC').toLowerCase()
    await tx.updateTable('users').set({ emailKey }).where('id', '=', id).execute()
  })
}

test.each(['ada@example.com', 'ADA@EXAMPLE.COM', 'ａｄａ@example.com', '\u{1d41a}da@example.com'])(
  'the account of ada@example.com is found as %s',
  async (written) => {
    const app = await testApp()
    const { user } = await registerUser(app)
    const answer = await login(app, { email: written })
    expect(answer.json<Tokens>().user.id).toBe(user.id)
  },
)

test('a look-alike of another script is another address', async () => {
  const app = await testApp()
  await registerUser(app)
  expect(problemOf(await login(app, { email: '\u0430da@example.com' }))).toEqual([401, 'invalid_credentials'])
})

test.each(['zo\u00eb@example.com', '\ufb01nn@example.com', 'ａda@example.com', '\uac00@example.com'])(
  'the former account of %s goes on',
  async (written) => {
    const app = await testApp()
    await formerAccount(app, written)
    for (const form of [written, written.normalize('NFD'), written.replace('example', 'EXAMPLE')]) {
      expect((await login(app, { email: form })).json<Tokens>().user.email).toBe(written)
    }
  },
)

test('two former accounts whose addresses only look the same stay two', async () => {
  const app = await testApp()
  await formerAccount(app, 'ａda@example.com')
  await registerUser(app)
  for (const written of ['ａda@example.com', 'ada@example.com']) {
    expect((await login(app, { email: written })).json<Tokens>().user.email).toBe(written)
  }
})

test('all forms of an address share one count of wrong passwords', async () => {
  const app = await testApp({ throttle: { pair: 3, network: 50, account: 50, windowSeconds: 900 } })
  await registerUser(app)
  for (const written of ['ada@example.com', 'ａda@example.com', 'ADA@example.com']) {
    const answer = await login(app, { email: written, password: 'another password altogether' })
    expect(answer.status).toBe(401)
  }
  expect((await login(app, { email: '\u{1d41a}da@example.com' })).status).toBe(429)
})
