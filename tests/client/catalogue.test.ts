import { describe, expect, test } from 'bun:test'
import { openCatalogue } from '#client/catalogue/index.ts'
import { localStorageStore, type Replog } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { squats } from './support/logs.ts'
import { until } from './support/until.ts'
import { type TestStorage, webStorage } from './support/web-storage.ts'

const app = await testApp()

interface Guest {
  readonly device: TestDevice
  readonly replog: Replog
  readonly web: TestStorage
}

/** A guest's device, and the storage of its catalogue. */
async function openGuest(): Promise<Guest> {
  const device = testDevice(app)
  return { device, replog: await device.open({ guest: true }), web: webStorage() }
}

function catalogueOf({ replog, web }: Guest, options = {}) {
  return openCatalogue(replog, { storage: localStorageStore('catalogue', web), auto: false, ...options })
}

/** The names of the exercises that the server lists. */
const builtInNames = await (async () => {
  const { replog } = await openGuest()
  const names: string[] = []
  let cursor: string | undefined
  do {
    const { data } = await replog.client.GET('/api/exercises', {
      params: { query: { limit: 200, ...(cursor && { cursor }) } },
    })
    names.push(...(data?.items.map(({ name }) => name) ?? []))
    cursor = data?.nextCursor
  } while (cursor)
  return names
})()

test('the catalogue is fetched once, and then offers names, details and search without a network', async () => {
  const guest = await openGuest()
  const first = await catalogueOf(guest)
  expect(first.list()).toEqual([])
  expect(await first.refresh()).toBe(true)
  expect(
    first
      .list()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(builtInNames.toSorted())
  first.close()
  guest.device.fetch = offline
  guest.device.requests.length = 0
  const reopened = await catalogueOf(guest)
  expect(reopened.list()).toEqual(first.list())
  expect(reopened.list()).toBe(reopened.list())
  expect(reopened.nameOf('barbell-bench-press')).toBe('Barbell Bench Press')
  expect(reopened.get('barbell-bench-press')).toMatchObject({ equipment: 'barbell', source: 'builtin' })
  expect(reopened.get('barbell-bench-press')?.muscles[0]).toBe('chest')
  expect(await reopened.details('barbell-bench-press')).toMatchObject({
    cues: expect.any(Array),
    revision: 1,
  })
  expect((await reopened.all()).size).toBe(builtInNames.length)
  expect(reopened.search('bench')[0]?.name).toBe('Barbell Bench Press')
  expect(guest.device.requests).toEqual([])
  expect(await reopened.refresh()).toBe(false)
  expect(reopened.list()).toEqual(first.list())
})

test('a refresh sends the ETags, and receives only pages that have changed', async () => {
  const guest = await openGuest()
  const catalogue = await catalogueOf(guest)
  await catalogue.refresh()
  const statuses: number[] = []
  let isChanged = false
  guest.device.fetch = async (request) => {
    if (isChanged && statuses.length === 2) request.headers.delete('if-none-match')
    const response = await app.fetch(request)
    statuses.push(response.status)
    return response
  }
  const before = catalogue.list()
  expect(await catalogue.refresh()).toBe(false)
  expect(statuses).toEqual([304, 304, 304, 304, 304])
  expect(catalogue.list()).toBe(before)
  isChanged = true
  statuses.length = 0
  let calls = 0
  catalogue.subscribe(() => void calls++)
  expect(await catalogue.refresh()).toBe(true)
  expect(statuses).toEqual([304, 304, 200, 304, 304])
  expect(catalogue.list()).toEqual(before)
  expect(calls).toBe(1)
})

test('the catalogue is refreshed once a day, and again after a failure', async () => {
  const guest = await openGuest()
  let now = app.clock.now
  const open = () => catalogueOf(guest, { auto: true, now: () => now })
  guest.device.fetch = offline
  await open()
  await until(() => guest.device.requests.length === 1)
  guest.device.fetch = app.fetch
  const catalogue = await open()
  await until(() => catalogue.list().length > 0)
  await until(() => [...guest.web.entries.keys()].length === 3)
  guest.device.requests.length = 0
  now += dayMs - 1
  await open()
  await new Promise((resolve) => setImmediate(resolve))
  expect(guest.device.requests).toEqual([])
  now += 1
  await open()
  await until(() => guest.device.requests.length === 5)
})

describe('a stored catalogue', () => {
  for (const [name, text] of Object.entries({
    'is cut off': '{"v":1,"val',
    'has another format': '{"v":0,"value":[]}',
  })) {
    test(`that ${name} is fetched again`, async () => {
      const guest = await openGuest()
      await (await catalogueOf(guest)).refresh()
      for (const key of guest.web.entries.keys()) guest.web.entries.set(key, text)
      const reopened = await catalogueOf(guest)
      expect(reopened.list()).toEqual([])
      expect(await reopened.refresh()).toBe(true)
      expect(reopened.list()).toHaveLength(builtInNames.length)
    })
  }

  test('that doesn’t fit on the device is kept in memory', async () => {
    const guest = await openGuest()
    guest.web.room = 1000
    const catalogue = await catalogueOf(guest)
    expect(await catalogue.refresh()).toBe(true)
    expect(catalogue.list()).toHaveLength(builtInNames.length)
    expect(await catalogue.details('barbell-bench-press')).toBeDefined()
    expect((await catalogueOf(guest)).list()).toEqual([])
  })
})

test('the user’s own exercises are listed and found until they are deleted, and keep their names', async () => {
  const guest = await openGuest()
  const catalogue = await catalogueOf(guest)
  await catalogue.refresh()
  let calls = 0
  catalogue.subscribe(() => void calls++)
  const { id } = await guest.replog.exercises.put({
    name: 'Zercher Carry',
    category: 'legs',
    equipment: 'barbell',
    tracking: 'weight_reps',
    engagement: [
      { muscle: 'abs', percent: 30 },
      { muscle: 'quads', percent: 80 },
      { muscle: 'calves', percent: 10 },
    ],
  })
  await until(() => calls === 1)
  expect(catalogue.list()).toHaveLength(builtInNames.length + 1)
  expect(catalogue.get(id)).toMatchObject({
    name: 'Zercher Carry',
    source: 'custom',
    muscles: ['quads', 'abs'],
  })
  expect(catalogue.search('zerchr carry')[0]?.id).toBe(id)
  expect(catalogue.nameOf({ exerciseId: id })).toBe('Zercher Carry')
  const { id: workout } = await guest.replog.workouts.put(squats(5))
  const entries = guest.replog.workouts.get(workout)?.exercises ?? []
  await guest.replog.workouts.put({
    ...guest.replog.workouts.get(workout),
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [...entries, { exerciseId: id, sets: [] }],
  })
  await guest.replog.exercises.delete(id)
  expect(catalogue.list()).toHaveLength(builtInNames.length)
  expect(catalogue.nameOf(id)).toBe('Zercher Carry')
  expect((await catalogue.all()).get(id)).toMatchObject({ name: 'Zercher Carry' })
})

test('an exercise that isn’t loaded yet gets a name from its id', async () => {
  const catalogue = await catalogueOf(await openGuest())
  expect(catalogue.nameOf('barbell-bench-press')).toBe('Barbell Bench Press')
  expect(catalogue.nameOf('0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01')).toBe('Exercise')
})

test('a search has the same results in the same order as on the server', async () => {
  const guest = await openGuest()
  const catalogue = await catalogueOf(guest)
  await catalogue.refresh()
  for (const q of [
    'bench',
    'ohp',
    'bech',
    'push up',
    'dealift',
    'fussheben',
    'curl cable',
    'squat',
    'zzzz',
  ]) {
    const { data } = await guest.replog.client.GET('/api/exercises', { params: { query: { q, limit: 50 } } })
    const matches = catalogue.search(q).map(({ id }) => id)
    expect({ q, matches }).toEqual({ q, matches: data?.items.map(({ id }) => id) ?? [] })
  }
  // Among equal matches, exercises that the user logs come first.
  const third = catalogue.search('curl')[2]?.id ?? ''
  await guest.replog.workouts.put({
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId: third, sets: [{ type: 'normal', reps: 5 }] }],
  })
  expect(catalogue.search('curl').findIndex(({ id }) => id === third)).toBeLessThan(2)
})
