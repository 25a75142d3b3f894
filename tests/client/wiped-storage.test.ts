import { describe, expect, test } from 'bun:test'
import { LoggedOutError, localStorageStore, type Replog, StorageFullError } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { password } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { Timers } from './support/timers.ts'
import { until } from './support/until.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

/** Wipes the storage and leaves no room, as Chromium does when the disk is full. */
function wipe(device: TestDevice): void {
  device.storage.entries.clear()
  device.storage.room = 0
}

function makeRoom(device: TestDevice): void {
  device.storage.room = Number.POSITIVE_INFINITY
}

const allReps = (replog: Replog) => replog.workouts.list().flatMap(repsOf).sort()

describe('the browser wipes the storage under an open page', () => {
  test('with free space: the next write writes everything back', async () => {
    const { replog, device, email } = await signUp(app)
    await replog.workouts.put(squats(1))
    await replog.sync()
    await replog.workouts.put(squats(2))
    device.storage.entries.clear()
    await replog.workouts.put(squats(3))
    expect(replog.status).toMatchObject({ pending: 2 })
    expect(replog.status.storage).toBeUndefined()
    await replog.close()
    const after = await device.open()
    expect(after.user?.email).toBe(email)
    expect(allReps(after)).toEqual([1, 2, 3])
    expect(await after.sync()).toEqual(synced)
  })

  test.each(['register', 'a storage event'])('of a guest: %s writes everything back', async (event) => {
    const device = testDevice(app)
    const replog = await device.open({ guest: true })
    await replog.workouts.put(squats(1))
    device.storage.entries.clear()
    if (event === 'register') await replog.register({ email: 'wiped-guest@example.com', password })
    else device.signal('storage')
    await until(() => device.storage.entries.size > 0)
    await replog.close()
    expect(allReps(await device.open({ guest: true }))).toEqual([1])
  })

  test('while the storage is full: the page keeps everything, has status `lost`, and rejects new writes', async () => {
    const { replog, device, email } = await signUp(app)
    const { id } = await replog.workouts.put(squats(1, 2))
    wipe(device)
    expect(await rejectionOf(replog.workouts.put(withSet(workoutIn(replog, id), 3)))).toBeInstanceOf(
      StorageFullError,
    )
    expect(replog.status).toMatchObject({ storage: 'lost', pending: 1 })
    expect(replog.user?.email).toBe(email)
    expect(repsOf(replog.workouts.get(id))).toEqual([1, 2])
    makeRoom(device)
    await replog.workouts.put(withSet(workoutIn(replog, id), 3))
    expect(replog.status.storage).toBeUndefined()
    expect(repsOf((await device.open()).workouts.get(id))).toEqual([1, 2, 3])
  })

  test('while the storage is full: the sync continues, and its results are stored later', async () => {
    const { replog, device, email } = await signUp(app)
    const tablet = await logIn(app, email)
    const { id } = await replog.workouts.put(squats(1))
    wipe(device)
    await tablet.replog.workouts.put(squats(2))
    await tablet.replog.sync()
    expect(await replog.sync()).toEqual({ ...synced, storage: 'lost' })
    expect(allReps(replog)).toEqual([1, 2])
    await tablet.replog.sync()
    expect(allReps(tablet.replog)).toEqual([1, 2])
    makeRoom(device)
    expect(await replog.sync()).toEqual(synced)
    const after = await device.open()
    expect(allReps(after)).toEqual([1, 2])
    expect(after.workouts.get(id)?.revision).toBe(1)
    expect(await after.sync()).toEqual(synced)
  })

  test('while the storage is full: writing back is retried every ten seconds', async () => {
    const { device } = await signUp(app)
    const timers = new Timers()
    const replog = await device.open({ after: timers.after })
    await replog.workouts.put(squats(1))
    wipe(device)
    device.signal('storage')
    await until(() => replog.status.storage === 'lost')
    timers.run(10_000)
    await until(() => timers.delays().includes(10_000))
    expect(replog.status.storage).toBe('lost')
    makeRoom(device)
    timers.run(10_000)
    await until(() => replog.status.storage === undefined)
    expect(allReps(await device.open())).toEqual([1])
  })

  test('while the storage is full: a refreshed token is used, and stored later', async () => {
    const { replog, device } = await signUp(app)
    await replog.workouts.put(squats(1))
    wipe(device)
    app.clock.now += dayMs
    expect(await replog.sync()).toEqual({ ...synced, storage: 'lost' })
    makeRoom(device)
    await replog.sync()
    await replog.close()
    app.clock.now += dayMs
    expect(await (await device.open()).sync()).toEqual(synced)
  })

  test('while the storage is full: only the same user can log in', async () => {
    const other = await signUp(app)
    const { replog, device, email } = await signUp(app)
    await replog.workouts.put(squats(1))
    wipe(device)
    device.signal('storage')
    await until(() => replog.status.storage === 'lost')
    expect(await rejectionOf(replog.logIn({ email: other.email, password }))).toBeInstanceOf(StorageFullError)
    expect(allReps(replog)).toEqual([1])
    await replog.logIn({ email, password })
    expect(allReps(replog)).toEqual([1])
    expect(await rejectionOf(replog.logOut({ discard: true }))).toBeInstanceOf(StorageFullError)
    expect(allReps(replog)).toEqual([1])
    makeRoom(device)
    expect(await replog.sync()).toEqual(synced)
  })

  test.each([3, 150, 300])(
    'when a page is killed after %d writes of a restore, the other page restores the rest',
    async (writes) => {
      const { replog, device, email } = await signUp(app)
      const other = await device.open()
      for (let reps = 0; reps < 210; reps++) await replog.workouts.put(squats(reps))
      await until(() => other.workouts.list().length === 210)
      device.storage.entries.clear()
      device.storage.writesLeft = writes
      await replog.sync()
      expect(device.storage.writesLeft).toBe(0)
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      expect(await other.sync()).toEqual(synced)
      const after = await device.open()
      expect(after.user?.email).toBe(email)
      expect(after.workouts.list()).toHaveLength(210)
      expect(await after.sync()).toEqual(synced)
    },
    60_000,
  )

  test('two pages each write back their data, and everything is sent once', async () => {
    const { device, email } = await signUp(app)
    const withoutChannel = { openChannel: () => undefined }
    const [first, second] = [await device.open(withoutChannel), await device.open(withoutChannel)]
    const { id } = await first.workouts.put(squats(1))
    await second.sync()
    await first.workouts.put(squats(2))
    device.storage.entries.clear()
    await second.workouts.put(squats(3))
    await first.workouts.put(withSet(workoutIn(first, id), 4))
    expect(await first.sync()).toEqual(synced)
    expect(await second.sync()).toEqual(synced)
    const tablet = await logIn(app, email)
    for (const page of [first, second, tablet.replog]) expect(allReps(page)).toEqual([1, 2, 3, 4])
  })

  test('when a fresh page logs in first, the page that was already open adds its data', async () => {
    const { replog, device, email } = await signUp(app)
    const withoutChannel = { openChannel: () => undefined }
    const page = await device.open(withoutChannel)
    await replog.close()
    device.fetch = offline
    await page.workouts.put(squats(1))
    device.storage.entries.clear()
    device.fetch = app.fetch
    const fresh = await device.open(withoutChannel)
    expect(fresh.status.state).toBe('logged_out')
    await fresh.logIn({ email, password })
    await fresh.workouts.put(squats(2))
    expect(await fresh.sync()).toEqual(synced)
    expect(await page.sync()).toEqual(synced)
    await fresh.sync()
    for (const replogOfPage of [page, fresh]) expect(allReps(replogOfPage)).toEqual([1, 2])
  })

  test('when another page writes the data back and logs out, nothing is left on any page', async () => {
    const { replog, device } = await signUp(app)
    const silent = await device.open({ openChannel: () => undefined })
    await replog.workouts.put(squats(1))
    await silent.sync()
    device.storage.entries.clear()
    await replog.sync()
    await replog.logOut()
    expect(await rejectionOf(silent.workouts.put(squats(2)))).toBeInstanceOf(LoggedOutError)
    await until(() => silent.status.state === 'logged_out')
    expect(silent.workouts.list()).toEqual([])
    expect([...device.storage.entries.keys()].map((key) => key.split('/')[1])).toEqual(['v'])
  })
})

describe('the storage temporarily can’t be read', () => {
  /** A page whose storage can be made to fail, as IndexedDB does on a full disk. */
  async function createUnreliablePage() {
    const { device, email } = await signUp(app)
    const inner = localStorageStore(`unreliable-${email}`, device.storage)
    const state = { fails: false }
    const unlessFailing = <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) => {
      return async (...args: Args) => {
        if (state.fails) throw new DOMException('Internal error opening backing store', 'UnknownError')
        return work(...args)
      }
    }
    const storage = {
      name: inner.name,
      read: unlessFailing(inner.read),
      load: unlessFailing(inner.load),
      write: unlessFailing(inner.write),
    }
    const replog = await device.open({ storage })
    await replog.logIn({ email, password })
    return { replog, state, open: () => device.open({ storage: inner }) }
  }

  test('the page continues in memory, sends its outbox, and stores the result later', async () => {
    const { replog, state, open } = await createUnreliablePage()
    const { id } = await replog.workouts.put(squats(1))
    state.fails = true
    expect(await rejectionOf(replog.workouts.put(squats(2)))).toBeInstanceOf(StorageFullError)
    expect(replog.status).toMatchObject({ storage: 'lost', pending: 1 })
    expect(allReps(replog)).toEqual([1])
    expect(await replog.sync()).toEqual({ ...synced, storage: 'lost' })
    state.fails = false
    expect(await replog.sync()).toEqual(synced)
    await replog.close()
    const after = await open()
    expect(after.status.pending).toBe(0)
    expect(after.workouts.get(id)?.revision).toBe(1)
  })
})
