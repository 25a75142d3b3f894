import { expect, test } from 'bun:test'
import type { Passwords } from '#services/auth/accounts.ts'
import {
  email,
  faultOf,
  login,
  me,
  type Problem,
  problemOf,
  registerUser,
  type Tokens,
} from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

const register = '/api/auth/register'

test('201 with tokens that work at once, and where the account is', async () => {
  const app = await testApp()
  const answer = await app.send('POST', register, { body: { email, password } })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('location')).toBe('/api/users/me')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const tokens = answer.json<Tokens>()
  expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 })
  const profile = await me(app, tokens.accessToken)
  expect(profile.json()).toEqual(tokens.user)
})

test('what is not said of the profile has its default, or is left out', async () => {
  const app = await testApp()
  const { user } = await registerUser(app)
  const { id, createdAt, updatedAt, ...rest } = user
  expect(rest).toEqual({
    email,
    unit: 'kg',
    distanceUnit: 'km',
    timeZone: 'UTC',
    dayStartHour: 0,
    weekStart: 'monday',
    revision: 1,
  })
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect([createdAt, updatedAt]).toEqual(Array(2).fill(new Date(app.clock.now).toISOString()))
})

test('what is said of the profile is kept', async () => {
  const app = await testApp()
  const fields = {
    displayName: 'Ada Lovelace ☂',
    unit: 'lb',
    distanceUnit: 'mi',
    timeZone: 'Europe/Berlin',
    dayStartHour: 4,
    weekStart: 'sunday',
  }
  const { user } = await registerUser(app, fields)
  expect(user).toMatchObject(fields)
})

test('409 when the address has an account, in whatever letter case', async () => {
  const app = await testApp()
  await registerUser(app)
  const answer = await app.send('POST', register, { body: { email: 'ADA@Example.com', password } })
  expect(problemOf(answer)).toEqual([409, 'email_taken'])
})

test.each([
  ['full-width', 'ａda@example.com'],
  ['Cyrillic', '\u0430da@example.com'],
  ['Greek', 'ad\u03b1@example.com'],
  ['mathematical', '\u{1d41a}da@example.com'],
  ['the Kelvin sign', 'k@\u212Aelvin.example'],
  ['the long s', 'ada@\u017Fample.com'],
  ['a combining accent', 'a\u0301da@example.com'],
  ['a zero-width space', 'ad\u200ba@example.com'],
  ['a right-to-left override', 'ad\u202ea@example.com'],
  ['the soft hyphen', 'ad\u00ada@example.com'],
  ['an ideographic full stop', 'ada@example\u3002com'],
  ['a full-width at sign', 'ada\uff20example.com'],
])('422 for an address with a look-alike: %s', async (_, lookalike) => {
  const app = await testApp()
  await registerUser(app)
  const answer = await app.send('POST', register, { body: { email: lookalike, password } })
  expect(faultOf(answer)).toBe('/email format')
})

test('an international domain is registered in Punycode', async () => {
  const app = await testApp()
  expect((await registerUser(app, { email: 'ada@xn--bcher-kva.example' })).user.email).toBe(
    'ada@xn--bcher-kva.example',
  )
})

test('the address comes back as it was written', async () => {
  const app = await testApp()
  const { user } = await registerUser(app, { email: 'Ada@Example.com' })
  expect(user.email).toBe('Ada@Example.com')
})

test('of two registrations at once one wins and the other gets 409', async () => {
  const app = await testApp()
  const body = { email, password }
  const answers = await Promise.all([1, 2, 3].map(() => app.send('POST', register, { body })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})

/** The real way to hash a password, and how often it was gone. */
function counted() {
  const calls = { hash: 0 }
  const passwords = (real: Passwords): Passwords => ({
    ...real,
    hash(text) {
      calls.hash++
      return real.hash(text)
    },
  })
  return { calls, passwords }
}

test('403 where the operator has closed registration, and nothing is made or hashed', async () => {
  const { calls, passwords } = counted()
  const app = await testApp({ registration: 'closed', passwords })
  const answer = await app.send('POST', register, { body: { email, password } })
  expect(problemOf(answer)).toEqual([403, 'registration_closed'])
  expect(calls.hash).toBe(0)
  expect((await login(app)).status).toBe(401)
})

test('an address that is taken costs no hashing', async () => {
  const { calls, passwords } = counted()
  const app = await testApp({ passwords })
  await registerUser(app)
  await app.send('POST', register, { body: { email, password } })
  expect(calls.hash).toBe(1)
})

test.each([
  ['a common one', 'password1234', 'weak_password'],
  ['the address itself', email, 'weak_password'],
  ['one of eleven characters', 'gravel teap', 'min_length'],
])('422 for a password that is %s', async (_, weak, code) => {
  const app = await testApp({ judgesPasswords: true })
  const answer = await app.send('POST', register, { body: { email, password: weak } })
  expect(problemOf(answer)).toEqual([422, 'validation_failed'])
  expect(faultOf(answer)).toBe(`/password ${code}`)
  expect(answer.text).not.toContain(`"${weak}"`)
})

/** 1024 bytes of UTF-8 in 261 characters, no two neighbors alike. */
const longest = `${'🏋ü→'.repeat(113)}${'ab'.repeat(3)}x`

test('a password may have 1024 bytes, and no more', async () => {
  const app = await testApp()
  expect(Buffer.byteLength(longest)).toBe(1024)
  await registerUser(app, { password: longest })
  expect((await login(app, { password: longest })).status).toBe(200)
  expect((await login(app, { password: `${longest.slice(0, -1)}y` })).status).toBe(401)
  const body = { email: 'ben@example.com', password: `${longest}y` }
  expect(faultOf(await app.send('POST', register, { body }))).toBe('/password max_length')
})

test.each([
  'ada',
  ' ada@example.com',
  'ada@example.com ',
  'ada@lift',
  'a da@example.com',
  'ada@example.com\n',
])('422 for %j, which is no address: nothing is trimmed or guessed', async (wrong) => {
  const app = await testApp()
  const answer = await app.send('POST', register, { body: { email: wrong, password } })
  expect(faultOf(answer)).toBe('/email format')
})

test('422 names every field that is wrong, unknown or missing', async () => {
  const app = await testApp()
  const body = { email, isAdmin: true, unit: 'stone', timeZone: 'Mars/Olympus', dayStartHour: 24 }
  const answer = await app.send('POST', register, { body })
  const faults = answer.json<Problem>().errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  expect(faults?.sort()).toEqual([
    '/dayStartHour maximum',
    '/isAdmin unknown_field',
    '/password required',
    '/timeZone format',
    '/unit enum',
  ])
})

test('the database holds neither the password nor a token', async () => {
  const app = await testApp()
  const { accessToken, refreshToken } = await registerUser(app)
  const rows = JSON.stringify([
    await app.db.selectFrom('users').selectAll().execute(),
    await app.db.selectFrom('sessions').selectAll().execute(),
    await app.db.selectFrom('refreshTokens').selectAll().execute(),
  ])
  for (const secret of [password, accessToken, refreshToken]) expect(rows).not.toContain(secret)
  expect(rows).toContain('$argon2id$')
})
