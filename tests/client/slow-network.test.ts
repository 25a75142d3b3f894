import { describe, expect, test } from 'bun:test'
import { createPace } from '#client/pace.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { type TestDevice, testDevice } from './support/device.ts'
import { signUp, squats } from './support/logs.ts'
import { Timers } from './support/timers.ts'
import { until } from './support/until.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

/** A response whose body arrives in pieces, each when the test sends it. */
async function inPieces(response: Response, pieces: number) {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const length = Math.ceil(bytes.length / pieces)
  let at = 0
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({
    start(streamController) {
      controller = streamController
    },
  })
  const sendNext = () => {
    controller?.enqueue(bytes.slice(at, at + length))
    at += length
    if (at >= bytes.length) controller?.close()
  }
  return { slow: new Response(stream, response), sendNext }
}

/** A `fetch` that never responds, and rejects when it is aborted. */
function silence({ signal }: Request): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

/** A tab whose timers the test controls, with a user who is logged in. */
async function openSlow(device: TestDevice, email: string) {
  const timers = new Timers()
  const replog = await device.open({ after: timers.after })
  await replog.logIn({ email, password })
  return { replog, timers }
}

/** Records the number of changes that each pull requests. */
function watchPulls(device: TestDevice, respond: (request: Request) => Promise<Response>) {
  const limits: number[] = []
  device.fetch = (request) => {
    const url = new URL(request.url)
    if (url.pathname.endsWith('/changes')) limits.push(Number(url.searchParams.get('limit')))
    return respond(request)
  }
  return limits
}

describe('a pull', () => {
  test('that takes minutes is not aborted as long as bytes arrive', async () => {
    const { replog: otherDevice, email } = await signUp(app)
    for (let reps = 0; reps < 20; reps++) await otherDevice.workouts.put(squats(reps))
    await otherDevice.sync()
    const device = testDevice(app)
    const { replog, timers } = await openSlow(device, email)
    const responding = Promise.withResolvers<() => void>()
    device.fetch = async (request) => {
      if (!request.url.includes('/changes')) return app.fetch(request)
      const { slow, sendNext } = await inPieces(await app.fetch(request), 10)
      responding.resolve(sendNext)
      return slow
    }
    const syncing = replog.sync()
    const sendNext = await responding.promise
    for (let piece = 0; piece < 10; piece++) {
      const [before] = timers.withDelay(30_000)
      expect(before).toBeDefined()
      // A new timer gives every piece its own 30 seconds.
      sendNext()
      await until(() => timers.withDelay(30_000)[0] !== before)
    }
    expect(await syncing).toEqual(synced)
    expect(replog.workouts.list()).toHaveLength(20)
  })

  test('that stalls midway is aborted, and requests half as much each time until it succeeds', async () => {
    const { replog: otherDevice, email } = await signUp(app)
    for (let reps = 0; reps < 5; reps++) await otherDevice.workouts.put(squats(reps))
    await otherDevice.sync()
    const device = testDevice(app)
    const { replog, timers } = await openSlow(device, email)
    const limits = watchPulls(device, silence)
    for (const limit of [200, 100, 50]) {
      const syncing = replog.sync()
      await until(() => limits.at(-1) === limit)
      timers.run(30_000)
      expect((await syncing).state).toBe('offline')
    }
    const later = watchPulls(device, app.fetch)
    for (let round = 0; round < 5; round++) await replog.sync()
    expect(later).toEqual([25, 50, 100, 200, 200])
    expect(replog.workouts.list()).toHaveLength(5)
  })

  test('that breaks off while bytes arrive requests half as much', async () => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const { replog } = await openSlow(device, email)
    const limits = watchPulls(device, async (request) => {
      const response = await app.fetch(request)
      const text = await response.text()
      return new Response(text.slice(0, text.length / 2), response)
    })
    await replog.sync()
    await replog.sync()
    expect(limits).toEqual([200, 100])
  })

  test.each([408, 504])('that a proxy ends with %d requests half as much', async (status) => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const { replog } = await openSlow(device, email)
    const limits = watchPulls(device, async () => new Response('too slow', { status }))
    await replog.sync()
    await replog.sync()
    expect(limits).toEqual([200, 100])
  })

  test('that fails for lack of a network requests the same amount the next time', async () => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const { replog } = await openSlow(device, email)
    const limits = watchPulls(device, () => Promise.reject(new TypeError('no network')))
    await replog.sync()
    await replog.sync()
    expect(limits).toEqual([200, 200])
  })
})

describe('a push', () => {
  test('that takes too long is halved until it succeeds, and grows again', async () => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const { replog, timers } = await openSlow(device, email)
    await replog.sync()
    for (let reps = 0; reps < 40; reps++) await replog.workouts.put(squats(reps))
    const sizes: number[] = []
    const arrived = new Set<string>()
    device.fetch = async (request) => {
      if (!request.url.endsWith('/push')) return app.fetch(request)
      const { mutations } = await request.clone().json()
      sizes.push(mutations.length)
      if (mutations.length > 10) return silence(request)
      for (const { mutationId } of mutations) arrived.add(mutationId)
      return app.fetch(request)
    }
    for (const size of [40, 20]) {
      const syncing = replog.sync()
      await until(() => sizes.at(-1) === size)
      timers.run(30_000)
      expect((await syncing).state).toBe('offline')
    }
    device.fetch = async (request) => {
      if (request.url.endsWith('/push')) sizes.push((await request.clone().json()).mutations.length)
      return app.fetch(request)
    }
    expect(await replog.sync()).toEqual(synced)
    expect(sizes).toEqual([40, 20, 10, 20, 10])
    expect(replog.workouts.list()).toHaveLength(40)
  })

  test('of one large workout that takes too long gets twice the time', async () => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const { replog, timers } = await openSlow(device, email)
    await replog.sync()
    await replog.workouts.put(squats(5))
    device.fetch = (request) => (request.url.endsWith('/push') ? silence(request) : app.fetch(request))
    for (const timeout of [30_000, 60_000, 120_000, 240_000, 300_000, 300_000]) {
      const syncing = replog.sync()
      await until(() => timers.run(timeout) > 0)
      expect(await syncing).toMatchObject({ state: 'offline', pending: 1 })
    }
    device.fetch = app.fetch
    expect(await replog.sync()).toEqual(synced)
  })

  test('of a new device does not wait for everything to be pulled', async () => {
    const { replog: otherDevice, email } = await signUp(app)
    for (let reps = 0; reps < 30; reps++) await otherDevice.workouts.put(squats(reps))
    await otherDevice.sync()
    const device = testDevice(app)
    const { replog } = await openSlow(device, email)
    const { id } = await replog.workouts.put(squats(99))
    device.fetch = (request) =>
      request.url.includes('/changes') ? Promise.reject(new TypeError('no network')) : app.fetch(request)
    expect(await replog.sync()).toMatchObject({ state: 'offline', pending: 0 })
    await otherDevice.sync()
    expect(otherDevice.workouts.get(id)?.revision).toBe(1)
    // Writes between two pages are sent before the next page.
    let pages = 0
    device.fetch = (request) => {
      const url = new URL(request.url)
      if (!url.pathname.endsWith('/changes')) return app.fetch(request)
      if (++pages === 2) void replog.workouts.put(squats(100))
      url.searchParams.set('limit', '5')
      return app.fetch(new Request(url, request))
    }
    device.requests.length = 0
    expect(await replog.sync()).toEqual(synced)
    const push = device.requests.indexOf('POST /api/sync/push')
    expect(push).toBeGreaterThan(1)
    expect(push).toBeLessThan(5)
    expect(replog.workouts.list()).toHaveLength(32)
  })
})

test('a pace stays within its limits', () => {
  const pace = createPace(500)
  for (let failures = 0; failures < 30; failures++) pace.slowDown(pace.size)
  expect([pace.size, pace.timeout]).toEqual([1, 300_000])
  for (let successes = 0; successes < 30; successes++) pace.speedUp()
  expect([pace.size, pace.timeout]).toEqual([500, 30_000])
})
