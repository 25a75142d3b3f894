import { expect, test } from 'bun:test'
import { createId } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()

/** Two devices of one user that both have a workout of two sets. */
async function twoDevices() {
  const phone = await signUp(app)
  const { id } = await phone.replog.workouts.put(squats(5, 5))
  await phone.replog.sync()
  const tablet = await logIn(app, phone.email)
  return { phone: phone.replog, tablet: tablet.replog, tabletDevice: tablet.device, id }
}

test('sets that two devices add offline to one workout are both kept', async () => {
  const { phone, tablet, id } = await twoDevices()
  await phone.workouts.put(withSet(workoutIn(phone, id), 6))
  await tablet.workouts.put(withSet(workoutIn(tablet, id), 7))
  await phone.sync()
  await tablet.sync()
  await phone.sync()
  expect(repsOf(phone.workouts.get(id))).toEqual([5, 5, 6, 7])
  expect(tablet.workouts.get(id)).toEqual(phone.workouts.get(id))
})

test('the later edit of a field wins, and the earlier edit is kept as a revision', async () => {
  const { phone, tablet, id } = await twoDevices()
  app.clock.now += 10_000
  await phone.workouts.put({ ...workoutIn(phone, id), name: 'earlier' })
  app.clock.now += 10_000
  await tablet.workouts.put({ ...workoutIn(tablet, id), name: 'later' })
  await tablet.sync()
  // The earlier edit arrives last.
  await phone.sync()
  await tablet.sync()
  expect(phone.workouts.get(id)?.name).toBe('later')
  expect(tablet.workouts.get(id)).toEqual(phone.workouts.get(id))
  const { data } = await phone.client.GET('/api/workouts/{id}/revisions', { params: { path: { id } } })
  expect(data?.items.map(({ workout }) => workout.name)).toContain('earlier')
  expect(phone.status).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
})

test('a value that loses a conflict never shows on another device', async () => {
  const { phone, tablet, tabletDevice, id } = await twoDevices()
  app.clock.now += 10_000
  await tablet.workouts.put({ ...workoutIn(tablet, id), notes: 'lost' })
  app.clock.now += 10_000
  await phone.workouts.put({ ...workoutIn(phone, id), notes: 'won' })
  await phone.sync()
  const shownNotes: unknown[] = []
  tabletDevice.fetch = async (request) => {
    const response = await app.fetch(request)
    await phone.sync()
    shownNotes.push(phone.workouts.get(id)?.notes)
    return response
  }
  await tablet.sync()
  expect(new Set(shownNotes)).toEqual(new Set(['won']))
  expect(tablet.workouts.get(id)?.notes).toBe('won')
  const { data } = await phone.client.GET('/api/workouts/{id}/revisions', { params: { path: { id } } })
  expect(data?.items.map(({ workout }) => workout.notes)).toContain('lost')
})

test('with two forms on one page, the later edit of a field wins, and the earlier is kept as a revision', async () => {
  const { phone, id } = await twoDevices()
  const form = workoutIn(phone, id)
  await phone.workouts.put({ ...form, notes: 'one' })
  await phone.workouts.put({ ...form, notes: 'other' })
  expect(await phone.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  expect(phone.workouts.get(id)?.notes).toBe('other')
  const { data } = await phone.client.GET('/api/workouts/{id}/revisions', { params: { path: { id } } })
  expect(data?.items.map(({ workout }) => workout.notes)).toContain('one')
})

test('an edit wins over a delete, whichever is sent first', async () => {
  const { phone, tablet, id } = await twoDevices()
  await phone.workouts.delete(id)
  await tablet.workouts.put(withSet(workoutIn(tablet, id), 9))
  await phone.sync()
  await tablet.sync()
  await phone.sync()
  expect(repsOf(phone.workouts.get(id))).toEqual([5, 5, 9])
  await tablet.workouts.delete(id)
  await phone.workouts.put(withSet(workoutIn(phone, id), 10))
  await phone.sync()
  await tablet.sync()
  expect(repsOf(tablet.workouts.get(id))).toEqual([5, 5, 9, 10])
})

test('a resource can be created, deleted and created again', async () => {
  const { phone, tablet, id } = await twoDevices()
  await phone.workouts.delete(id)
  await phone.sync()
  expect(phone.workouts.get(id)).toBeUndefined()
  await phone.workouts.put({ ...squats(1), id })
  await phone.sync()
  await tablet.sync()
  expect(repsOf(tablet.workouts.get(id))).toEqual([1])
})

test('a put from a form opened before another device’s edit keeps that edit', async () => {
  const { phone, tablet, id } = await twoDevices()
  const form = workoutIn(phone, id)
  await tablet.workouts.put(withSet(workoutIn(tablet, id), 8))
  await tablet.sync()
  await phone.sync()
  await phone.workouts.put(withSet(form, 6))
  expect(repsOf(phone.workouts.get(id))?.sort()).toEqual([5, 5, 6, 8])
  await phone.sync()
  await tablet.sync()
  expect(repsOf(tablet.workouts.get(id))?.sort()).toEqual([5, 5, 6, 8])
})

test('a put from a form opened before the workout was first sent keeps later edits', async () => {
  const { phone, tablet } = await twoDevices()
  const form = await phone.workouts.put(squats(1))
  await phone.sync()
  await tablet.sync()
  await tablet.workouts.put(withSet(workoutIn(tablet, form.id), 2))
  await tablet.sync()
  await phone.sync()
  await phone.workouts.put(withSet(form, 3))
  await phone.sync()
  expect(repsOf(phone.workouts.get(form.id))?.sort()).toEqual([1, 2, 3])
})

test('a delete on both devices is not a conflict', async () => {
  const { phone, tablet, id } = await twoDevices()
  await phone.workouts.delete(id)
  await tablet.workouts.delete(id)
  await phone.sync()
  expect(await tablet.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  expect(tablet.workouts.list()).toEqual([])
})

test('edits of different fields of a measurement on two devices are merged', async () => {
  const { phone, tablet } = await twoDevices()
  const { id } = await phone.measurements.put({
    kind: 'bodyweight',
    value: 82,
    unit: 'kg',
    measuredAt: '2026-11-20T06:00:00Z',
  })
  await phone.sync()
  await tablet.sync()
  const [onPhone, onTablet] = [phone.measurements.get(id), tablet.measurements.get(id)]
  if (!onPhone || !onTablet) throw new Error('the measurement is not on both devices')
  await phone.measurements.put({ ...onPhone, notes: 'after breakfast' })
  await tablet.measurements.put({ ...onTablet, value: 81 })
  await tablet.sync()
  await phone.sync()
  await tablet.sync()
  expect(tablet.measurements.get(id)).toMatchObject({ value: 81, notes: 'after breakfast', revision: 3 })
  expect(phone.measurements.get(id)).toEqual(tablet.measurements.get(id))
})

test('an entry to which two devices add 60 sets each is split, and the server accepts it', async () => {
  const { replog: phone, email } = await signUp(app)
  const { id } = await phone.workouts.put(squats(1))
  await phone.sync()
  const { replog: tablet } = await logIn(app, email)
  const sixtyFrom = (first: number) => Array.from({ length: 60 }, (_, index) => first + index)
  for (const [replog, first] of [
    [phone, 100],
    [tablet, 200],
  ] as const) {
    let workout = workoutIn(replog, id)
    for (const reps of sixtyFrom(first)) workout = await replog.workouts.put(withSet(workout, reps))
  }
  for (const replog of [phone, tablet, phone]) {
    expect(await replog.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  }
  const [onPhone, onTablet] = [workoutIn(phone, id), workoutIn(tablet, id)]
  expect(onPhone).toEqual(onTablet)
  expect(onPhone.exercises.map(({ sets }) => sets.length)).toEqual([100, 21])
  expect(repsOf(onPhone)?.toSorted()).toEqual([1, ...sixtyFrom(100), ...sixtyFrom(200)].toSorted())
  // Logging continues after the split.
  await tablet.workouts.put(withSet(onTablet, 300))
  expect(await tablet.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  expect(repsOf(tablet.workouts.get(id))).toHaveLength(122)
})

test('90 exercises that two devices each add to a workout are all kept, and the server accepts them', async () => {
  const { replog: phone, email } = await signUp(app)
  const { id } = await phone.workouts.put(squats(1))
  await phone.sync()
  const { replog: tablet } = await logIn(app, email)
  for (const replog of [phone, tablet]) {
    const workout = workoutIn(replog, id)
    const more = Array.from({ length: 90 }, () => ({ exerciseId: 'push-up', sets: [] }))
    await replog.workouts.put({ ...workout, exercises: [...workout.exercises, ...more] })
  }
  for (const replog of [phone, tablet, phone]) {
    expect(await replog.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  }
  expect(workoutIn(phone, id).exercises).toHaveLength(181)
  expect(workoutIn(phone, id)).toEqual(workoutIn(tablet, id))
})

test('undoing a deletion keeps what another device has logged since', async () => {
  const { phone, tablet, id } = await twoDevices()
  const deleted = workoutIn(phone, id)
  await phone.workouts.delete(id)
  await tablet.workouts.put(withSet(workoutIn(tablet, id), 6))
  await tablet.sync()
  await phone.sync()
  await phone.workouts.put(deleted)
  await phone.sync()
  expect(repsOf(phone.workouts.get(id))).toEqual([5, 5, 6])
})

/** A day of a program. */
const day = (key: string) => ({
  key,
  slots: [{ key: `${key}-squat`, exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }],
})

/** Two devices of one user that both have a program of two days, and a run of it. */
async function twoDevicesWithProgram() {
  const phone = await signUp(app)
  const days = [day('a'), day('b')]
  const program = { name: 'A and B', days, weeks: [{ key: 'week', days: ['a', 'b'] }] }
  const { id } = await phone.replog.programs.put(program)
  const run = await phone.replog.runs.put({ programId: id, programRevision: 1, lifts: [], decisions: [] })
  await phone.replog.sync()
  const tablet = await logIn(app, phone.email)
  return { phone: phone.replog, tablet: tablet.replog, program: { ...program, id }, run }
}

test.each([
  ['the deletion', true],
  ['the use', false],
] as const)(
  'a day deleted on one device and then used on another ends in a valid program if %s is sent first',
  async (_, isDeletedFirst) => {
    const { phone, tablet, program } = await twoDevicesWithProgram()
    const weekOf = (...days: string[]) => ({ key: 'week', days })
    await phone.programs.put({ ...program, days: [day('a')], weeks: [weekOf('a')] })
    if (isDeletedFirst) await phone.sync()
    app.clock.now += 10_000
    await tablet.programs.put({ ...program, weeks: [weekOf('a', 'b'), { key: 'second', days: ['b'] }] })
    for (const device of [tablet, phone, tablet])
      expect(await device.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
    expect(tablet.programs.get(program.id)?.weeks).toHaveLength(2)
    expect(tablet.programs.get(program.id)).toEqual(phone.programs.get(program.id))
  },
)

test('a run that one device ended stays ended, with the decisions that another made offline', async () => {
  const { phone, tablet, run } = await twoDevicesWithProgram()
  const skip = {
    id: createId(),
    at: new Date(app.clock.now).toISOString(),
    kind: 'skip',
    step: { cycle: 1, week: 'week', day: 'a' },
  } as const
  await phone.runs.put({ ...run, status: 'ended' })
  app.clock.now += 10_000
  await tablet.runs.put({ ...run, status: 'paused', decisions: [skip] })
  await phone.sync()
  for (const device of [tablet, phone])
    expect(await device.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
  expect(phone.runs.get(run.id)).toMatchObject({ status: 'ended', decisions: [skip] })
  expect(tablet.runs.get(run.id)).toEqual(phone.runs.get(run.id))
})
