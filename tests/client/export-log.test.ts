import { expect, test } from 'bun:test'
import { type Replog, StorageFullError } from '#client/index.ts'
import { exportLog } from '#client/logging/index.ts'
import { importAll } from '#tests/handlers/imports/import-file.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { register } from '#tests/support/user.ts'
import { offline, type TestDevice, testDevice } from './support/device.ts'
import { logIn, repsOf, squats } from './support/logs.ts'

const app = await testApp()

/** A guest's log of two workouts, a measurement and an exercise that is then deleted. */
async function createLog(device: TestDevice): Promise<Replog> {
  device.fetch = offline
  const replog = await device.open({ guest: true })
  const { id } = await replog.exercises.put({
    name: 'Sled Drag',
    category: 'legs',
    equipment: 'sled',
    tracking: 'weight_reps',
    engagement: [{ muscle: 'quads', percent: 80 }],
  })
  await replog.workouts.put(squats(5, 6))
  await replog.workouts.put({
    startedAt: '2026-11-19T17:02:00.000Z',
    exercises: [{ exerciseId: id, sets: [{ type: 'normal', reps: 7 }] }],
  })
  await replog.exercises.delete(id)
  await replog.measurements.put({ kind: 'waist', value: 80, unit: 'cm', measuredAt: '2026-11-20T06:30:00Z' })
  return replog
}

test('a guest’s log on a full device is exported and imported completely', async () => {
  const device = testDevice(app)
  const replog = await createLog(device)
  device.storage.room = 0
  expect(await rejectionOf(replog.workouts.put(squats(1)))).toBeInstanceOf(StorageFullError)
  expect(replog.status.storage).toBe('full')
  const writes = device.storage.writes
  const file = JSON.stringify(exportLog(replog, app.clock.now))
  expect(device.storage.writes).toBe(writes)

  const user = await register(app, { email: 'moved@lift.dev' })
  const imported = await importAll(app, user, file)
  expect(imported.problems).toEqual([])
  const { replog: importedLog } = await logIn(app, user.email)
  expect(importedLog.workouts.list().map(repsOf)).toEqual([[5, 6], [7]])
  expect(importedLog.measurements.list()).toHaveLength(1)
  const [, dragged] = importedLog.workouts.list()
  expect(importedLog.exercises.get(dragged?.exercises[0]?.exerciseId ?? '')?.name).toBe('Sled Drag')
  // Importing the file again adds nothing.
  await importAll(app, user, file)
  await importedLog.sync()
  expect(importedLog.workouts.list()).toHaveLength(2)
})

test('a synced log, with the fields that the server added, can be exported and imported into another account', async () => {
  const device = testDevice(app)
  const replog = await createLog(device)
  device.fetch = app.fetch
  await replog.register({ email: 'first@lift.dev', password: 'gravel teapot eleven moons' })
  expect(await replog.sync()).toMatchObject({ state: 'synced', deadLetters: 0 })
  const user = await register(app, { email: 'second@lift.dev' })
  const imported = await importAll(app, user, JSON.stringify(exportLog(replog, app.clock.now)))
  expect(imported.problems).toEqual([])
  const { replog: importedLog } = await logIn(app, user.email)
  expect(importedLog.workouts.list().map(repsOf)).toEqual([[5, 6], [7]])
})
