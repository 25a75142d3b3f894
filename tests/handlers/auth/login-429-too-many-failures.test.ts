import { expect, test } from 'bun:test'
import { listen } from '#server/listen.ts'
import { loginLimits } from '#services/auth/login-throttle.ts'
import { email, login, problemOf, registerUser } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'

const throttle = { pair: 3, network: 5, account: 8, windowSeconds: 900 }
const wrong = { password: 'another password altogether' }

/** Starts a server behind a proxy, so that a test can set the address of a login. */
async function startBehindProxy(): Promise<{
  app: TestApp
  loginFrom: (address: string, fields?: object) => Promise<number>
  stop: () => Promise<number>
}> {
  const app = await testApp({ throttle, trustedProxies: ['127.0.0.1'] })
  const server = listen(app.elysia, { host: '127.0.0.1', port: 0 })
  return {
    app,
    stop: () => server.stop(1000),
    async loginFrom(address, fields = {}) {
      const response = await fetch(new URL('/api/auth/login', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ email, password, ...fields }),
      })
      await response.text()
      return response.status
    },
  }
}

test('429 with Retry-After after too many failures, even for the correct password, without verifying it', async () => {
  let verifications = 0
  const app = await testApp({
    throttle,
    passwords: (real) => ({
      ...real,
      verify(text, hash) {
        verifications++
        return real.verify(text, hash)
      },
    }),
  })
  await registerUser(app)
  for (let n = 0; n < 3; n++) expect((await login(app, wrong)).status).toBe(401)
  const rejected = await login(app)
  expect(problemOf(rejected)).toEqual([429, 'too_many_requests'])
  expect(Number(rejected.headers.get('retry-after'))).toBeWithin(880, 901)
  expect(verifications).toBe(3)
})

test("429 also for an address without an account, so that existing accounts aren't revealed", async () => {
  const app = await testApp({ throttle })
  const nobody = { email: 'nobody@example.com' }
  for (let n = 0; n < 3; n++) expect((await login(app, nobody)).status).toBe(401)
  expect((await login(app, nobody)).status).toBe(429)
})

test("the letter case of the address doesn't allow more attempts", async () => {
  const app = await testApp({ throttle })
  await registerUser(app)
  for (const address of ['ada@example.com', 'Ada@example.com', 'ADA@example.com']) {
    expect((await login(app, { ...wrong, email: address })).status).toBe(401)
  }
  expect((await login(app, { email: 'aDa@example.com' })).status).toBe(429)
})

test("concurrent attempts can't exceed the limit", async () => {
  const app = await testApp({ throttle })
  await registerUser(app)
  const responses = await Promise.all(Array.from({ length: 12 }, () => login(app, wrong)))
  expect(responses.filter(({ status }) => status === 401)).toHaveLength(3)
  expect(responses.filter(({ status }) => status === 429)).toHaveLength(9)
})

test('a success resets the count', async () => {
  const app = await testApp({ throttle: { ...throttle, network: 100 } })
  await registerUser(app)
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 2; n++) expect((await login(app, wrong)).status).toBe(401)
    expect((await login(app)).status).toBe(200)
  }
})

test("200 for the owner on a network other than the attacker's", async () => {
  const { app, loginFrom, stop } = await startBehindProxy()
  await registerUser(app)
  for (let n = 0; n < 4; n++) await loginFrom('203.0.113.1', wrong)
  expect(await loginFrom('203.0.113.1')).toBe(429)
  expect(await loginFrom('203.0.113.2')).toBe(200)
  await stop()
})

test('429 for every address of an IPv6 /64 that had too many failures', async () => {
  const { app, loginFrom, stop } = await startBehindProxy()
  await registerUser(app)
  for (let n = 1; n <= 3; n++) expect(await loginFrom(`2001:db8::${n}`, wrong)).toBe(401)
  expect(await loginFrom('2001:db8::4')).toBe(429)
  expect(await loginFrom('2001:db8:0:1::1')).toBe(200)
  await stop()
})

test("429 for an attack from many networks beyond the account's limit, and 200 for the owner on a known network", async () => {
  const { app, loginFrom, stop } = await startBehindProxy()
  await registerUser(app)
  expect(await loginFrom('198.51.100.7')).toBe(200)
  const statuses = []
  for (let n = 1; n <= 10; n++) statuses.push(await loginFrom(`203.0.113.${n}`, wrong))
  expect(statuses).toEqual([...Array(8).fill(401), 429, 429])
  expect(await loginFrom('198.51.100.7')).toBe(200)
  await stop()
})

test('without rate limiting, no attempt is rejected', async () => {
  const app = await testApp()
  await registerUser(app)
  for (let n = 0; n <= loginLimits.network; n++) expect((await login(app, wrong)).status).toBe(401)
  expect((await login(app)).status).toBe(200)
})
