import { describe, expect, test } from 'bun:test'
import { localStorageStore, type Replog, type ReplogOptions, type ReplogStorage } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { TestLocks } from './support/locks.ts'
import { repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { until } from './support/until.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

test('a put in one tab shows in the other', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  let notified = 0
  other.subscribe(() => notified++)
  const { id } = await replog.workouts.put(squats(5))
  await until(() => other.workouts.get(id) !== undefined)
  expect(notified).toBeGreaterThan(0)
  expect(other.status.pending).toBe(1)
  await other.sync()
  await until(() => replog.status.pending === 0)
  expect(replog.workouts.get(id)?.revision).toBe(1)
})

test('without a BroadcastChannel, storage events notify the other tab', async () => {
  const { device } = await signUp(app)
  const [tab, other] = [
    await device.open({ openChannel: () => undefined }),
    await device.open({ openChannel: () => undefined }),
  ]
  const { id } = await tab.workouts.put(squats(5))
  device.signal('storage')
  await until(() => other.workouts.get(id) !== undefined)
})

test('writes of two tabs at once don’t overwrite each other', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  const tabs = [replog, other]
  await Promise.all(Array.from({ length: 20 }, (_, reps) => tabs[reps % 2]?.workouts.put(squats(reps))))
  const { id } = await replog.workouts.put(squats(100))
  await until(() => other.workouts.get(id) !== undefined)
  const stale = workoutIn(other, id)
  await Promise.all([replog.workouts.put(withSet(stale, 1)), other.workouts.put({ ...stale, notes: 'x' })])
  await Promise.all(tabs.map((tab) => tab.sync()))
  await until(() => tabs.every((tab) => tab.status.pending === 0 && tab.workouts.get(id)?.revision === 1))
  expect(other.workouts.list()).toHaveLength(21)
  expect(other.workouts.list()).toEqual(replog.workouts.list())
})

test('a set of an unsent exercise that another tab has deleted is sent together with the exercise', async () => {
  const { device } = await signUp(app)
  // Nothing tells a tab what the other one does.
  const tab = await device.open({ openChannel: () => undefined })
  const { id: exerciseId } = await tab.exercises.put({
    name: 'My lift',
    category: 'push',
    equipment: 'barbell',
    tracking: 'weight_reps',
  })
  const other = await device.open({ openChannel: () => undefined })
  await other.exercises.delete(exerciseId)
  const exercises = [{ exerciseId, sets: [{ type: 'normal', reps: 5 } as const] }]
  const { id } = await tab.workouts.put({ ...squats(), exercises })
  expect(await tab.sync()).toEqual(synced)
  expect(repsOf(workoutIn(tab, id))).toEqual([5])
  expect(tab.exercises.list()).toEqual([])
  expect(tab.exercises.get(exerciseId)?.name).toBe('My lift')
})

test('two tabs that log sets into one workout at once lose none, whether or not it was sent', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  const { id } = await replog.workouts.put(squats(0))
  await until(() => other.workouts.get(id) !== undefined)
  for (let reps = 1; reps <= 9; reps += 2) {
    const tabs = [
      [replog, reps],
      [other, reps + 1],
    ] as const
    await Promise.all(tabs.map(([tab, added]) => tab.workouts.put(withSet(workoutIn(tab, id), added))))
    if (reps === 5) await replog.sync()
  }
  expect(new Set(repsOf(other.workouts.get(id)))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
})

test('a put from a form opened before another tab’s put keeps the sets of both', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  const { id } = await replog.workouts.put(squats(1))
  await until(() => other.workouts.get(id) !== undefined)
  const form = workoutIn(replog, id)
  app.clock.now += 1000
  await other.workouts.put(withSet(workoutIn(other, id), 2))
  await until(() => repsOf(replog.workouts.get(id))?.length === 2)
  await replog.workouts.put(withSet(form, 3))
  expect(repsOf(replog.workouts.get(id))?.sort()).toEqual([1, 2, 3])
})

test('tabs that sync at once send each write once', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  await replog.workouts.put(squats(5))
  device.requests.length = 0
  await Promise.all([replog.sync(), other.sync()])
  expect(device.requests.filter((request) => request.endsWith('/push'))).toHaveLength(1)
})

test('when a tab dies during a push, the other one continues immediately', async () => {
  const device = testDevice(app)
  const locks = new TestLocks()
  const [dying, living] = [locks.tab(), locks.tab()]
  const first = await device.open({ locks: dying })
  await first.register({ email: 'two-tabs@lift.dev', password })
  await first.sync()
  const second = await device.open({ locks: living })
  const { id } = await first.workouts.put(squats(5))
  const sending = Promise.withResolvers<void>()
  device.fetch = (request) => {
    if (request.url.endsWith('/push')) sending.resolve()
    return new Promise(() => {})
  }
  void first.sync()
  await sending.promise
  device.fetch = app.fetch
  const syncing = second.sync()
  dying.die()
  expect(await syncing).toEqual(synced)
  expect(second.workouts.get(id)?.revision).toBe(1)
})

test('one tab refreshes the token for all', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  app.clock.now += dayMs
  device.requests.length = 0
  const requests = [replog, other].map((tab) => tab.client.GET('/api/users/me'))
  expect((await Promise.all(requests)).map(({ response }) => response.status)).toEqual([200, 200])
  expect(device.requests.filter((request) => request.endsWith('/refresh'))).toHaveLength(1)
})

test('the other tab follows a login and a logout', async () => {
  const { replog, device, email } = await signUp(app)
  const other = await device.open()
  expect(other.user?.email).toBe(email)
  await replog.logOut()
  await until(() => other.status.state === 'logged_out')
  await other.logIn({ email, password })
  await until(() => replog.user?.email === email)
  await replog.workouts.put(squats(5))
  expect(await replog.sync()).toEqual(synced)
})

test('without Web Locks, leases in the storage prevent two tabs from writing or sending at once', async () => {
  const { email } = await signUp(app)
  const device = testDevice(app)
  // Leases wait by the real clock.
  const options = { locks: undefined, now: Date.now }
  const first = await device.open(options)
  await first.logIn({ email, password })
  const second = await device.open(options)
  const put = (tab: Replog, reps: number) => tab.workouts.put(squats(reps))
  await Promise.all([put(first, 1), put(second, 2), put(first, 3)])
  device.requests.length = 0
  await Promise.all([first.sync(), second.sync()])
  await until(() =>
    [first, second].every((tab) => tab.status.pending === 0 && tab.workouts.list().length === 3),
  )
  expect(first.workouts.list().flatMap(repsOf).sort()).toEqual([1, 2, 3])
  expect(device.requests.filter((request) => request.endsWith('/push'))).toHaveLength(1)
  expect([...device.storage.entries.keys()].filter((key) => key.includes('lease'))).toEqual([])
})

test('without Web Locks, the writes of one tab keep their order', async () => {
  const { email } = await signUp(app)
  const tab = await testDevice(app).open({ locks: undefined, now: Date.now })
  await tab.logIn({ email, password })
  const workout = await tab.workouts.put(squats(5))
  const notes = Array.from({ length: 6 }, (_, index) => `note ${index}`)
  const results: unknown[] = []
  await Promise.all(
    notes.map(async (note) => results.push((await tab.workouts.put({ ...workout, notes: note })).notes)),
  )
  expect(results).toEqual(notes)
  expect(tab.workouts.get(workout.id)?.notes).toBe('note 5')
})

test('the lease of a dead tab expires', async () => {
  const { email } = await signUp(app)
  const device = testDevice(app)
  const dead = await device.open()
  await dead.logIn({ email, password })
  const name = [...device.storage.entries.keys()][0]?.split('/')[0]
  device.storage.setItem(`${name}/lease/${name}/write`, `somebody ${Date.now() + 300}`)
  const other = await device.open({ locks: undefined, now: Date.now })
  await other.workouts.put(squats(1))
  expect(other.workouts.list()).toHaveLength(1)
  device.fetch = offline
})

describe('a tab reads only what another one has changed', () => {
  /**
   * A tab that records which workouts and pending writes it reads from the storage. Reads of small keys, such as the
   * session, aren't recorded: their number depends on how many changes the tab is notified of at once.
   */
  async function openRecording(device: TestDevice, name: string, options: Partial<ReplogOptions> = {}) {
    const inner = localStorageStore(name, device.storage)
    const read = new Set<string>()
    const record = (key: string) => {
      if (/\/(outbox|synced)\//.test(key)) read.add(key)
    }
    const storage: ReplogStorage = {
      ...inner,
      async read(key) {
        record(key)
        return await inner.read(key)
      },
      async load(prefix) {
        const entries = await inner.load(prefix)
        for (const [key] of entries) record(key)
        return entries
      },
    }
    return { tab: await device.open({ ...options, storage }), read }
  }

  /** Two tabs with many workouts, both of which have read all of them. */
  async function openTwoTabs(workouts: number, options?: Partial<ReplogOptions>) {
    const { device, email } = await signUp(app)
    const name = `recording-${email}`
    const { tab, read } = await openRecording(device, name, options)
    await tab.logIn({ email, password })
    await Promise.all(Array.from({ length: workouts }, (_, reps) => tab.workouts.put(squats(reps))))
    const { tab: other, read: otherRead } = await openRecording(device, name, options)
    return { tab, read, other, otherRead }
  }

  test('after a put, another tab reads the written workout only, and the writing tab reads none', async () => {
    const { tab, read, other, otherRead } = await openTwoTabs(200)
    expect(other.workouts.list()).toHaveLength(200)
    for (let put = 0; put < 5; put++) {
      read.clear()
      otherRead.clear()
      const { id } = await tab.workouts.put(squats(1000 + put))
      await until(() => other.workouts.get(id) !== undefined)
      expect(read.size).toBe(0)
      expect(otherRead.size).toBeLessThanOrEqual(2)
    }
    expect(other.workouts.list()).toEqual(tab.workouts.list())
  })

  test('two tabs that write alternately read the written workout only', async () => {
    const { tab, read, other, otherRead } = await openTwoTabs(200)
    const { id } = await tab.workouts.put(squats(0))
    await until(() => other.workouts.get(id) !== undefined)
    for (let reps = 1; reps <= 6; reps++) {
      read.clear()
      otherRead.clear()
      const [from, to] = reps % 2 ? [tab, other] : [other, tab]
      await from.workouts.put(withSet(workoutIn(from, id), reps))
      await until(() => repsOf(to.workouts.get(id))?.length === reps + 1)
      expect(read.size + otherRead.size).toBeLessThanOrEqual(4)
    }
  })

  test('after a sync, another tab reads only the changes, including deletions and accepted writes', async () => {
    const { tab, other, otherRead } = await openTwoTabs(100)
    await tab.sync()
    await other.sync()
    const { id } = await tab.workouts.put(squats(1))
    const [deleted] = tab.workouts.list()
    await tab.workouts.delete(deleted?.id ?? '')
    await until(() => other.status.pending === 2)
    otherRead.clear()
    await tab.sync()
    await until(() => other.status.pending === 0)
    expect(otherRead.size).toBeLessThanOrEqual(4)
    expect(other.workouts.list()).toEqual(tab.workouts.list())
    expect(other.workouts.get(id)?.revision).toBe(1)
  })

  test.each([15, 16, 17, 40])('a tab that has missed %d writes catches up', async (writes) => {
    const { device } = await signUp(app)
    const silent = { openChannel: () => undefined }
    const [tab, other] = [await device.open(silent), await device.open(silent)]
    const first = await tab.workouts.put(squats(0))
    await other.sync()
    for (let reps = 1; reps <= writes; reps++) await tab.workouts.put(squats(reps))
    await tab.workouts.delete(first.id)
    device.signal('storage')
    await until(() => other.workouts.list().length === writes)
    expect(other.workouts.list()).toEqual(tab.workouts.list())
  })

  test('an unreadable log of changes makes the tab read everything', async () => {
    const { device } = await signUp(app)
    const silent = { openChannel: () => undefined }
    const [tab, other] = [await device.open(silent), await device.open(silent)]
    for (const text of ['', '{', '[]', '["v"]', 'null']) {
      await tab.workouts.put(squats(5))
      for (const key of device.storage.entries.keys()) {
        if (key.includes('/log/')) device.storage.entries.set(key, text)
      }
      device.signal('storage')
      await until(() => other.workouts.list().length === tab.workouts.list().length)
      expect(other.workouts.list()).toEqual(tab.workouts.list())
    }
  })

  test('without Web Locks there is no log of changes, because a lease may expire during a write', async () => {
    const { email } = await signUp(app)
    const device = testDevice(app)
    const options = { locks: undefined, now: Date.now }
    const [tab, other] = [await device.open(options), await device.open(options)]
    await tab.logIn({ email, password })
    const { id } = await tab.workouts.put(squats(5))
    await until(() => other.workouts.get(id) !== undefined)
    expect([...device.storage.entries.keys()].filter((key) => key.includes('/log/'))).toEqual([])
  })
})
