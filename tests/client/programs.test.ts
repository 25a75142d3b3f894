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
import { facts } from '#tests/catalogue/programs/simulated-run.ts'
import { testApp } from '#tests/support/app.ts'
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

/** A signed-in phone that knows the built-in programs. */
async function phone(email?: string): Promise<Phone & { readonly email: string }> {
  const device = testDevice(app)
  const replog = await device.open()
  const own = email ?? `phone-${++phones}@example.com`
  if (email === undefined) await replog.register({ email: own, password })
  else await replog.logIn({ email: own, password })
  await replog.sync()
  const programs = await openPrograms(replog, {
    storage: localStorageStore(`programs-${own}`, device.storage),
    exercises: async () => facts,
    auto: false,
    now: () => device.now ?? app.clock.now,
  })
  await programs.refresh()
  return { replog, programs, device, email: own }
}

/** Does the next workout with every set as planned. */
async function train({ replog, programs, device }: Phone, runId: string): Promise<string> {
  const { id } = await programs.start(runId)
  for (const { sets } of replog.workouts.get(id)?.exercises ?? []) {
    for (const set of sets) await logSet(replog, id, set.id, {}, device.now ?? app.clock.now)
  }
  await finish(replog, id, {}, (device.now ?? app.clock.now) + minute)
  device.now = (device.now ?? app.clock.now) + 2 * 1440 * minute
  return id
}

/** The run as the server has it. */
async function onServer({ replog }: Phone, id: string) {
  const { data } = await replog.client.GET('/api/runs/{id}', { params: { path: { id } } })
  if (!data) throw new Error('the server has no such run')
  return data
}

test('the built-in programs are on the device, and a run needs no network from beginning to end', async () => {
  const one = await phone()
  expect(
    one.programs
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(builtInPrograms.map(({ id }) => id).sort())
  one.device.fetch = offline
  const run = await one.programs.begin('531-boring-but-big', bases)
  expect(one.programs.state(run.id)).toMatchObject({ done: 0, next: { cycle: 1, week: 'w1', day: 'press' } })
  for (let time = 0; time < 4; time++) await train(one, run.id)
  const next = await one.programs.next(run.id, { day: 'squat' })
  expect(next.workout?.exercises[0]?.sets.map(({ weight }) => weight?.value)).toEqual([85, 95, 107.5])
  expect(next.slots[0]?.reasons[0]).toContain('training max of 120 kg')
  await one.programs.decide(run.id, { kind: 'skip', step: { cycle: 1, week: 'w2', day: 'press' } })
  const local = one.programs.state(run.id)
  expect(local).toMatchObject({ done: 4, skipped: 1, next: { week: 'w2', day: 'deadlift' } })
  expect(one.programs.state(run.id)).toBe(local)
  one.device.fetch = app.fetch
  await one.replog.sync()
  expect(one.replog.status).toMatchObject({ pending: 0, deadLetters: 0 })
  expect((await onServer(one, run.id)).state).toEqual(local)
})

test('the device and the server prescribe the same, for every slot of every built-in program', async () => {
  const one = await phone()
  for (const { id: programId, lifts = [], days, weeks } of builtInPrograms) {
    const starting = Object.fromEntries(lifts.map(({ key }) => [key, kg(100)]))
    const run = await one.programs.begin(programId, starting)
    await one.replog.sync()
    const week = weeks[0]?.key ?? ''
    for (const { key: day } of days.filter(({ key }) => weeks[0]?.days.includes(key))) {
      const local = await one.programs.next(run.id, { week, day })
      const { data } = await one.replog.client.GET('/api/runs/{id}/next', {
        params: { path: { id: run.id }, query: { week, day } },
      })
      const { startedAt: _, ...workout } = data?.workout ?? { startedAt: '' }
      const { startedAt: __, ...mine } = local.workout ?? { startedAt: '' }
      expect([programId, day, mine]).toEqual([programId, day, workout])
      expect(local.slots).toEqual(data?.slots ?? [])
    }
  }
})

test('a scheme follows the log on the device as it does on the server', async () => {
  const one = await phone()
  one.device.fetch = offline
  const run = await one.programs.begin('phul')
  for (let time = 0; time < 4; time++) {
    const { id } = await one.programs.start(run.id)
    const workout = one.replog.workouts.get(id)
    for (const { sets } of workout?.exercises ?? []) {
      for (const set of sets) {
        const reps = set.target?.reps?.max ?? 5
        await logSet(
          one.replog,
          id,
          set.id,
          { reps, weight: set.weight ?? kg(40) },
          one.device.now ?? app.clock.now,
        )
      }
    }
    await finish(one.replog, id, {}, (one.device.now ?? app.clock.now) + minute)
    one.device.now = (one.device.now ?? app.clock.now) + 1440 * minute
  }
  const local = await one.programs.next(run.id)
  expect(local.workout?.exercises[0]?.sets[0]).toMatchObject({ weight: kg(42.5) })
  one.device.fetch = app.fetch
  await one.replog.sync()
  app.clock.now = one.device.now ?? app.clock.now
  const { data } = await one.replog.client.GET('/api/runs/{id}/next', { params: { path: { id: run.id } } })
  expect(local.workout?.exercises).toEqual(data?.workout?.exercises ?? [])
})

test('two offline phones on one run: the same step counts once, and every decision is kept', async () => {
  const one = await phone()
  const run = await one.programs.begin('stronglifts-5x5', {
    squat: kg(100),
    bench: kg(70),
    row: kg(60),
    press: kg(40),
    deadlift: kg(120),
  })
  await one.replog.sync()
  const two = await phone(one.email)
  expect(two.programs.state(run.id)).toMatchObject({ done: 0, next: { day: 'a' } })
  one.device.fetch = offline
  two.device.fetch = offline
  two.device.now = app.clock.now + 5 * minute
  const first = await train(one, run.id)
  const second = await train(two, run.id)
  await train(one, run.id)
  await one.programs.decide(run.id, { kind: 'set_base', lift: 'press', base: kg(45) })
  await two.programs.decide(run.id, { kind: 'swap', slot: 'row', exerciseId: 'dumbbell-row' })
  for (const { device } of [one, two]) device.fetch = app.fetch
  for (const { replog } of [one, two, one, two]) await replog.sync()
  const state = one.programs.state(run.id)
  expect(state).toMatchObject({ done: 2, extra: [second], next: { cycle: 2, day: 'a' } })
  expect(state.bases.find(({ lift }) => lift === 'squat')?.base).toEqual(kg(105))
  expect(state.bases.find(({ lift }) => lift === 'press')?.base).toEqual(kg(45))
  expect(two.programs.state(run.id)).toEqual(state)
  expect((await onServer(one, run.id)).state).toEqual(state)
  const next = await two.programs.next(run.id, { day: 'a' })
  expect(next.slots.find(({ slot }) => slot === 'row')?.exerciseId).toBe('dumbbell-row')
  // The first one is deleted: the other phone's workout counts in its place.
  await one.replog.workouts.delete(first)
  expect(one.programs.state(run.id)).toMatchObject({ done: 2, extra: [] })
})

test('a run follows the revision that it started with, also on another phone', async () => {
  const one = await phone()
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
  one.device.fetch = offline
  const program = await one.replog.programs.put(routine)
  const run = await one.programs.begin(program.id)
  const [day] = routine.days
  await one.replog.programs.put({
    ...program,
    ...routine,
    name: 'Heavier rows',
    days: day ? [{ ...day, name: 'Heavy' }] : [],
  })
  expect((await one.programs.next(run.id)).workout?.name).toBe('day')
  one.device.fetch = app.fetch
  await one.replog.sync()
  await one.replog.programs.put({ ...(one.replog.programs.get(program.id) ?? program), notes: 'Again.' })
  await one.replog.sync()
  const two = await phone(one.email)
  expect(one.replog.deadLetters.list()).toEqual([])
  expect((await two.programs.next(run.id)).workout?.name).toBe('day')
  expect(two.replog.programs.get(program.id)?.name).toBe('Heavier rows')
})

test('a program created, started and deleted offline: the run continues', async () => {
  const one = await phone()
  one.device.fetch = offline
  const program = await one.replog.programs.put({
    name: 'Rows',
    days: [
      {
        key: 'day',
        slots: [{ key: 'row', exerciseId: 'barbell-row', sets: [{ count: 3, reps: { min: 8, max: 8 } }] }],
      },
    ],
    weeks: [{ key: 'week', days: ['day'] }],
  })
  const run = await one.programs.begin(program.id)
  await train(one, run.id)
  await one.replog.programs.delete(program.id)
  one.device.fetch = app.fetch
  await one.replog.sync()
  expect(one.replog.status).toMatchObject({ pending: 0, deadLetters: 0 })
  expect((await onServer(one, run.id)).state).toMatchObject({ done: 1, next: { cycle: 2 } })
  const two = await phone(one.email)
  expect(two.programs.state(run.id)).toMatchObject({ done: 1, next: { cycle: 2 } })
})

test('a step that is in progress, a run that is paused, a lift without a base, an unknown program: errors', async () => {
  const one = await phone()
  one.device.fetch = offline
  const run = await one.programs.begin('smolov-jr', { bench: kg(150) })
  const { id } = await one.programs.start(run.id)
  const again = one.programs.start(run.id)
  await expect(again).rejects.toThrow(AlreadyStartedError)
  await expect(again).rejects.toMatchObject({ workoutId: id })
  await expect(one.programs.start(run.id, { week: 'w9' })).rejects.toThrow(RangeError)
  await one.programs.setStatus(run.id, 'paused')
  await expect(one.programs.start(run.id, { day: 'day-2' })).rejects.toThrow(RunClosedError)
  await expect(one.programs.begin('smolov-jr')).rejects.toThrow(new MissingBaseError('bench'))
  await expect(one.programs.begin('no-such-program')).rejects.toThrow(UnknownProgramError)
  expect(() => one.programs.state('no-such-run')).toThrow(RangeError)
  expect(one.replog.runs.list()).toHaveLength(1)
})

test('a missing base is derived from the log, as on the server', async () => {
  const one = await phone()
  for (const days of [9, 6, 3]) {
    await one.replog.workouts.put({
      startedAt: new Date(app.clock.now - days * 1440 * minute).toISOString(),
      exercises: [
        { exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5, weight: kg(100) }] },
      ],
    })
  }
  await one.replog.sync()
  const local = await one.programs.begin('smolov-jr')
  const { data } = await one.replog.client.POST('/api/runs', {
    body: { programId: 'smolov-jr', programRevision: 1 },
  })
  expect(local.lifts).toEqual(data?.lifts ?? [])
})

test('the programs survive a restart without a network', async () => {
  const one = await phone()
  const run = await one.programs.begin('smolov-jr', { bench: kg(150) })
  one.device.fetch = offline
  const again = await openPrograms(await one.device.open(), {
    storage: localStorageStore(`programs-${one.email}`, one.device.storage),
    exercises: async () => facts,
    auto: false,
  })
  expect(again.state(run.id).next).toEqual({ cycle: 1, week: 'w1', day: 'day-1' })
  expect(await again.refresh()).toBe(false)
})
