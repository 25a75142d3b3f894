import { expect, test } from 'bun:test'
import { insertUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { login, problemOf, registerUser, type Tokens } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

/** Creates an account as an earlier release stored it, in which addresses did not have to be ASCII. */
async function createLegacyAccount(app: TestApp, email: string): Promise<void> {
  const passwordHash = await app.accounts.passwords.hash(password)
  const id = crypto.randomUUID()
  await transactAccounts(app.db, async (tx) => {
    await insertUser(tx, { ...defaultProfile, id, email, passwordHash }, 0)
    const emailKey = email.normalize('NFC').toLowerCase()
    await tx.updateTable('users').set({ emailKey }).where('id', '=', id).execute()
    await tx.deleteFrom('emailAddresses').where('userId', '=', id).execute()
    await tx.insertInto('emailAddresses').values({ emailKey, userId: id }).execute()
  })
}

test.each(['ada@example.com', 'ADA@EXAMPLE.COM', 'ａｄａ@example.com', '\u{1d41a}da@example.com'])(
  'the account of ada@example.com is found as %s',
  async (spelling) => {
    const app = await testApp()
    const { user } = await registerUser(app)
    const response = await login(app, { email: spelling })
    expect(response.json<Tokens>().user.id).toBe(user.id)
  },
)

test('an address with a similar character of another script is a different one', async () => {
  const app = await testApp()
  await registerUser(app)
  expect(problemOf(await login(app, { email: '\u0430da@example.com' }))).toEqual([401, 'invalid_credentials'])
})

test.each(['zo\u00eb@example.com', '\ufb01nn@example.com', 'ａda@example.com', '\uac00@example.com'])(
  'login to the legacy account of %s still works',
  async (spelling) => {
    const app = await testApp()
    await createLegacyAccount(app, spelling)
    for (const form of [spelling, spelling.normalize('NFD'), spelling.replace('example', 'EXAMPLE')]) {
      expect((await login(app, { email: form })).json<Tokens>().user.email).toBe(spelling)
    }
  },
)

test('two accounts whose addresses only resemble each other remain separate', async () => {
  const app = await testApp()
  await createLegacyAccount(app, 'ａda@example.com')
  await registerUser(app)
  for (const spelling of ['ａda@example.com', 'ada@example.com']) {
    expect((await login(app, { email: spelling })).json<Tokens>().user.email).toBe(spelling)
  }
})

test('failures are counted together for all spellings of an address', async () => {
  const app = await testApp({ throttle: { pair: 3, network: 50, account: 50, windowSeconds: 900 } })
  await registerUser(app)
  for (const spelling of ['ada@example.com', 'ａda@example.com', 'ADA@example.com']) {
    const response = await login(app, { email: spelling, password: 'another password altogether' })
    expect(response.status).toBe(401)
  }
  expect((await login(app, { email: '\u{1d41a}da@example.com' })).status).toBe(429)
})
