import { afterEach, expect, setSystemTime, test } from 'bun:test'
import { createLoginThrottle, type LoginThrottle, noThrottle } from '#services/auth/login-throttle.ts'

afterEach(() => {
  setSystemTime()
})

const limits = { pair: 3, network: 5, account: 8, windowSeconds: 900 }
const ada = 'ada@example.com'

/** Fails a login; returns the seconds to wait, or `undefined` if the password would be verified. */
async function fail(throttle: LoginThrottle, account: string, network: string): Promise<number | undefined> {
  const attempt = await throttle.attempt({ account, network, isKnown: false })
  return attempt.kind === 'throttled' ? attempt.retryAfterSeconds : undefined
}

async function succeed(
  throttle: LoginThrottle,
  account: string,
  network: string,
  isKnown = false,
): Promise<boolean> {
  const attempt = await throttle.attempt({ account, network, isKnown })
  if (attempt.kind === 'throttled') return false
  await attempt.succeeded()
  return true
}

async function times(count: number, once: (n: number) => Promise<number | undefined>): Promise<number> {
  let refused = 0
  for (let n = 0; n < count; n++) if ((await once(n)) !== undefined) refused++
  return refused
}

test('attempts on an account from one network are limited within a window', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await times(3, () => fail(throttle, ada, '10.0.0.1'))).toBe(0)
  const wait = await fail(throttle, ada, '10.0.0.1')
  expect(wait).toBeGreaterThan(890)
  expect(wait).toBeLessThanOrEqual(900)
  setSystemTime(Date.now() + 900_001)
  expect(await fail(throttle, ada, '10.0.0.1')).toBeUndefined()
})

test("rejected attempts don't extend the wait", async () => {
  const throttle = createLoginThrottle(limits)
  const start = Date.now()
  await times(50, () => fail(throttle, ada, '10.0.0.1'))
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
  await times(20, () => fail(throttle, ada, '10.0.0.1'))
  expect(await succeed(throttle, ada, '10.0.0.2')).toBe(true)
})

test('attempts from one network are limited across all accounts', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await times(5, (n) => fail(throttle, `${n}@example.com`, '10.0.0.1'))).toBe(0)
  expect(await fail(throttle, 'another@example.com', '10.0.0.1')).toBeDefined()
  expect(await fail(throttle, 'another@example.com', '10.0.0.2')).toBeUndefined()
})

test("attempts rejected on one account don't count against the network", async () => {
  const throttle = createLoginThrottle(limits)
  await times(50, () => fail(throttle, ada, '10.0.0.1'))
  expect(await succeed(throttle, 'ben@example.com', '10.0.0.1')).toBe(true)
})

test('attempts on an account are limited across all networks', async () => {
  const throttle = createLoginThrottle(limits)
  expect(await times(8, (n) => fail(throttle, ada, `10.0.0.${n}`))).toBe(0)
  expect(await fail(throttle, ada, '10.0.1.1')).toBeDefined()
})

test("an attack from many networks doesn't lock out the owner on a known network", async () => {
  const throttle = createLoginThrottle(limits)
  await times(30, (n) => fail(throttle, ada, `10.0.0.${n}`))
  expect(await succeed(throttle, ada, '192.168.0.8')).toBe(false)
  expect(await succeed(throttle, ada, '192.168.0.9', true)).toBe(true)
})

test("the owner's success on a known network doesn't reset the limit for unknown networks", async () => {
  const throttle = createLoginThrottle(limits)
  expect(await times(8, (n) => fail(throttle, ada, `10.0.0.${n}`))).toBe(0)
  for (let n = 0; n < 5; n++) await succeed(throttle, ada, '192.168.0.9', true)
  expect(await fail(throttle, ada, '10.0.1.1')).toBeDefined()
})

test('the owner on an unknown network gets a turn no later than the attacker', async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  await times(8, (n) => fail(throttle, ada, `10.0.0.${n}`))
  const owner = (await fail(throttle, ada, '192.168.0.9')) ?? 0
  const attacker = (await fail(throttle, ada, '10.0.1.1')) ?? 0
  expect(owner).toBeGreaterThan(0)
  expect(owner).toBeLessThanOrEqual(attacker)
  // The attack continues from more and more networks and uses every attempt.
  for (const start = now; now < start + owner * 1000; now += 1000) {
    await times(3, (n) => fail(throttle, ada, `10.1.${(now - start) / 1000}.${n}`))
  }
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test('an attack from any number of networks gets few attempts in a day', async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  let verified = 0
  for (let minute = 0; minute < 24 * 60; minute++, now += 60_000) {
    for (let n = 0; n < 10; n++) {
      if ((await fail(throttle, ada, `10.${minute >> 8}.${minute % 256}.${n}`)) === undefined) verified++
    }
  }
  // Eight immediately, then eight per quarter of an hour.
  expect(verified).toBeLessThanOrEqual(8 + 8 * 4 * 24)
})

test("retrying before the turn doesn't extend the wait", async () => {
  let now = Date.now()
  const throttle = createLoginThrottle(limits, () => now)
  await times(8, (n) => fail(throttle, ada, `10.0.0.${n}`))
  const wait = (await fail(throttle, ada, '192.168.0.9')) ?? 0
  for (let n = 0; n < 20; n++) await fail(throttle, ada, '192.168.0.9')
  now += wait * 1000
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test("forgive resets the account's counts", async () => {
  const throttle = createLoginThrottle(limits)
  await times(20, () => fail(throttle, ada, '192.168.0.9'))
  await times(30, (n) => fail(throttle, ada, `10.0.0.${n}`))
  await throttle.forgive(ada, '192.168.0.9')
  expect(await succeed(throttle, ada, '192.168.0.9')).toBe(true)
})

test('a success resets the count of the account and network', async () => {
  const throttle = createLoginThrottle({ ...limits, network: 100, account: 100 })
  for (let round = 0; round < 5; round++) {
    expect(await times(2, () => fail(throttle, ada, '10.0.0.1'))).toBe(0)
    expect(await succeed(throttle, ada, '10.0.0.1')).toBe(true)
  }
})

test("a success on one account doesn't take back failures on others", async () => {
  const throttle = createLoginThrottle(limits)
  let refused = 0
  for (let n = 0; n < 10; n++) {
    await succeed(throttle, 'mallory@example.com', '10.0.0.1')
    if ((await fail(throttle, `${n}@example.com`, '10.0.0.1')) !== undefined) refused++
  }
  expect(refused).toBe(5)
})

test('successes are never rejected', async () => {
  const throttle = createLoginThrottle(limits)
  for (let n = 0; n < 50; n++) expect(await succeed(throttle, ada, '10.0.0.1')).toBe(true)
})

test('noThrottle never rejects', async () => {
  expect(await times(200, () => fail(noThrottle, ada, '10.0.0.1'))).toBe(0)
})
