import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { password } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { repsOf, type SignedInDevice, signIn, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

/** A server that can be backed up and restored. Restoring connects the given devices to the restored server. */
async function server() {
  const folder = temporaryFolder()
  const key = crypto.getRandomValues(new Uint8Array(32))
  const app = await testApp({ folder, key })
  const backupFile = join(temporaryFolder(), 'backup.sqlite')
  return {
    app,
    // Like the backup command, this uses a connection of its own while the server is running.
    backUp: () => withExistingDatabase(databaseFile(folder), (sqlite) => backup(sqlite, backupFile)),
    async restore(...devices: readonly SignedInDevice[]): Promise<TestApp> {
      const now = app.clock.now
      await app.close()
      restore(backupFile, folder, new Date(now))
      const restored = await testApp({ folder, key, now })
      for (const { device } of devices) {
        device.fetch = restored.fetch
        device.now = restored.clock.now
      }
      return restored
    },
  }
}

test('devices restore writes that were acknowledged after the backup', async () => {
  const { app, backUp, restore: restoreServer } = await server()
  const phone = await signUp(app)
  const { replog } = phone
  const edited = await replog.workouts.put(squats(1))
  const deleted = await replog.workouts.put(squats(2))
  await replog.sync()
  backUp()
  app.clock.now += 1000
  await replog.workouts.put(withSet(workoutIn(replog, edited.id), 9))
  await replog.workouts.delete(deleted.id)
  const lift = await replog.exercises.put({
    name: 'My lift',
    category: 'push',
    equipment: 'barbell',
    tracking: 'weight_reps',
  })
  const workout = await replog.workouts.put({
    ...squats(),
    exercises: [{ exerciseId: lift.id, sets: [] }],
  })
  await replog.sync()
  const weighed = await replog.measurements.put({
    kind: 'bodyweight',
    value: 80,
    unit: 'kg',
    measuredAt: '2026-11-20T06:00:00Z',
  })
  const restored = await restoreServer(phone)
  expect(await replog.sync()).toEqual(synced)
  const tablet = await signIn(restored, phone.email)
  for (const log of [replog, tablet.replog]) {
    expect(repsOf(log.workouts.get(edited.id))).toEqual([1, 9])
    expect(log.workouts.get(deleted.id)).toBeUndefined()
    expect(log.workouts.get(workout.id)?.exercises[0]?.exerciseId).toBe(lift.id)
    expect(log.exercises.get(lift.id)?.name).toBe('My lift')
    expect(log.measurements.get(weighed.id)?.value).toBe(80)
    expect(log.workouts.list()).toHaveLength(2)
  }
})

test('an exercise that is restored and edited is sent before the workout that uses it', async () => {
  const { backUp, app, restore: restoreServer } = await server()
  const phone = await signUp(app)
  const { replog } = phone
  await replog.sync()
  backUp()
  const lift = await replog.exercises.put({
    name: 'My lift',
    category: 'push',
    equipment: 'barbell',
    tracking: 'weight_reps',
  })
  await replog.workouts.put({ ...squats(), exercises: [{ exerciseId: lift.id, sets: [] }] })
  await replog.sync()
  await restoreServer(phone)
  let edit: Promise<unknown> | undefined
  const stop = replog.subscribe(() => {
    const restored = replog.exercises.get(lift.id)
    if (restored?.revision === 0) edit ??= replog.exercises.put({ ...restored, name: 'My own lift' })
  })
  expect(await replog.sync()).toEqual(synced)
  await edit
  stop()
  await replog.sync()
  expect(replog.exercises.get(lift.id)?.name).toBe('My own lift')
})

test('after a restore, the states of two devices and later edits are merged', async () => {
  const { app, backUp, restore: restoreServer } = await server()
  const phone = await signUp(app)
  const { id } = await phone.replog.workouts.put(squats(1))
  await phone.replog.sync()
  const tablet = await signIn(app, phone.email)
  backUp()
  app.clock.now += 1000
  // The phone's write is acknowledged and then lost with the database; the tablet never saw it.
  await phone.replog.workouts.put(withSet(workoutIn(phone.replog, id), 2))
  await phone.replog.sync()
  const restored = await restoreServer(phone, tablet)
  restored.clock.now += 1000
  for (const reps of [3, 4, 5]) {
    await tablet.replog.workouts.put(withSet(workoutIn(tablet.replog, id), reps))
    await tablet.replog.sync()
  }
  expect(tablet.replog.workouts.get(id)?.revision).toBe(4)
  expect(await phone.replog.sync()).toEqual(synced)
  await tablet.replog.sync()
  expect(repsOf(phone.replog.workouts.get(id))?.sort()).toEqual([1, 2, 3, 4, 5])
  expect(tablet.replog.workouts.get(id)).toEqual(phone.replog.workouts.get(id))
})

test('a device that was behind the backup brings nothing old back', async () => {
  const { app, backUp, restore: restoreServer } = await server()
  const phone = await signUp(app)
  const { id } = await phone.replog.workouts.put(squats(1, 2))
  await phone.replog.sync()
  const tablet = await signIn(app, phone.email)
  const workout = workoutIn(phone.replog, id)
  await phone.replog.workouts.put({
    ...workout,
    exercises: workout.exercises.map((entry) => ({ ...entry, sets: entry.sets.slice(0, 1) })),
  })
  const deleted = await phone.replog.workouts.put(squats(7))
  await phone.replog.sync()
  await tablet.replog.sync()
  await phone.replog.workouts.delete(deleted.id)
  await phone.replog.workouts.put({ ...workoutIn(phone.replog, id), notes: 'one set was wrong' })
  await phone.replog.sync()
  backUp()
  await restoreServer(phone, tablet)
  await tablet.replog.sync()
  await phone.replog.sync()
  for (const { replog } of [phone, tablet]) {
    expect(repsOf(replog.workouts.get(id))).toEqual([1])
    expect(replog.workouts.list()).toHaveLength(1)
  }
})

test('a write in flight during the restore is applied once', async () => {
  const { app, backUp, restore: restoreServer } = await server()
  const phone = await signUp(app)
  const { replog, device } = phone
  const { id } = await replog.workouts.put(squats(1))
  await replog.sync()
  backUp()
  await replog.workouts.put(withSet(workoutIn(replog, id), 2))
  device.fetch = async (request) => {
    await app.fetch(request)
    throw new TypeError('the response was lost')
  }
  await replog.sync()
  await restoreServer(phone)
  expect(await replog.sync()).toEqual(synced)
  expect(repsOf(replog.workouts.get(id))).toEqual([1, 2])
  expect(replog.workouts.get(id)?.revision).toBe(2)
})

test('a device that was away for a year pulls everything, keeps its outbox, and restores nothing deleted', async () => {
  const app = await testApp()
  const phone = await signUp(app)
  const { replog, email } = phone
  const stays = await replog.workouts.put(squats(1))
  const goes = await replog.workouts.put(squats(2))
  const edited = await replog.workouts.put(squats(3))
  await replog.sync()
  const tablet = await signIn(app, email)
  await replog.workouts.put(withSet(workoutIn(replog, edited.id), 4))
  const offline = await replog.workouts.put(squats(5))
  await tablet.replog.workouts.delete(goes.id)
  await tablet.replog.workouts.delete(edited.id)
  await tablet.replog.sync()
  app.clock.now += 365 * dayMs
  await collectExpired(app.db, app.clock.now)
  expect((await replog.sync()).state).toBe('sign_in_needed')
  await replog.logIn({ email, password })
  expect(await replog.sync()).toEqual(synced)
  const ids = [stays.id, edited.id, offline.id].sort()
  expect(
    replog.workouts
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids)
  expect(repsOf(replog.workouts.get(edited.id))).toEqual([3, 4])
})
