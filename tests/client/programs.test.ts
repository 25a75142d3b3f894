import { expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { localStorageStore, type Replog } from '#client/index.ts'
import { finish, logSet } from '#client/logging/index.ts'
import {
  AlreadyStartedError,
  openPrograms,
  type Programs,
  RunClosedError,
  UnknownProgramError,
} from '#client/programs/index.ts'
import { builtInExercises } from '#tests/catalogue/programs/simulated-run.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { password } from '#tests/support/user.ts'
import { MissingBaseError } from '#training/programs/index.ts'
import { offline, testDevice } from './support/device.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const minute = 60_000
const kg = (value: number) => ({ value, unit: 'kg' as const })
const bases = { squat: kg(120), bench: kg(90), deadlift: kg(140), press: kg(55) }

interface Phone {
  readonly replog: Replog
  readonly programs: Programs
  readonly device: ReturnType<typeof testDevice>
}

let phones = 0

/** A logged-in phone with the built-in programs. */
async function openPhone(email?: string): Promise<Phone & { readonly email: string }> {
  const device = testDevice(app)
  const replog = await device.open()
  const address = email ?? `phone-${++phones}@example.com`
  if (email === undefined) await replog.register({ email: address, password })
  else await replog.logIn({ email: address, password })
  await replog.sync()
  const programs = await openPrograms(replog, {
    storage: localStorageStore(`programs-${address}`, device.storage),
    exercises: async () => builtInExercises,
    auto: false,
    now: () => device.now ?? app.clock.now,
  })
  await programs.refresh()
  return { replog, programs, device, email: address }
}

/** Logs the next workout with every set as planned. */
async function train({ replog, programs, device }: Phone, runId: string): Promise<string> {
  const { id } = await programs.start(runId)
  for (const { sets } of replog.workouts.get(id)?.exercises ?? []) {
    for (const set of sets) await logSet(replog, id, set.id, {}, device.now ?? app.clock.now)
  }
  await finish(replog, id, {}, (device.now ?? app.clock.now) + minute)
  device.now = (device.now ?? app.clock.now) + 2 * 1440 * minute
  return id
}

async function runOnServer({ replog }: Phone, id: string) {
  const { data } = await replog.client.GET('/api/runs/{id}', { params: { path: { id } } })
  if (!data) throw new Error('the server has no such run')
  return data
}

test('a run of a built-in program works offline, and the server then has the same state', async () => {
  const phone = await openPhone()
  expect(
    phone.programs
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(builtInPrograms.map(({ id }) => id).sort())
  phone.device.fetch = offline
  const run = await phone.programs.begin('531-boring-but-big', bases)
  expect(phone.programs.state(run.id)).toMatchObject({
    done: 0,
    next: { cycle: 1, week: 'w1', day: 'press' },
  })
  for (let workout = 0; workout < 4; workout++) await train(phone, run.id)
  const next = await phone.programs.next(run.id, { day: 'squat' })
  expect(next.workout?.exercises[0]?.sets.map(({ weight }) => weight?.value)).toEqual([85, 95, 107.5])
  expect(next.slots[0]?.reasons[0]).toContain('120 kg training max')
  await phone.programs.decide(run.id, { kind: 'skip', step: { cycle: 1, week: 'w2', day: 'press' } })
  const local = phone.programs.state(run.id)
  expect(local).toMatchObject({ done: 4, skipped: 1, next: { week: 'w2', day: 'deadlift' } })
  expect(phone.programs.state(run.id)).toBe(local)
  phone.device.fetch = app.fetch
  await phone.replog.sync()
  expect(phone.replog.status).toMatchObject({ pending: 0, deadLetters: 0 })
  expect((await runOnServer(phone, run.id)).state).toEqual(local)
})

test('the device and the server prescribe the same sets for every slot of every built-in program', async () => {
  const phone = await openPhone()
  for (const { id: programId, lifts = [], days, weeks } of builtInPrograms) {
    const startingBases = Object.fromEntries(lifts.map(({ key }) => [key, kg(100)]))
    const run = await phone.programs.begin(programId, startingBases)
    await phone.replog.sync()
    const week = weeks[0]?.key ?? ''
    for (const { key: day } of days.filter(({ key }) => weeks[0]?.days.includes(key))) {
      const local = await phone.programs.next(run.id, { week, day })
      const { data } = await phone.replog.client.GET('/api/runs/{id}/next', {
        params: { path: { id: run.id }, query: { week, day } },
      })
      const { startedAt: _, ...workout } = data?.workout ?? { startedAt: '' }
      const { startedAt: __, ...localWorkout } = local.workout ?? { startedAt: '' }
      expect([programId, day, localWorkout]).toEqual([programId, day, workout])
      expect(local.slots).toEqual(data?.slots ?? [])
    }
  }
})

test('a scheme prescribes the same sets from the log on the device as on the server', async () => {
  const phone = await openPhone()
  phone.device.fetch = offline
  const run = await phone.programs.begin('phul')
  for (let trained = 0; trained < 4; trained++) {
    const { id } = await phone.programs.start(run.id)
    const workout = phone.replog.workouts.get(id)
    for (const { sets } of workout?.exercises ?? []) {
      for (const set of sets) {
        const reps = set.target?.reps?.max ?? 5
        await logSet(
          phone.replog,
          id,
          set.id,
          { reps, weight: set.weight ?? kg(40) },
          phone.device.now ?? app.clock.now,
        )
      }
    }
    await finish(phone.replog, id, {}, (phone.device.now ?? app.clock.now) + minute)
    phone.device.now = (phone.device.now ?? app.clock.now) + 1440 * minute
  }
  const local = await phone.programs.next(run.id)
  expect(local.workout?.exercises[0]?.sets[0]).toMatchObject({ weight: kg(42.5) })
  phone.device.fetch = app.fetch
  await phone.replog.sync()
  app.clock.now = phone.device.now ?? app.clock.now
  const { data } = await phone.replog.client.GET('/api/runs/{id}/next', { params: { path: { id: run.id } } })
  expect(local.workout?.exercises).toEqual(data?.workout?.exercises ?? [])
})

test('a step that two offline phones both train counts once, and every decision is kept', async () => {
  const phone = await openPhone()
  const run = await phone.programs.begin('stronglifts-5x5', {
    squat: kg(100),
    bench: kg(70),
    row: kg(60),
    press: kg(40),
    deadlift: kg(120),
  })
  await phone.replog.sync()
  const otherPhone = await openPhone(phone.email)
  expect(otherPhone.programs.state(run.id)).toMatchObject({ done: 0, next: { day: 'a' } })
  phone.device.fetch = offline
  otherPhone.device.fetch = offline
  otherPhone.device.now = app.clock.now + 5 * minute
  const first = await train(phone, run.id)
  const second = await train(otherPhone, run.id)
  await train(phone, run.id)
  await phone.programs.decide(run.id, { kind: 'set_base', lift: 'press', base: kg(45) })
  await otherPhone.programs.decide(run.id, { kind: 'swap', slot: 'row', exerciseId: 'dumbbell-row' })
  for (const { device } of [phone, otherPhone]) device.fetch = app.fetch
  for (const { replog } of [phone, otherPhone, phone, otherPhone]) await replog.sync()
  const state = phone.programs.state(run.id)
  expect(state).toMatchObject({ done: 2, extra: [second], next: { cycle: 2, day: 'a' } })
  expect(state.bases.find(({ lift }) => lift === 'squat')?.base).toEqual(kg(105))
  expect(state.bases.find(({ lift }) => lift === 'press')?.base).toEqual(kg(45))
  expect(otherPhone.programs.state(run.id)).toEqual(state)
  expect((await runOnServer(phone, run.id)).state).toEqual(state)
  const next = await otherPhone.programs.next(run.id, { day: 'a' })
  expect(next.slots.find(({ slot }) => slot === 'row')?.exerciseId).toBe('dumbbell-row')
  // Once the first workout is deleted, the other phone's counts in its place.
  await phone.replog.workouts.delete(first)
  expect(phone.programs.state(run.id)).toMatchObject({ done: 2, extra: [] })
})

test('a run keeps the revision that it started with, even on another phone', async () => {
  const phone = await openPhone()
  const routine = {
    name: 'Rows',
    days: [
      {
        key: 'day',
        slots: [
          {
            key: 'row',
            exerciseId: 'barbell-row',
            sets: [{ count: 3, load: { of: 'weight' as const, weight: kg(60) } }],
          },
        ],
      },
    ],
    weeks: [{ key: 'week', days: ['day'] }],
  }
  phone.device.fetch = offline
  const program = await phone.replog.programs.put(routine)
  const run = await phone.programs.begin(program.id)
  const [day] = routine.days
  await phone.replog.programs.put({
    ...program,
    ...routine,
    name: 'Heavier rows',
    days: day ? [{ ...day, name: 'Heavy' }] : [],
  })
  expect((await phone.programs.next(run.id)).workout?.name).toBe('day')
  phone.device.fetch = app.fetch
  await phone.replog.sync()
  await phone.replog.programs.put({ ...(phone.replog.programs.get(program.id) ?? program), notes: 'Again.' })
  await phone.replog.sync()
  const otherPhone = await openPhone(phone.email)
  expect(phone.replog.deadLetters.list()).toEqual([])
  expect((await otherPhone.programs.next(run.id)).workout?.name).toBe('day')
  expect(otherPhone.replog.programs.get(program.id)?.name).toBe('Heavier rows')
})

test('the run of a program created, started and deleted offline continues', async () => {
  const phone = await openPhone()
  phone.device.fetch = offline
  const program = await phone.replog.programs.put({
    name: 'Rows',
    days: [
      {
        key: 'day',
        slots: [{ key: 'row', exerciseId: 'barbell-row', sets: [{ count: 3, reps: { min: 8, max: 8 } }] }],
      },
    ],
    weeks: [{ key: 'week', days: ['day'] }],
  })
  const run = await phone.programs.begin(program.id)
  await train(phone, run.id)
  await phone.replog.programs.delete(program.id)
  phone.device.fetch = app.fetch
  await phone.replog.sync()
  expect(phone.replog.status).toMatchObject({ pending: 0, deadLetters: 0 })
  expect((await runOnServer(phone, run.id)).state).toMatchObject({ done: 1, next: { cycle: 2 } })
  const otherPhone = await openPhone(phone.email)
  expect(otherPhone.programs.state(run.id)).toMatchObject({ done: 1, next: { cycle: 2 } })
})

test('a step in progress, a paused run, a missing base and an unknown program each throw a specific error', async () => {
  const phone = await openPhone()
  phone.device.fetch = offline
  const run = await phone.programs.begin('smolov-jr', { bench: kg(150) })
  const { id } = await phone.programs.start(run.id)
  const restart = phone.programs.start(run.id)
  expect(await rejectionOf(restart)).toBeInstanceOf(AlreadyStartedError)
  expect(await rejectionOf(restart)).toMatchObject({ workoutId: id })
  expect(await rejectionOf(phone.programs.start(run.id, { week: 'w9' }))).toBeInstanceOf(RangeError)
  await phone.programs.setStatus(run.id, 'paused')
  expect(await rejectionOf(phone.programs.start(run.id, { day: 'day-2' }))).toBeInstanceOf(RunClosedError)
  expect(await rejectionOf(phone.programs.begin('smolov-jr'))).toEqual(new MissingBaseError('bench'))
  expect(await rejectionOf(phone.programs.begin('no-such-program'))).toBeInstanceOf(UnknownProgramError)
  expect(() => phone.programs.state('no-such-run')).toThrow(RangeError)
  expect(phone.replog.runs.list()).toHaveLength(1)
})

test('a missing base is derived from the log, as on the server', async () => {
  const phone = await openPhone()
  for (const days of [9, 6, 3]) {
    await phone.replog.workouts.put({
      startedAt: new Date(app.clock.now - days * 1440 * minute).toISOString(),
      exercises: [
        { exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5, weight: kg(100) }] },
      ],
    })
  }
  await phone.replog.sync()
  const local = await phone.programs.begin('smolov-jr')
  const { data } = await phone.replog.client.POST('/api/runs', {
    body: { programId: 'smolov-jr', programRevision: 1 },
  })
  expect(local.lifts).toEqual(data?.lifts ?? [])
})

test('the programs survive a restart without a network', async () => {
  const phone = await openPhone()
  const run = await phone.programs.begin('smolov-jr', { bench: kg(150) })
  phone.device.fetch = offline
  const reopened = await openPrograms(await phone.device.open(), {
    storage: localStorageStore(`programs-${phone.email}`, phone.device.storage),
    exercises: async () => builtInExercises,
    auto: false,
  })
  expect(reopened.state(run.id).next).toEqual({ cycle: 1, week: 'w1', day: 'day-1' })
  expect(await reopened.refresh()).toBe(false)
})
