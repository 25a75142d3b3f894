import { afterEach, expect, setSystemTime, test } from 'bun:test'
import { createLoginThrottle, type LoginThrottle, noThrottle } from '#services/auth/login-throttle.ts'

afterEach(() => {
  setSystemTime()
})

const limits = { pair: 3, network: 5, account: 8, windowSeconds: 900 }
const ada = 'ada@example.com'

/** Attempts a login with a wrong password. Resolves to the seconds to wait, or to undefined if it wasn't throttled. */
async function fail(throttle: LoginThrottle, account: string, network: string): Promise<number | undefined> {
  const attempt = await throttle.attempt({ account, network, isKnown: false })
  return attempt.kind === 'throttled' ? attempt.retryAfterSeconds : undefined
}

/** Attempts a login with the correct password. Resolves to whether it wasn't throttled. */
async function succeed(
  throttle: LoginThrottle,
  account: string,
  network: string,
  isKnown = false,
): Promise<boolean> {
  const attempt = await throttle.attempt({ account, network, isKnown })
  if (attempt.kind === 'throttled') return false
  await attempt.recordSuccess()
  return true
}

/** Repeats an attempt. Resolves to the number of throttled attempts. */
async function countThrottled(
  count: number,
  attempt: (n: number) => Promise<number | undefined>,
): Promise<number> {
  let throttled = 0
  for (let n = 0; n < count; n++) if ((await attempt(n)) !== undefined) throttled++
  return throttled
}

test('attempts on an account from one network are limited within a window', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await countThrottled(3, () => fail(throttle, ada, '10.0.0.1'))).toBe(0)
  const wait = await fail(throttle, ada, '10.0.0.1')
  expect(wait).toBeGreaterThan(890)
  expect(wait).toBeLessThanOrEqual(900)
  setSystemTime(Date.now() + 900_001)
  expect(await fail(throttle, ada, '10.0.0.1')).toBeUndefined()
})

test("rejected attempts don't extend the wait", async () => {
  const throttle = createLoginThrottle(limits)
  const start = Date.now()
  await countThrottled(50, () => fail(throttle, ada, '10.0.0.1'))
  setSystemTime(start + 901_000)
  expect(await fail(throttle, ada, '10.0.0.1')).toBeUndefined()
})

test("concurrent attempts can't exceed the limit", async () => {
  const throttle = createLoginThrottle(limits)
  const waits = await Promise.all(Array.from({ length: 20 }, () => fail(throttle, ada, '10.0.0.1')))
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(3)
})

test("guesses from one network don't lock out the owner on another", async () => {
  const throttle = createLoginThrottle(limits)
  await countThrottled(20, () => fail(throttle, ada, '10.0.0.1'))
  expect(await succeed(throttle, ada, '10.0.0.2')).toBe(true)
})

test('attempts from one network are limited across all accounts', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await countThrottled(5, (n) => fail(throttle, `${n}@example.com`, '10.0.0.1'))).toBe(0)
  expect(await fail(throttle, 'another@example.com', '10.0.0.1')).toBeDefined()
  expect(await fail(throttle, 'another@example.com', '10.0.0.2')).toBeUndefined()
})

test("attempts rejected on one account don't count against the network", async () => {
  const throttle = createLoginThrottle(limits)
  await countThrottled(50, () => fail(throttle, ada, '10.0.0.1'))
  expect(await succeed(throttle, 'ben@example.com', '10.0.0.1')).toBe(true)
})

test('attempts on an account are limited across all networks', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await countThrottled(8, (n) => fail(throttle, ada, `10.0.0.${n}`))).toBe(0)
  expect(await fail(throttle, ada, '10.0.1.1')).toBeDefined()
})

test("an attack from many networks doesn't lock out the owner on a known network", async () => {
  const throttle = createLoginThrottle(limits)
  await countThrottled(30, (n) => fail(throttle, ada, `10.0.0.${n}`))
  expect(await succeed(throttle, ada, '192.168.0.8')).toBe(false)
  expect(await succeed(throttle, ada, '192.168.0.9', true)).toBe(true)
})

test("the owner's success on a known network doesn't reset the limit for unknown networks", async () => {
  const throttle = createLoginThrottle(limits)
  expect(await countThrottled(8, (n) => fail(throttle, ada, `10.0.0.${n}`))).toBe(0)
  for (let n = 0; n < 5; n++) await succeed(throttle, ada, '192.168.0.9', true)
  expect(await fail(throttle, ada, '10.0.1.1')).toBeDefined()
})

test('the owner on an unknown network has to wait no longer than the attacker', async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  await countThrottled(8, (n) => fail(throttle, ada, `10.0.0.${n}`))
  const owner = (await fail(throttle, ada, '192.168.0.9')) ?? 0
  const attacker = (await fail(throttle, ada, '10.0.1.1')) ?? 0
  expect(owner).toBeGreaterThan(0)
  expect(owner).toBeLessThanOrEqual(attacker)
  // Meanwhile, the attacker uses every attempt, from more and more networks.
  for (const start = now; now < start + owner * 1000; now += 1000) {
    await countThrottled(3, (n) => fail(throttle, ada, `10.1.${(now - start) / 1000}.${n}`))
  }
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test('an attack from any number of networks gets at most 776 attempts a day', async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  let verified = 0
  for (let minute = 0; minute < 24 * 60; minute++, now += 60_000) {
    for (let n = 0; n < 10; n++) {
      if ((await fail(throttle, ada, `10.${minute >> 8}.${minute % 256}.${n}`)) === undefined) verified++
    }
  }
  // Eight immediately, and then eight per quarter of an hour.
  expect(verified).toBeLessThanOrEqual(8 + 8 * 4 * 24)
})

test("retrying too early doesn't extend the wait", async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  await countThrottled(8, (n) => fail(throttle, ada, `10.0.0.${n}`))
  const wait = (await fail(throttle, ada, '192.168.0.9')) ?? 0
  for (let n = 0; n < 20; n++) await fail(throttle, ada, '192.168.0.9')
  now += wait * 1000
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test("forgive resets the account's counts", async () => {
  const throttle = createLoginThrottle(limits)
  await countThrottled(20, () => fail(throttle, ada, '192.168.0.9'))
  await countThrottled(30, (n) => fail(throttle, ada, `10.0.0.${n}`))
  await throttle.forgive(ada, '192.168.0.9')
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test('a success resets the count of failures on its account from its network', async () => {
  const throttle = createLoginThrottle({ ...limits, network: 100, account: 100 })
  for (let round = 0; round < 5; round++) {
    expect(await countThrottled(2, () => fail(throttle, ada, '10.0.0.1'))).toBe(0)
    expect(await succeed(throttle, ada, '10.0.0.1')).toBe(true)
  }
})

test("a success on one account doesn't reset the failures on others", async () => {
  const throttle = createLoginThrottle(limits)
  let throttled = 0
  for (let n = 0; n < 10; n++) {
    await succeed(throttle, 'mallory@example.com', '10.0.0.1')
    if ((await fail(throttle, `${n}@example.com`, '10.0.0.1')) !== undefined) throttled++
  }
  expect(throttled).toBe(5)
})

test('any number of successful logins is allowed', async () => {
  const throttle = createLoginThrottle(limits)
  for (let n = 0; n < 50; n++) expect(await succeed(throttle, ada, '10.0.0.1')).toBe(true)
})

test('noThrottle never throttles', async () => {
  expect(await countThrottled(200, () => fail(noThrottle, ada, '10.0.0.1'))).toBe(0)
})
