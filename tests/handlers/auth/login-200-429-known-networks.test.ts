import { beforeEach, expect, test } from 'bun:test'
import { maxKnownNetworks } from '#db/accounts/known-networks.ts'
import { listen } from '#server/listen.ts'
import { loginLimits } from '#services/auth/login-throttle.ts'
import { createResetToken, email } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

const home = '198.51.100.7'
const wrong = { password: 'another password altogether' }

interface LoginResponse {
  readonly status: number
  readonly retryAfterSeconds: number
  readonly body: { readonly refreshToken?: string; readonly accessToken?: string }
}

let app: TestApp
let post: (from: string, path: string, body: object) => Promise<LoginResponse>

beforeEach(async () => {
  // Real hashing would take 30 ms per login.
  const passwords = (real: TestApp['accounts']['passwords']) => ({
    ...real,
    hash: async (text: string) => `plain ${text}`,
    verify: async (text: string, hash: string | undefined) => hash === `plain ${text}`,
    isOutdated: () => false,
  })
  app = await testApp({ throttle: loginLimits, trustedProxies: ['127.0.0.1'], passwords })
  const server = listen(app.elysia, { host: '127.0.0.1', port: 0 })
  post = async (from, path, body) => {
    const response = await fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return {
      status: response.status,
      retryAfterSeconds: Number(response.headers.get('retry-after') ?? 0),
      body: text === '' ? {} : JSON.parse(text),
    }
  }
  return () => server.stop(0)
})

const register = (from: string) => post(from, '/api/auth/register', { email, password })
const login = (from: string, fields: object = {}) =>
  post(from, '/api/auth/login', { email, password, ...fields })

/** Sends wrong passwords from unknown networks. Resolves to the number that were verified. */
async function attack(attempts: number, perNetwork = 7, prefix = '203.0'): Promise<number> {
  let verified = 0
  for (let n = 0; n < attempts; n++) {
    const network = Math.floor(n / perNetwork)
    const { status } = await login(`${prefix}.${network >> 8}.${network % 256}`, wrong)
    if (status === 401) verified++
  }
  return verified
}

test("105 failures from elsewhere don't lock out the owner on the network where they registered", async () => {
  await register(home)
  expect(await attack(105)).toBe(100)
  expect((await login(home)).status).toBe(200)
  expect((await login('192.0.2.1')).status).toBe(429)
})

test("failures from elsewhere don't lock out the owner on a network where they only refreshed", async () => {
  const { body } = await register(home)
  expect((await post('192.0.2.9', '/api/auth/refresh', { refreshToken: body.refreshToken })).status).toBe(200)
  await attack(105)
  expect((await login('192.0.2.9')).status).toBe(200)
  expect((await login(home)).status).toBe(200)
})

test("failures from elsewhere don't lock out the owner on the network where they reset the password", async () => {
  await register(home)
  const token = await createResetToken(app)
  const newPassword = 'nine marble kettles sing'
  expect((await post('192.0.2.9', '/api/auth/reset', { token, newPassword })).status).toBe(204)
  await attack(105)
  expect((await login('192.0.2.9', { password: newPassword })).status).toBe(200)
})

test('known networks are stored, so that they survive a restart, and only as hashes', async () => {
  await register(home)
  const rows = await app.db.selectFrom('knownNetworks').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(Buffer.from(rows[0]?.networkHash ?? []).toString('latin1')).not.toContain(home)
})

test("a failed registration, login, refresh or reset doesn't make a network known", async () => {
  await register(home)
  await register('192.0.2.9')
  await login('192.0.2.9', wrong)
  await post('192.0.2.9', '/api/auth/refresh', { refreshToken: 'A'.repeat(43) })
  await post('192.0.2.9', '/api/auth/reset', { token: 'A'.repeat(43), newPassword: password })
  expect(await app.db.selectFrom('knownNetworks').select('userId').execute()).toHaveLength(1)
})

test('the owner on a new network waits no longer than the attacker, and can then log in', async () => {
  await register(home)
  await attack(105)
  const owner = await login('192.0.2.1')
  const attacker = await login('203.0.9.9', wrong)
  expect(owner.status).toBe(429)
  expect(owner.retryAfterSeconds).toBeGreaterThan(0)
  expect(owner.retryAfterSeconds).toBeLessThanOrEqual(attacker.retryAfterSeconds)
  expect(owner.retryAfterSeconds).toBeLessThanOrEqual(loginLimits.windowSeconds)
  app.clock.now += (owner.retryAfterSeconds - 1) * 1000
  await attack(30, 1, '203.1')
  app.clock.now += 1000
  expect((await login('192.0.2.1')).status).toBe(200)
})

test('an attack from 400 networks gets a hundred guesses, and then one every nine seconds', async () => {
  await register(home)
  expect(await attack(400, 1)).toBe(100)
  app.clock.now += 90_000
  expect(await attack(400, 1)).toBe(10)
})

test('a network known to one account is unknown to another', async () => {
  await register(home)
  await post('192.0.2.9', '/api/auth/register', { email: 'ben@example.com', password })
  await attack(105)
  expect((await login('192.0.2.9')).status).toBe(429)
})

test("addresses that a client forges in X-Forwarded-For don't change its network", async () => {
  await register(home)
  await attack(105)
  expect((await login(`${home}, 192.0.2.9`)).status).toBe(429)
  expect((await login(`192.0.2.9, ${home}`)).status).toBe(200)
})

test('all addresses of an IPv6 /64 are one network', async () => {
  await register('2001:db8:1:2::1')
  await attack(105)
  expect((await login('2001:db8:1:2:ffff::9')).status).toBe(200)
  expect((await login('2001:db8:1:3::1')).status).toBe(429)
})

test('a user with a session can change the password during an attack', async () => {
  const { body } = await register(home)
  await attack(105)
  const change = await app.send('POST', '/api/users/me/password', {
    token: body.accessToken ?? '',
    body: { currentPassword: password, newPassword: 'nine marble kettles sing' },
  })
  expect(change.status).toBe(200)
})

test(`the ${maxKnownNetworks} most recently used networks are remembered`, async () => {
  let { refreshToken } = (await register(home)).body
  for (let n = 0; n < maxKnownNetworks + 5; n++) {
    app.clock.now += 60_000
    const { body } = await post(`192.0.2.${n}`, '/api/auth/refresh', { refreshToken })
    refreshToken = body.refreshToken
  }
  expect(await app.db.selectFrom('knownNetworks').select('userId').execute()).toHaveLength(maxKnownNetworks)
  await attack(105)
  expect((await login('192.0.2.24')).status).toBe(200)
  expect((await login(home)).status).toBe(429)
})
