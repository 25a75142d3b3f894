import { describe, expect, test } from 'bun:test'
import { type ExerciseToPut, type Replog, StorageFullError, UnsentChangesError } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { password } from '#tests/support/user.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { until } from './support/until.ts'

const app = await testApp()
let accounts = 0

const newEmail = () => `guest-${++accounts}@lift.dev`

/** The keys that a device has stored for a guest. */
function guestKeys({ storage }: TestDevice): string[] {
  return [...storage.entries.keys()].filter((key) => key.includes('guest'))
}

/** The reps of every set on the server, in the order of the workouts that a new device of the account pulls. */
async function repsOnServer(email: string): Promise<(number | undefined)[]> {
  const { replog } = await logIn(app, email)
  return replog.workouts.list().flatMap((workout) => repsOf(workout) ?? [])
}

async function syncAll(...pages: readonly Replog[]): Promise<void> {
  for (const replog of pages) expect(await replog.sync()).toMatchObject({ state: 'synced', pending: 0 })
}

describe('a guest', () => {
  test('logs with no network and no account, and sends no request', async () => {
    const device = testDevice(app)
    device.fetch = offline
    const replog = await device.open({ guest: true, auto: true })
    expect(replog.user).toBeUndefined()
    expect(replog.status).toEqual({ state: 'guest', pending: 0, deadLetters: 0 })
    const { id } = await replog.workouts.put(squats(5))
    await replog.workouts.put(withSet(workoutIn(replog, id), 6))
    expect(repsOf(replog.workouts.get(id))).toEqual([5, 6])
    expect(await replog.sync()).toEqual({ state: 'guest', pending: 1, deadLetters: 0 })
    expect(device.requests).toEqual([])
    await replog.close()
    const reopened = await device.open({ guest: true })
    expect(repsOf(reopened.workouts.get(id))).toEqual([5, 6])
    expect(reopened.status).toEqual({ state: 'guest', pending: 1, deadLetters: 0 })
  })

  test('must confirm that a logout may delete the log', async () => {
    const device = testDevice(app)
    const replog = await device.open({ guest: true })
    await replog.workouts.put(squats(5))
    expect(await rejectionOf(replog.logOut())).toBeInstanceOf(UnsentChangesError)
    expect(replog.workouts.list()).toHaveLength(1)
    await replog.logOut({ discard: true })
    expect(replog.status).toEqual({ state: 'guest', pending: 0, deadLetters: 0 })
    expect(replog.workouts.list()).toEqual([])
    expect(guestKeys(device)).toEqual([])
    expect(device.requests).toEqual([])
  })

  test('starts with an empty log after a logout, and continues to log', async () => {
    const device = testDevice(app)
    const replog = await device.open({ guest: true })
    await replog.register({ email: newEmail(), password })
    await replog.workouts.put(squats(5))
    await syncAll(replog)
    await replog.logOut()
    expect(replog.status.state).toBe('guest')
    expect(replog.workouts.list()).toEqual([])
    await replog.workouts.put(squats(9))
    expect(replog.workouts.list().map(repsOf)).toEqual([[9]])
  })

  test('has no access if guests are not allowed, but the log is kept for a later account', async () => {
    const device = testDevice(app)
    const replog = await device.open({ guest: true })
    await replog.workouts.put(squats(5))
    await replog.close()
    const strict = await device.open()
    expect(strict.status.state).toBe('logged_out')
    expect(strict.workouts.list()).toEqual([])
    await strict.register({ email: newEmail(), password })
    expect(strict.workouts.list().map(repsOf)).toEqual([[5]])
  })
})

describe('a guest logs in', () => {
  test('to a new account: the log is sent once, and no guest data is left', async () => {
    const device = testDevice(app)
    const email = newEmail()
    const replog = await device.open({ guest: true })
    const { id } = await replog.workouts.put(squats(5))
    await replog.workouts.put(withSet(workoutIn(replog, id), 6))
    await replog.measurements.put({
      kind: 'waist',
      value: 80,
      unit: 'cm',
      measuredAt: '2026-11-20T06:30:00Z',
    })
    const changed: ReadonlySet<string>[] = []
    replog.subscribe((ids) => changed.push(ids))
    await replog.register({ email, password })
    expect(replog.user?.email).toBe(email)
    expect(replog.status.pending).toBe(2)
    expect(repsOf(replog.workouts.get(id))).toEqual([5, 6])
    expect(guestKeys(device)).toEqual([])
    await syncAll(replog)
    expect(changed.some((ids) => ids.has(id))).toBe(true)
    expect(await repsOnServer(email)).toEqual([5, 6])
  })

  test('to an existing account: the logs are combined, and exercises of the same name are merged', async () => {
    const { email, replog: first } = await signUp(app)
    const accountExercise = await first.exercises.put(exercise('Sled Push'))
    await first.workouts.put(workoutOf(accountExercise.id, 5))
    await syncAll(first)
    const device = testDevice(app)
    const replog = await device.open({ guest: true })
    const guestExercise = await replog.exercises.put(exercise('Sled Push'))
    await replog.workouts.put(workoutOf(guestExercise.id, 6))
    await replog.logIn({ email, password })
    await syncAll(replog, first)
    expect((await repsOnServer(email)).toSorted()).toEqual([5, 6])
    const used = first.workouts.list().map(({ exercises }) => exercises[0]?.exerciseId)
    expect(new Set(used)).toEqual(new Set([accountExercise.id]))
  })

  test('to an account with unsent changes on this device: the changes of both are sent', async () => {
    const device = testDevice(app)
    const email = newEmail()
    const replog = await device.open({ guest: true })
    await replog.register({ email, password })
    await replog.workouts.put(squats(5))
    const newUserEmail = newEmail()
    await replog.register({ email: newUserEmail, password })
    await replog.logOut()
    await replog.workouts.put(squats(7))
    await replog.logIn({ email, password })
    expect(replog.status.pending).toBe(2)
    await syncAll(replog)
    expect((await repsOnServer(email)).toSorted()).toEqual([5, 7])
    expect(await repsOnServer(newUserEmail)).toEqual([])
  })

  test('and is killed at any storage write: every set is sent exactly once', async () => {
    for (let writes = 0, isDone = false; !isDone; writes++) {
      const email = newEmail()
      const device = testDevice(app)
      const replog = await device.open({ guest: true })
      await replog.workouts.put(squats(5))
      await replog.workouts.put(squats(6))
      device.storage.writesLeft = writes
      isDone = await replog.register({ email, password }).then(
        () => true,
        () => false,
      )
      // The page may be killed while it copies the changes, which it can't report as an error.
      isDone &&= device.storage.writesLeft > 0
      await replog.close()
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const reopened = await device.open({ guest: true })
      expect(
        reopened.workouts
          .list()
          .flatMap((workout) => repsOf(workout) ?? [])
          .toSorted(),
      ).toEqual([5, 6])
      if (!reopened.user) await reopened.logIn({ email, password })
      await syncAll(reopened)
      expect(guestKeys(device)).toEqual([])
      expect((await repsOnServer(email)).toSorted()).toEqual([5, 6])
    }
  })

  test('in one tab while another one logs: both tabs are logged in, and every set is sent exactly once', async () => {
    const device = testDevice(app)
    const email = newEmail()
    const [first, second] = [await device.open({ guest: true }), await device.open({ guest: true })]
    const { id } = await first.workouts.put(squats(1))
    await until(() => second.workouts.get(id) !== undefined)
    const puts = [2, 3, 4].map((reps) => second.workouts.put(squats(reps)))
    const login = first.register({ email, password })
    for (const reps of [5, 6, 7, 8]) {
      puts.push(second.workouts.put(squats(reps)))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await login
    puts.push(second.workouts.put(withSet(workoutIn(second, id), 9)))
    await Promise.all(puts)
    await until(() => second.user?.email === email)
    await syncAll(first, second)
    expect(guestKeys(device)).toEqual([])
    expect((await repsOnServer(email)).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(second.workouts.list()).toHaveLength(8)
  })

  test('in one tab: a second tab, still unaware of the account, logs to it', async () => {
    const device = testDevice(app)
    const email = newEmail()
    // Without a channel, the second tab isn't notified of what the first one does.
    const withoutChannel = { openChannel: () => undefined, guest: true }
    const [first, second] = [await device.open(withoutChannel), await device.open(withoutChannel)]
    await first.register({ email, password })
    await second.workouts.put(squats(5))
    expect(second.user?.email).toBe(email)
    await syncAll(second)
    expect(guestKeys(device)).toEqual([])
    expect(await repsOnServer(email)).toEqual([5])
  })

  test('with no room on the device: a StorageFullError is thrown, and the guest keeps the log', async () => {
    const device = testDevice(app)
    const email = newEmail()
    const replog = await device.open({ guest: true })
    await replog.workouts.put(squats(5))
    device.storage.room = [...device.storage.entries].flat().join('').length + 100
    expect(await rejectionOf(replog.register({ email, password }))).toBeInstanceOf(StorageFullError)
    expect(replog.user).toBeUndefined()
    expect(replog.workouts.list().map(repsOf)).toEqual([[5]])
    device.storage.room = Number.POSITIVE_INFINITY
    await replog.logIn({ email, password })
    await syncAll(replog)
    expect(await repsOnServer(email)).toEqual([5])
  })

  test('with a wrong password: nothing changes', async () => {
    const { email } = await signUp(app)
    const replog = await testDevice(app).open({ guest: true })
    await replog.workouts.put(squats(5))
    await rejectionOf(replog.logIn({ email, password: 'not this one, not at all' }))
    expect(replog.status).toEqual({ state: 'guest', pending: 1, deadLetters: 0 })
  })
})

function exercise(name: string): ExerciseToPut {
  return {
    name,
    category: 'legs',
    equipment: 'other',
    tracking: 'weight_reps',
    engagement: [{ muscle: 'quads', percent: 80 }],
  }
}

function workoutOf(exerciseId: string, reps: number) {
  return {
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [{ exerciseId, sets: [{ type: 'normal' as const, reps }] }],
  }
}
