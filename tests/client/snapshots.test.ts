import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { offline } from './support/device.ts'
import { signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()

test('list and status are the same objects until something changes', async () => {
  const { replog, device } = await signUp(app)
  const read = () => ({
    status: replog.status,
    workouts: replog.workouts.list(),
    exercises: replog.exercises.list(),
    measurements: replog.measurements.list(),
    deadLetters: replog.deadLetters.list(),
    salvaged: replog.salvaged,
  })
  type Name = keyof ReturnType<typeof read>
  let before = read()
  /** The names of the snapshots that are different objects than last time. */
  const changed = (): Name[] => {
    const now = read()
    const names = (Object.keys(now) as Name[]).filter((name) => now[name] !== before[name])
    before = now
    return names
  }
  expect(changed()).toEqual([])
  await replog.sync()
  expect(changed()).toEqual(['status'])
  await replog.sync()
  expect(changed()).toEqual([])

  const { id } = await replog.workouts.put(squats(5))
  expect(changed()).toEqual(['status', 'workouts'])
  const [listed] = replog.workouts.list()
  device.fetch = offline
  await replog.sync()
  await replog.sync()
  expect(changed()).toEqual([])
  expect(replog.workouts.list()[0] === listed).toBe(true)
  device.fetch = app.fetch
  await replog.sync()
  expect(changed()).toEqual(['status', 'workouts'])

  await replog.workouts.put(workoutIn(replog, id))
  expect(changed()).toEqual([])
  await replog.measurements.put({ kind: 'waist', value: 80, unit: 'cm', measuredAt: '2026-11-20T06:30:00Z' })
  expect(changed()).toEqual(['status', 'measurements'])
  await replog.workouts.put({ ...workoutIn(replog, id), endedAt: '2020-01-01T00:00:00.000Z' })
  await replog.sync()
  expect(changed()).toEqual(['status', 'workouts', 'measurements', 'deadLetters'])
  await replog.sync()
  expect(changed()).toEqual([])
  await replog.deadLetters.discard(replog.deadLetters.list()[0]?.id ?? '')
  expect(changed()).toEqual(['status', 'workouts', 'deadLetters'])

  await replog.logOut()
  expect(changed()).toEqual(['status', 'workouts', 'measurements', 'salvaged'])
  expect(changed()).toEqual([])
})

test('after another tab has changed a resource, the list is a new object, and other resources are not', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  const unchanged = await replog.workouts.put(squats(5))
  const edited = await replog.workouts.put(squats(6))
  await other.sync()
  const [unchangedBefore, before] = [other.workouts.get(unchanged.id), other.workouts.list()]
  await replog.sync()
  await replog.workouts.put(withSet(workoutIn(replog, edited.id), 7))
  await other.sync()
  expect(other.workouts.get(unchanged.id) === unchangedBefore).toBe(true)
  expect(other.workouts.list()).not.toBe(before)
})

test('objects that were read can’t be changed', async () => {
  const { replog } = await signUp(app)
  await replog.workouts.put(squats(5))
  for (const value of [replog.status, replog.workouts.list(), replog.deadLetters.list()]) {
    expect(Object.isFrozen(value)).toBe(true)
  }
})

test('listeners get the ids of resources changed in any tab, and an unchanged limited list stays the same object', async () => {
  const { replog, device } = await signUp(app)
  const other = await device.open()
  const changedIn = (tab: typeof replog) => {
    const ids = new Set<string>()
    tab.subscribe((changed) => changed.forEach((id) => void ids.add(id)))
    return ids
  }
  const first = await replog.workouts.put({ ...squats(5), startedAt: '2026-11-19T17:00:00.000Z' })
  const second = await replog.workouts.put(squats(6))
  await replog.sync()
  await other.sync()
  const [here, there] = [changedIn(replog), changedIn(other)]
  const newest = replog.workouts.list({ limit: 1 })
  expect(newest).toEqual([replog.workouts.get(second.id) ?? second])
  expect(Object.isFrozen(newest)).toBe(true)

  await replog.workouts.put(withSet(workoutIn(replog, first.id), 7))
  await other.sync()
  expect([...here]).toEqual([first.id])
  expect([...there]).toEqual([first.id])
  expect(replog.workouts.list({ limit: 1 })).toBe(newest)
  expect(replog.workouts.list({ limit: 9 })).toEqual(replog.workouts.list())
  await replog.workouts.delete(second.id)
  expect(here).toContain(second.id)
  expect(replog.workouts.list({ limit: 1 })).not.toBe(newest)

  const afterLogin = changedIn(replog)
  const { email } = await signUp(app)
  await replog.logIn({ email, password })
  expect(afterLogin).toContain(first.id)
})
