import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Passwords } from '#services/auth/accounts.ts'
import {
  email,
  firstFieldProblem,
  getMe,
  login,
  problemOf,
  registerUser,
  type Tokens,
} from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

/** Passwords that record the hash of each verification. */
function recordVerifications() {
  const hashes: (string | undefined)[] = []
  const passwords = (real: Passwords): Passwords => ({
    ...real,
    verify(text, hash) {
      hashes.push(hash)
      return real.verify(text, hash)
    },
  })
  return { hashes, passwords }
}

test('200 with tokens of a new session', async () => {
  const app = await testApp()
  const first = await registerUser(app)
  const response = await login(app)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const second = response.json<Tokens>()
  expect(second.user).toEqual(first.user)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect((await getMe(app, second.accessToken)).status).toBe(200)
  expect((await getMe(app, first.accessToken)).status).toBe(200)
})

test('the letter case of the address does not matter', async () => {
  const app = await testApp()
  await registerUser(app)
  expect((await login(app, { email: 'ADA@EXAMPLE.COM' })).status).toBe(200)
})

test('the responses to an unknown address and to a wrong password are identical', async () => {
  const app = await testApp()
  await registerUser(app)
  const headers = { 'x-request-id': 'same' }
  const wrong = await login(app, { password: 'another password altogether' }, headers)
  const unknown = await login(app, { email: 'nobody@example.com' }, headers)
  expect(problemOf(wrong)).toEqual([401, 'invalid_credentials'])
  expect(unknown.text).toBe(wrong.text)
  expect([...unknown.headers]).toEqual([...wrong.headers])
  expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
})

test('an unknown address and a wrong password cause one verification each', async () => {
  const { hashes, passwords } = recordVerifications()
  const app = await testApp({ hashesPasswords: true, passwords })
  await registerUser(app)
  await login(app, { password: 'another password altogether' })
  expect(hashes.splice(0)).toEqual([expect.stringContaining('$argon2id$')])
  await login(app, { email: 'nobody@example.com' })
  expect(hashes.splice(0)).toEqual([undefined])
})

test('passwords are compared in composed form (NFC), in whichever form they are sent', async () => {
  const app = await testApp({ hashesPasswords: true })
  await registerUser(app, { password: 'caf\u00e9 gravel teapot' })
  expect((await login(app, { password: 'cafe\u0301 gravel teapot' })).status).toBe(200)
  expect((await login(app, { password: 'cafe gravel teapot' })).status).toBe(401)
  expect((await login(app, { password: 'CAF\u00c9 gravel teapot' })).status).toBe(401)
})

test('a password is not trimmed', async () => {
  const app = await testApp()
  await registerUser(app)
  expect((await login(app, { password: ` ${password}` })).status).toBe(401)
  expect((await login(app, { password: `${password} ` })).status).toBe(401)
})

test('422 for a password of too many bytes, without hashing', async () => {
  const { hashes, passwords } = recordVerifications()
  const app = await testApp({ passwords })
  const response = await login(app, { password: '🏋'.repeat(257) })
  expect(firstFieldProblem(response)).toBe('/password max_length')
  expect(hashes).toEqual([])
})

test('403 for the correct password of a disabled account, and 401 for a wrong one', async () => {
  const app = await testApp()
  await registerUser(app)
  await kyselyOf(app.db).updateTable('users').set({ disabledAt: app.clock.now }).execute()
  expect(problemOf(await login(app))).toEqual([403, 'account_disabled'])
  expect(problemOf(await login(app, { password: 'wrong' }))).toEqual([401, 'invalid_credentials'])
})

test.each(['updated', 'deleted'] as const)(
  '401 without a session if the account is %s while the password is being verified',
  async (change) => {
    let meanwhile = async () => {}
    const app = await testApp({
      passwords: (real) => ({
        ...real,
        async verify(text, hash) {
          const matches = await real.verify(text, hash)
          await meanwhile()
          return matches
        },
      }),
    })
    await registerUser(app)
    const passwordHash = await app.accounts.passwords.hash('another password altogether')
    const sessions = () => app.db.selectFrom('sessions').select('id').execute()
    const sessionsBefore = change === 'deleted' ? [] : await sessions()
    meanwhile = async () => {
      if (change === 'deleted') await kyselyOf(app.db).deleteFrom('users').execute()
      else await kyselyOf(app.db).updateTable('users').set({ passwordHash }).execute()
    }
    expect(problemOf(await login(app))).toEqual([401, 'invalid_credentials'])
    expect(await sessions()).toEqual(sessionsBefore)
  },
)

test('a hash with older parameters is replaced at the next successful login', async () => {
  const app = await testApp({ hashesPasswords: true })
  await registerUser(app)
  const oldHash = await Bun.password.hash(password, { algorithm: 'argon2id', memoryCost: 8192, timeCost: 1 })
  await kyselyOf(app.db).updateTable('users').set({ passwordHash: oldHash }).execute()
  const currentHash = async () =>
    (await app.db.selectFrom('users').select('passwordHash').executeTakeFirst())?.passwordHash
  await login(app, { password: 'wrong' })
  expect(await currentHash()).toBe(oldHash)
  expect((await login(app)).status).toBe(200)
  const newHash = await currentHash()
  expect(newHash).toStartWith('$argon2id$v=19$m=19456,t=2,p=1$')
  expect((await login(app)).status).toBe(200)
  expect(await currentHash()).toBe(newHash ?? '')
})

test('the Authorization header is ignored', async () => {
  const app = await testApp()
  await registerUser(app)
  expect((await login(app, {}, { authorization: 'Bearer nonsense' })).status).toBe(200)
})

test('an email address that contains SQL or wildcards matches no other account', async () => {
  const app = await testApp()
  await registerUser(app)
  for (const address of ["' or 1=1 --@example.com", '%@example.com', '_da@example.com']) {
    expect((await login(app, { email: address })).status).toBeOneOf([401, 422])
  }
  // As patterns of `like`, the last two would match the registered address.
  expect(email).toBe('ada@example.com')
})
