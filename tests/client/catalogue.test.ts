import { describe, expect, test } from 'bun:test'
import { openCatalogue } from '#client/catalogue/index.ts'
import { localStorageStore, type Replog } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { squats } from './support/logs.ts'
import { until } from './support/until.ts'
import { type TestStorage, webStorage } from './support/web-storage.ts'

const app = await testApp()
const day = 86_400_000

interface Opened {
  readonly device: TestDevice
  readonly replog: Replog
  readonly web: TestStorage
}

/** A guest's device, and the storage of its catalogue. */
async function opened(): Promise<Opened> {
  const device = testDevice(app)
  return { device, replog: await device.open({ guest: true }), web: webStorage() }
}

function catalogueOf({ replog, web }: Opened, options = {}) {
  return openCatalogue(replog, { storage: localStorageStore('catalogue', web), auto: false, ...options })
}

/** The catalogue as the server lists it. */
const builtin = await (async () => {
  const { replog } = await opened()
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

test('the catalogue is fetched once, and then works without a network: names, details, search', async () => {
  const one = await opened()
  const first = await catalogueOf(one)
  expect(first.list()).toEqual([])
  expect(await first.refresh()).toBe(true)
  expect(
    first
      .list()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(builtin.toSorted())
  first.close()
  one.device.fetch = offline
  one.device.requests.length = 0
  const again = await catalogueOf(one)
  expect(again.list()).toEqual(first.list())
  expect(again.list()).toBe(again.list())
  expect(again.nameOf('barbell-bench-press')).toBe('Barbell Bench Press')
  expect(again.get('barbell-bench-press')).toMatchObject({ equipment: 'barbell', source: 'builtin' })
  expect(again.get('barbell-bench-press')?.muscles[0]).toBe('chest')
  expect(await again.details('barbell-bench-press')).toMatchObject({ cues: expect.any(Array), revision: 1 })
  expect((await again.all()).size).toBe(builtin.length)
  expect(again.search('bench')[0]?.name).toBe('Barbell Bench Press')
  expect(one.device.requests).toEqual([])
  expect(await again.refresh()).toBe(false)
  expect(again.list()).toEqual(first.list())
})

test('a refresh sends the tags, and receives only pages that have changed', async () => {
  const one = await opened()
  const catalogue = await catalogueOf(one)
  await catalogue.refresh()
  const statuses: number[] = []
  let isChanged = false
  one.device.fetch = async (request) => {
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

test('the server is asked once a day, and again after a failure', async () => {
  const one = await opened()
  let now = app.clock.now
  const open = () => catalogueOf(one, { auto: true, now: () => now })
  one.device.fetch = offline
  await open()
  await until(() => one.device.requests.length === 1)
  one.device.fetch = app.fetch
  const catalogue = await open()
  await until(() => catalogue.list().length > 0)
  await until(() => [...one.web.entries.keys()].length === 3)
  one.device.requests.length = 0
  now += day - 1
  await open()
  await new Promise((resolve) => setImmediate(resolve))
  expect(one.device.requests).toEqual([])
  now += 1
  await open()
  await until(() => one.device.requests.length === 5)
})

describe('a stored catalogue', () => {
  for (const [name, text] of Object.entries({
    'cut off': '{"v":1,"val',
    'of another form': '{"v":0,"value":[]}',
  })) {
    test(`${name}: it is fetched again`, async () => {
      const one = await opened()
      await (await catalogueOf(one)).refresh()
      for (const key of one.web.entries.keys()) one.web.entries.set(key, text)
      const again = await catalogueOf(one)
      expect(again.list()).toEqual([])
      expect(await again.refresh()).toBe(true)
      expect(again.list()).toHaveLength(builtin.length)
    })
  }

  test('without room, it lasts until the page is left', async () => {
    const one = await opened()
    one.web.room = 1000
    const catalogue = await catalogueOf(one)
    expect(await catalogue.refresh()).toBe(true)
    expect(catalogue.list()).toHaveLength(builtin.length)
    expect(await catalogue.details('barbell-bench-press')).toBeDefined()
    expect((await catalogueOf(one)).list()).toEqual([])
  })
})

test('the user’s own exercises are listed, named and found, deleted ones only named', async () => {
  const one = await opened()
  const catalogue = await catalogueOf(one)
  await catalogue.refresh()
  let calls = 0
  catalogue.subscribe(() => void calls++)
  const { id } = await one.replog.exercises.put({
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
  expect(catalogue.list()).toHaveLength(builtin.length + 1)
  expect(catalogue.get(id)).toMatchObject({
    name: 'Zercher Carry',
    source: 'custom',
    muscles: ['quads', 'abs'],
  })
  expect(catalogue.search('zerchr carry')[0]?.id).toBe(id)
  expect(catalogue.nameOf({ exerciseId: id })).toBe('Zercher Carry')
  const { id: workout } = await one.replog.workouts.put(squats(5))
  const entries = one.replog.workouts.get(workout)?.exercises ?? []
  await one.replog.workouts.put({
    ...one.replog.workouts.get(workout),
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [...entries, { exerciseId: id, sets: [] }],
  })
  await one.replog.exercises.delete(id)
  expect(catalogue.list()).toHaveLength(builtin.length)
  expect(catalogue.nameOf(id)).toBe('Zercher Carry')
  expect((await catalogue.all()).get(id)).toMatchObject({ name: 'Zercher Carry' })
})

test('an exercise that isn’t known yet gets a name from its id', async () => {
  const catalogue = await catalogueOf(await opened())
  expect(catalogue.nameOf('barbell-bench-press')).toBe('Barbell Bench Press')
  expect(catalogue.nameOf('0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01')).toBe('Exercise')
})

test('a search finds what the server finds, in the same order', async () => {
  const one = await opened()
  const catalogue = await catalogueOf(one)
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
    const { data } = await one.replog.client.GET('/api/exercises', { params: { query: { q, limit: 50 } } })
    const found = catalogue.search(q).map(({ id }) => id)
    expect({ q, found }).toEqual({ q, found: data?.items.map(({ id }) => id) ?? [] })
  }
  // Among equal matches, exercises that the user logs come first.
  const third = catalogue.search('curl')[2]?.id ?? ''
  await one.replog.workouts.put({
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId: third, sets: [{ type: 'normal', reps: 5 }] }],
  })
  expect(catalogue.search('curl').findIndex(({ id }) => id === third)).toBeLessThan(2)
})
