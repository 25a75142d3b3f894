import { expect, test } from 'bun:test'
import type { Passwords } from '#services/auth/accounts.ts'
import {
  email,
  firstFieldProblem,
  getMe,
  login,
  type Problem,
  problemOf,
  registerUser,
  type Tokens,
} from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { password } from '#tests/support/user.ts'

const register = '/api/auth/register'

test("201 with valid tokens, and the account's Location", async () => {
  const app = await testApp()
  const response = await app.send('POST', register, { body: { email, password } })
  expect(response.status).toBe(201)
  expect(response.headers.get('location')).toBe('/api/users/me')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const tokens = response.json<Tokens>()
  expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 })
  const profile = await getMe(app, tokens.accessToken)
  expect(profile.json()).toEqual(tokens.user)
})

test('201 with defaults for omitted profile fields', async () => {
  const app = await testApp()
  const { user } = await registerUser(app)
  const { id, createdAt, updatedAt, ...profile } = user
  expect(profile).toEqual({
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

test('201 with the profile fields that were sent', async () => {
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

test('409 if the address has an account, ignoring letter case', async () => {
  const app = await testApp()
  await registerUser(app)
  const response = await app.send('POST', register, { body: { email: 'ADA@Example.com', password } })
  expect(problemOf(response)).toEqual([409, 'email_taken'])
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
])('422 for an address with a similar character: %s', async (_, address) => {
  const app = await testApp()
  await registerUser(app)
  const response = await app.send('POST', register, { body: { email: address, password } })
  expect(firstFieldProblem(response)).toBe('/email format')
})

test('201 for an international domain in Punycode', async () => {
  const app = await testApp()
  expect((await registerUser(app, { email: 'ada@xn--bcher-kva.example' })).user.email).toBe(
    'ada@xn--bcher-kva.example',
  )
})

test('201 with the address as entered', async () => {
  const app = await testApp()
  const { user } = await registerUser(app, { email: 'Ada@Example.com' })
  expect(user.email).toBe('Ada@Example.com')
})

test('201 for one of three concurrent registrations, and 409 for the others', async () => {
  const app = await testApp()
  const body = { email, password }
  const responses = await Promise.all([1, 2, 3].map(() => app.send('POST', register, { body })))
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})

/** Counts how often passwords are hashed. */
function countHashes() {
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

test('403 if the operator has closed registration, without hashing or creating anything', async () => {
  const { calls, passwords } = countHashes()
  const app = await testApp({ registration: 'closed', passwords })
  const response = await app.send('POST', register, { body: { email, password } })
  expect(problemOf(response)).toEqual([403, 'registration_closed'])
  expect(calls.hash).toBe(0)
  expect((await login(app)).status).toBe(401)
})

test('409 without hashing if the address is taken', async () => {
  const { calls, passwords } = countHashes()
  const app = await testApp({ passwords })
  await registerUser(app)
  await app.send('POST', register, { body: { email, password } })
  expect(calls.hash).toBe(1)
})

test.each([
  ['common', 'password1234', 'weak_password'],
  ['the address itself', email, 'weak_password'],
  ['eleven characters long', 'gravel teap', 'min_length'],
])('422 for a password that is %s', async (_, weak, code) => {
  const app = await testApp({ rejectsWeakPasswords: true })
  const response = await app.send('POST', register, { body: { email, password: weak } })
  expect(problemOf(response)).toEqual([422, 'validation_failed'])
  expect(firstFieldProblem(response)).toBe(`/password ${code}`)
  expect(response.text).not.toContain(`"${weak}"`)
})

/** 1024 bytes of UTF-8 in 261 characters, without repeated neighbors. */
const longest = `${'🏋ü→'.repeat(113)}${'ab'.repeat(3)}x`

test('201 for a password of 1024 bytes, and 422 for a longer one', async () => {
  const app = await testApp()
  expect(Buffer.byteLength(longest)).toBe(1024)
  await registerUser(app, { password: longest })
  expect((await login(app, { password: longest })).status).toBe(200)
  expect((await login(app, { password: `${longest.slice(0, -1)}y` })).status).toBe(401)
  const body = { email: 'ben@example.com', password: `${longest}y` }
  expect(firstFieldProblem(await app.send('POST', register, { body }))).toBe('/password max_length')
})

test.each([
  'ada',
  ' ada@example.com',
  'ada@example.com ',
  'ada@lift',
  'a da@example.com',
  'ada@example.com\n',
])('422 for %j, which is not an address and is not corrected', async (address) => {
  const app = await testApp()
  const response = await app.send('POST', register, { body: { email: address, password } })
  expect(firstFieldProblem(response)).toBe('/email format')
})

test('422 lists every invalid, unknown or missing field', async () => {
  const app = await testApp()
  const body = { email, isAdmin: true, unit: 'stone', timeZone: 'Mars/Olympus', dayStartHour: 24 }
  const response = await app.send('POST', register, { body })
  const fieldProblems = response.json<Problem>().errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  expect(fieldProblems?.sort()).toEqual([
    '/dayStartHour maximum',
    '/isAdmin unknown_field',
    '/password required',
    '/timeZone format',
    '/unit enum',
  ])
})

test('the database contains neither the password nor the tokens', async () => {
  const app = await testApp({ hashesPasswords: true })
  const { accessToken, refreshToken } = await registerUser(app)
  const rows = await stateOf(app.db)
  for (const secret of [password, accessToken, refreshToken]) expect(rows).not.toContain(secret)
  expect(rows).toContain('$argon2id$')
})
