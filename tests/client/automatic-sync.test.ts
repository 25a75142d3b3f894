import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { Timers } from './support/timers.ts'
import { until } from './support/until.ts'

const app = await testApp({ heartbeatMs: 50 })
const baseUrl = app.listen()

/** Sends requests over a socket, so that streams arrive in chunks. */
const online = (request: Request) => fetch(request)

const withoutStream = (request: Request) => (request.url.endsWith('/events') ? offline() : online(request))

/** Sends requests, but withholds what event streams send until `release` is called; `text` is what was let through. */
function heldStream() {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const decoder = new TextDecoder()
  const stream = {
    text: '',
    release,
    async request(request: Request): Promise<Response> {
      const response = await online(request)
      if (!request.url.endsWith('/events')) return response
      const held = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        async transform(chunk, controller) {
          await released
          stream.text += decoder.decode(chunk, { stream: true })
          controller.enqueue(chunk)
        },
      })
      return new Response(response.body?.pipeThrough(held), response)
    },
  }
  return stream
}

/** A tab that syncs automatically, with timers that the test controls. */
async function openTab(device: TestDevice, email?: string, request = online, syncDelay = 0) {
  const timers = new Timers()
  device.fetch = request
  const replog = await device.open({ baseUrl, auto: true, syncDelay, after: timers.after, random: () => 1 })
  if (email === undefined) await replog.register({ email: `live-${crypto.randomUUID()}@lift.dev`, password })
  else await replog.logIn({ email, password })
  timers.run(0)
  await until(() => replog.status.state === 'synced')
  return { device, replog, timers, email: replog.user?.email ?? '' }
}

test('a put is sent automatically, and a hint makes another device pull', async () => {
  const phone = await openTab(testDevice(app))
  const tablet = await openTab(testDevice(app), phone.email)
  await until(() => tablet.device.requests.includes('GET /api/sync/events'))
  const { id } = await phone.replog.workouts.put(squats(5))
  expect(phone.replog.status).toMatchObject({ state: 'syncing', pending: 1 })
  phone.timers.run(0)
  await until(() => {
    tablet.timers.run(0)
    return tablet.replog.workouts.get(id) !== undefined
  })
  await until(() => phone.replog.status.state === 'synced')
})

test('a sync after a change is delayed, and one after a hint is not', async () => {
  const syncDelay = 400
  const phone = await openTab(testDevice(app), undefined, online, syncDelay)
  const tablet = await openTab(testDevice(app), phone.email, online, syncDelay)
  await until(() => tablet.device.requests.includes('GET /api/sync/events'))
  const { id } = await phone.replog.workouts.put(squats(5))
  expect(phone.replog.status).toMatchObject({ state: 'syncing', pending: 1 })
  expect(phone.timers.run(0)).toBe(0)
  expect(phone.timers.run(syncDelay)).toBe(1)
  await until(() => {
    tablet.timers.run(0)
    return tablet.replog.workouts.get(id) !== undefined
  })
  expect(tablet.timers.delays()).not.toContain(syncDelay)
})

test('a hint about a change that the device already has pulls nothing', async () => {
  const stream = heldStream()
  const phone = await openTab(testDevice(app), undefined, stream.request)
  await until(() => phone.device.requests.includes('GET /api/sync/events'))
  await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  await until(() => phone.replog.status.pending === 0 && phone.replog.status.state === 'synced')
  const requests = phone.device.requests.length
  stream.release()
  // A heartbeat after the hint shows that the device has received the hint.
  await until(() => /"seq":[1-9].*\n:\n/s.test(stream.text))
  await new Promise(setImmediate)
  expect(phone.timers.run(0)).toBe(0)
  expect(phone.device.requests.length).toBe(requests)
})

test('a missed hint delays a pull by at most five minutes', async () => {
  const phone = await openTab(testDevice(app))
  const tablet = await openTab(testDevice(app), phone.email, withoutStream)
  const { id } = await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  await until(() => phone.replog.status.pending === 0)
  expect(tablet.timers.delays()).toContain(300_000)
  tablet.timers.run(300_000)
  await until(() => tablet.replog.workouts.get(id) !== undefined)
})

test('a silently broken stream is reopened after 40 seconds', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  const streams = () => device.requests.filter((request) => request.endsWith('/events')).length
  await until(() => streams() === 1)
  device.fetch = (request) =>
    request.url.endsWith('/events')
      ? Promise.resolve(
          new Response(new ReadableStream({}), { headers: { 'content-type': 'text/event-stream' } }),
        )
      : online(request)
  await until(() => phone.timers.delays().includes(40_000))
  phone.timers.run(40_000)
  await until(() => phone.timers.delays().some((delay) => delay === 1000))
  phone.timers.run(1000)
  await until(() => streams() === 2)
  // The second stream is silent from the start.
  await until(() => phone.timers.delays().includes(40_000))
  phone.timers.run(40_000)
  await until(() => phone.timers.delays().includes(1000) || phone.timers.delays().includes(2000))
  device.fetch = online
  phone.timers.run(2000)
  await until(() => streams() === 3)
})

test('retries back off, and one starts immediately when the network is back', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  device.fetch = (request) => (request.url.endsWith('/events') ? online(request) : offline())
  await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  for (const delay of [1000, 2000, 4000, 8000]) {
    await until(() => phone.replog.status.state === 'offline' && phone.timers.delays().includes(delay))
    phone.timers.run(delay)
  }
  await until(() => phone.timers.delays().includes(16_000))
  // A write doesn't shorten the delay.
  await phone.replog.workouts.put(squats(6))
  expect(phone.timers.run(0)).toBe(0)
  device.fetch = online
  device.signal('online')
  expect(phone.timers.run(0)).toBe(1)
  await until(() => phone.replog.status.state === 'synced')
  expect(phone.replog.status.pending).toBe(0)
})

test('Retry-After is respected even when the network comes back', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  device.now = app.clock.now
  device.fetch = (request) =>
    request.url.endsWith('/push')
      ? Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '120' } }))
      : online(request)
  await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  await until(() => phone.timers.delays().includes(120_000))
  device.now += 20_000
  device.signal('online')
  expect(phone.timers.delays()).toContain(100_000)
  device.fetch = online
  phone.timers.run(100_000)
  await until(() => phone.replog.status.state === 'synced')
})

test('returning to the page pulls changes', async () => {
  const phone = await openTab(testDevice(app))
  const tablet = await openTab(testDevice(app), phone.email, withoutStream)
  const { id } = await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  await until(() => phone.replog.status.pending === 0)
  tablet.device.signal('visibilitychange')
  tablet.timers.run(0)
  await until(() => tablet.replog.workouts.get(id) !== undefined)
})

test('a request without a response is aborted after 30 seconds', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  device.fetch = (request) =>
    new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
  await phone.replog.workouts.put(squats(5))
  phone.timers.run(0)
  await until(() => phone.timers.delays().includes(30_000))
  phone.timers.run(30_000)
  await until(() => phone.replog.status.state === 'offline')
  expect(phone.replog.status.pending).toBe(1)
})

test('going offline changes the status immediately, and writes still succeed', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  device.signal('offline')
  expect(phone.replog.status.state).toBe('offline')
  const { id } = await phone.replog.workouts.put(squats(5))
  await phone.replog.workouts.put(withSet(workoutIn(phone.replog, id), 6))
  expect(repsOf(phone.replog.workouts.get(id))).toEqual([5, 6])
})

test('one tab’s event stream serves all tabs, and once that tab is closed, another opens a stream', async () => {
  const device = testDevice(app)
  const phone = await openTab(device)
  const streams = () => device.requests.filter((request) => request.endsWith('/events')).length
  await until(() => streams() === 1)
  const other = await device.open({ baseUrl, auto: true })
  await until(() => other.status.state === 'synced')
  expect(streams()).toBe(1)
  await phone.replog.close()
  await until(() => streams() === 2)
})

test('subscribers are notified of syncing and then of synced', async () => {
  const { replog, device } = await signUp(app)
  const states: string[] = []
  const stop = replog.subscribe(() => states.push(replog.status.state))
  await replog.workouts.put(squats(5))
  await replog.sync()
  stop()
  expect(states).toContain('syncing')
  expect(states.at(-1)).toBe('synced')
  expect(device.requests.at(-1)).toBe('GET /api/sync/changes')
})
