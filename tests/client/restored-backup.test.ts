import { expect, test } from 'bun:test'
import { createId } from '#client/index.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'
import { restorableServer } from './support/restorable-server.ts'

const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const

test.each([
  ['with the command', true],
  ['by copying the file', false],
])('after a restore %s, devices restore writes acknowledged since the backup', async (_, renewsEpoch) => {
  const { app, backUp, restore: restoreServer } = await restorableServer({ renewsEpoch })
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
  const unsent = await replog.workouts.put({ ...squats(), exercises: [{ exerciseId: lift.id, sets: [] }] })
  const restored = await restoreServer(phone)
  expect(await replog.sync()).toEqual(synced)
  const tablet = await logIn(restored, phone.email)
  for (const log of [replog, tablet.replog]) {
    expect(repsOf(log.workouts.get(edited.id))).toEqual([1, 9])
    expect(log.workouts.get(deleted.id)).toBeUndefined()
    expect(log.workouts.get(workout.id)?.exercises[0]?.exerciseId).toBe(lift.id)
    expect(log.exercises.get(lift.id)?.name).toBe('My lift')
    expect(log.measurements.get(weighed.id)?.value).toBe(80)
    expect(log.workouts.get(unsent.id)?.exercises[0]?.exerciseId).toBe(lift.id)
    expect(log.workouts.list()).toHaveLength(3)
  }
})

test.each(['deleted', 'renamed'])(
  'workouts and runs keep the exercises and programs that were created and %s after the backup',
  async (change) => {
    const { backUp, app, restore: restoreServer } = await restorableServer()
    const phone = await signUp(app)
    await phone.replog.sync()
    const tablet = await logIn(app, phone.email)
    backUp()
    const { replog } = phone
    const lift = await replog.exercises.put({
      name: 'My lift',
      category: 'push',
      equipment: 'barbell',
      tracking: 'weight_reps',
    })
    const exercises = [{ exerciseId: lift.id, sets: [{ type: 'normal', reps: 5 } as const] }]
    const workout = await replog.workouts.put({ ...squats(), exercises })
    const slots = [{ key: 'lift', exerciseId: lift.id, sets: [{ reps: { min: 5, max: 5 } }] }]
    const program = await replog.programs.put({
      name: 'My program',
      days: [{ key: 'day', slots }],
      weeks: [{ key: 'week', days: ['day'] }],
    })
    const run = await replog.runs.put({ programId: program.id, programRevision: 1, decisions: [], lifts: [] })
    await replog.sync()
    // The exercise changes last, and so comes last in a pull.
    if (change === 'deleted') {
      await replog.programs.delete(program.id)
      await replog.exercises.delete(lift.id)
    } else {
      await replog.programs.put({ ...program, name: 'My new program' })
      await replog.exercises.put({ ...lift, name: 'My new lift' })
    }
    await replog.sync()
    await tablet.replog.sync()
    const restored = await restoreServer(phone, tablet)
    // Each of the two devices can restore everything, so the first to sync does.
    for (const { replog: log } of [tablet, phone, tablet]) expect(await log.sync()).toEqual(synced)
    for (const { replog: log } of [phone, tablet, await logIn(restored, phone.email)]) {
      expect(repsOf(log.workouts.get(workout.id))).toEqual([5])
      expect(log.runs.get(run.id)?.programId).toBe(program.id)
      const names = [log.exercises.get(lift.id)?.name, log.programs.get(program.id)?.name]
      expect(names).toEqual(
        change === 'deleted' ? ['My lift', 'My program'] : ['My new lift', 'My new program'],
      )
      for (const { list } of [log.exercises, log.programs])
        expect(list()).toHaveLength(change === 'deleted' ? 0 : 1)
    }
  },
)

test('an exercise that is restored and edited is sent before the workout that uses it', async () => {
  const { backUp, app, restore: restoreServer } = await restorableServer()
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
  const { app, backUp, restore: restoreServer } = await restorableServer()
  const phone = await signUp(app)
  const { id } = await phone.replog.workouts.put(squats(1))
  await phone.replog.sync()
  const tablet = await logIn(app, phone.email)
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

test('a device that was behind the backup doesn’t bring anything old back', async () => {
  const { app, backUp, restore: restoreServer } = await restorableServer()
  const phone = await signUp(app)
  const { id } = await phone.replog.workouts.put(squats(1, 2))
  await phone.replog.sync()
  const tablet = await logIn(app, phone.email)
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
  const { app, backUp, restore: restoreServer } = await restorableServer()
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

test('a device that has never pulled restores what a restored server has lost, even if it also writes', async () => {
  for (const pushesLater of [false, true]) {
    const { app, backUp, restore: restoreServer } = await restorableServer()
    const phone = await signUp(app)
    const { replog, device } = phone
    const withoutPulls: typeof device.fetch = async (request) => {
      if (request.url.includes('/changes')) throw new TypeError('no network')
      return app.fetch(request)
    }
    device.fetch = withoutPulls
    const edited = await replog.workouts.put(squats(1))
    await replog.sync()
    backUp()
    app.clock.now += 1000
    await replog.workouts.put(withSet(workoutIn(replog, edited.id), 9))
    const added = await replog.workouts.put(squats(2))
    expect(await replog.sync()).toMatchObject({ state: 'offline', pending: 0 })
    const restored = await restoreServer(phone)
    const later = pushesLater ? await replog.workouts.put(squats(3)) : undefined
    expect(await replog.sync()).toEqual(synced)
    const tablet = await logIn(restored, phone.email)
    for (const log of [replog, tablet.replog]) {
      expect(repsOf(log.workouts.get(edited.id))).toEqual([1, 9])
      expect(repsOf(log.workouts.get(added.id))).toEqual([2])
      expect(log.workouts.list()).toHaveLength(later ? 3 : 2)
    }
  }
})

test('a run whose program revision the database has lost continues with the newest revision', async () => {
  const { app, backUp, restore: restoreServer } = await restorableServer()
  const phone = await signUp(app)
  const { replog } = phone
  const slots = [{ key: 'lift', exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }]
  const routine = { days: [{ key: 'day', slots }], weeks: [{ key: 'week', days: ['day'] }] }
  const { id: programId } = await replog.programs.put({ ...routine, name: 'First' })
  const older = await replog.runs.put({ programId, programRevision: 1, lifts: [], decisions: [] })
  await replog.sync()
  await backUp()
  for (const name of ['Second', 'Third', 'Fourth']) {
    await replog.programs.put({ ...routine, id: programId, name })
    await replog.sync()
  }
  expect(replog.programs.get(programId)?.revision).toBe(4)
  const newer = await replog.runs.put({ programId, programRevision: 4, lifts: [], decisions: [] })
  const follow = {
    id: createId(),
    at: '2026-11-20T17:02:00.000Z',
    kind: 'use_revision',
    revision: 4,
  } as const
  await replog.runs.put({ programId, programRevision: 1, id: older.id, decisions: [follow] })
  expect(await replog.sync()).toEqual(synced)

  const restored = await restoreServer(phone)
  expect(await replog.sync()).toEqual(synced)
  await replog.sync()
  expect(replog.programs.get(programId)).toMatchObject({ name: 'Fourth', revision: 2 })
  expect(replog.runs.get(newer.id)?.programRevision).toBe(2)
  expect(replog.runs.get(older.id)?.decisions).toEqual([{ ...follow, revision: 2 }])
  const { replog: tablet } = await logIn(restored, phone.email)
  expect(tablet.runs.list()).toEqual(replog.runs.list())
})
