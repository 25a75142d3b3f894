import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { fillTotals } from '#db/workouts/fill-totals.ts'
import type { Schemas } from '#generated/types.ts'
import { importAll, strongFile } from '#tests/handlers/imports/import-file.ts'
import {
  expectBody,
  get,
  listAll,
  log,
  ownExercise,
  post,
  put,
  remove,
  reps,
  save,
  type Workout,
} from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import { workoutTotals } from '#training/totals.ts'
import { fromGrams, toGrams, toMillimeters, type WeightUnit } from '#training/units.ts'

const app = await testApp()

const hour = 3_600_000
const start = Date.parse('2026-03-01T00:00:00Z')
/** A full hour within two weeks, so few that measurements and workouts often share a day or even an instant. */
const moment = fc
  .integer({ min: 0, max: 14 * 24 })
  .map((hours) => new Date(start + hours * hour).toISOString())
const which = fc.nat(20)
const timeZone = fc.constantFrom('UTC', 'Pacific/Apia', '-11:00', '+13:45')

const anyChange = fc.oneof(
  fc.record({
    kind: fc.constant('log' as const),
    startedAt: moment,
    timeZone,
    exercise: fc.constantFrom('pull-up', 'custom', 'barbell-bench-press', 'dip', 'dumbbell-curl'),
    pounds: fc.boolean(),
    kilograms: fc.integer({ min: 0, max: 60 }),
    bodyweightKilograms: fc.option(fc.integer({ min: 60, max: 90 }), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('weigh' as const),
    measuredAt: moment,
    kilograms: fc.integer({ min: 60, max: 99 }),
  }),
  fc.record({
    kind: fc.constant('change measurement' as const),
    which,
    measuredAt: moment,
    waist: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('delete measurement' as const), which, restore: fc.boolean() }),
  fc.record({ kind: fc.constant('move' as const), which, startedAt: moment }),
  fc.record({ kind: fc.constant('delete' as const), which, restore: fc.boolean() }),
  fc.record({
    kind: fc.constant('change exercise' as const),
    perHand: fc.boolean(),
    unilateral: fc.boolean(),
    bodyweightShare: fc.constantFrom(0, 0.3, 1),
  }),
  fc.record({
    kind: fc.constant('change day start' as const),
    dayStartHour: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    kind: fc.constant('import' as const),
    day: fc.integer({ min: 1, max: 14 }),
    undo: fc.boolean(),
  }),
)
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never

interface History {
  readonly user: TestUser
  readonly exerciseId: string
  readonly measured: string[]
  readonly logged: string[]
}

async function applyChange({ user, exerciseId, measured, logged }: History, change: Change): Promise<void> {
  const current = async <Body>(path: string) => {
    const response = await user.send('GET', path)
    return response.status === 200
      ? { body: response.json<Body>(), etag: response.headers.get('ETag') ?? '' }
      : undefined
  }
  switch (change.kind) {
    case 'log': {
      const weight = { value: change.kilograms, unit: change.pounds ? ('lb' as const) : ('kg' as const) }
      const workout = {
        startedAt: change.startedAt,
        timeZone: change.timeZone,
        exercises: [
          {
            exerciseId: change.exercise === 'custom' ? exerciseId : change.exercise,
            sets: [
              reps(5, undefined, { weight }),
              reps(3, 40.3, { side: 'left' }),
              reps(9, 1, { type: 'warmup' }),
            ],
          },
        ],
        ...(change.bodyweightKilograms !== undefined && {
          bodyweight: { value: change.bodyweightKilograms, unit: 'kg' as const },
        }),
      }
      logged.push((await log(user, workout)).body.id)
      return
    }
    case 'weigh': {
      const body = { kind: 'bodyweight', value: change.kilograms, unit: 'kg', measuredAt: change.measuredAt }
      measured.push((await post<Schemas['Measurement']>(user, '/api/measurements', body)).body.id)
      return
    }
    case 'change measurement': {
      const path = `/api/measurements/${measured[change.which % measured.length]}`
      const measurement = await current<Schemas['Measurement']>(path)
      const kind = change.waist ? { kind: 'waist', unit: 'cm' } : { kind: 'bodyweight', unit: 'kg' }
      if (measurement)
        await put(user, path, { ...kind, value: 70, measuredAt: change.measuredAt }, measurement.etag)
      return
    }
    case 'delete measurement': {
      const path = `/api/measurements/${measured[change.which % measured.length]}`
      if (await current(path)) await remove(user, path)
      if (change.restore && measured.length > 0) await user.send('POST', `${path}/restore`)
      return
    }
    case 'move': {
      const path = `/api/workouts/${logged[change.which % logged.length]}`
      const workout = await current<Workout>(path)
      if (!workout) return
      const { totals, doubts, revision, createdAt, updatedAt, ...input } = workout.body
      await save(user, { ...input, startedAt: change.startedAt }, workout.etag)
      return
    }
    case 'delete': {
      const path = `/api/workouts/${logged[change.which % logged.length]}`
      if (await current(path)) await remove(user, path)
      if (change.restore && logged.length > 0) await user.send('POST', `${path}/restore`)
      return
    }
    case 'change exercise': {
      const exercise = await get<Schemas['Exercise']>(user, `/api/exercises/${exerciseId}`)
      const { name, category, equipment, tracking, engagement } = exercise.body
      const { kind, ...facts } = change
      const input = { name, category, equipment, tracking, ...facts }
      const muscles = engagement.map(({ muscle, percent }) => ({ muscle, percent }))
      await put(user, `/api/exercises/${exerciseId}`, { ...input, engagement: muscles }, exercise.etag)
      return
    }
    case 'change day start': {
      const headers = { 'If-Match': '*', 'Content-Type': 'application/json' }
      expectBody(
        await user.send('PATCH', '/api/users/me', { body: { dayStartHour: change.dayStartHour }, headers }),
        200,
      )
      return
    }
    case 'import': {
      const file = strongFile([`2026-03-${String(change.day).padStart(2, '0')}`, 'Pull Up', change.day])
      const { id } = await importAll(app, user, file)
      if (change.undo) await user.send('DELETE', `/api/imports/${id}`)
    }
  }
}

const units: readonly WeightUnit[] = ['kg', 'lb']

/** The totals of a workout, computed from all data of the user. */
async function recount(user: TestUser, workout: Workout, unit: WeightUnit): Promise<Workout['totals']> {
  const measurements = await listAll<Schemas['Measurement']>(user, '/api/measurements?limit=200')
  const profile = (await get<Schemas['User']>(user, '/api/users/me')).body
  const ids = new Set(workout.exercises.map(({ exerciseId }) => exerciseId))
  const facts = await findExerciseFacts(app.db, user.id, ids)
  const grams = (weight: Schemas['Weight'] | undefined) => weight && gramsFor(toGrams(weight), unit)
  const bodyweights = measurements.flatMap((measurement) =>
    measurement.kind === 'bodyweight'
      ? {
          measuredAt: Date.parse(measurement.measuredAt),
          weightGrams: grams(measurement as Schemas['Weight']) ?? 0,
        }
      : [],
  )
  const startedAt = Date.parse(workout.startedAt)
  const doubted = new Set(workout.doubts?.map(({ setId }) => setId))
  const totals = workoutTotals(
    {
      startedAt,
      endedAt: workout.endedAt === undefined ? undefined : Date.parse(workout.endedAt),
      sets: workout.exercises.flatMap(({ exerciseId, sets }) =>
        sets
          .filter(({ id }) => !doubted.has(id))
          .map(({ type, side, reps, weight, assistance, durationSeconds, distance, rpe, rir }) => ({
            exerciseId,
            type,
            side,
            reps,
            weightGrams: grams(weight),
            assistanceGrams: grams(assistance),
            durationSeconds,
            distanceMillimeters: distance && toMillimeters(distance),
            rpe,
            rir,
          })),
      ),
    },
    facts,
    bodyweightOver(
      bodyweights,
      userDays(profile),
    )({
      performedAt: startedAt,
      timeZone: workout.timeZone,
      workoutBodyweightGrams: grams(workout.bodyweight),
    }),
  )
  const { volumeGrams, sets, durationSeconds } = totals
  return {
    volume: fromGrams(volumeGrams, unit),
    sets,
    reps: totals.reps,
    ...(durationSeconds !== undefined && { durationSeconds }),
  }
}

async function expectTotalsEqualRecount(user: TestUser): Promise<void> {
  for (const unit of units) {
    for (const workout of await listAll<Workout>(user, `/api/workouts?limit=200&unit=${unit}`)) {
      expect(workout.totals).toEqual(await recount(user, workout, unit))
    }
  }
}

const workoutsWithoutTotals = (user: TestUser) =>
  app.db
    .selectFrom('workouts')
    .select('id')
    .where('userId', '=', user.id)
    .where('deletedAt', 'is', null)
    .where('volumeKg', 'is', null)
    .execute()

async function createAccount(): Promise<History> {
  const user = await app.register()
  return { user, exerciseId: (await ownExercise(user)).body.id, measured: [], logged: [] }
}

test('after any history, the stored totals exist and equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 4, maxLength: 14 }), async (changes) => {
      const account = await createAccount()
      for (const change of changes) {
        await applyChange(account, change)
        expect(await workoutsWithoutTotals(account.user)).toEqual([])
        await expectTotalsEqualRecount(account.user)
      }
    }),
    { numRuns: runs(15), endOnFailure: true },
  )
})

test('the totals of more workouts than one transaction can update are computed immediately and stored later', async () => {
  const account = await createAccount()
  const { user, exerciseId } = account
  for (let day = 0; day < 30; day++) {
    const startedAt = new Date(start + day * 24 * hour).toISOString()
    const exercises = ['pull-up', exerciseId].map((id) => ({ exerciseId: id, sets: [reps(5, 10)] }))
    await log(user, { startedAt, exercises })
  }
  const changes: Change[] = [
    { kind: 'weigh', measuredAt: new Date(start).toISOString(), kilograms: 80 },
    { kind: 'change exercise', perHand: true, unilateral: true, bodyweightShare: 0.3 },
  ]
  for (const change of changes) {
    await applyChange(account, change)
    expect(await workoutsWithoutTotals(user)).toHaveLength(30)
    await expectTotalsEqualRecount(user)
    expect(await fillTotals(app.db, user.id)).toBe(30)
    expect(await workoutsWithoutTotals(user)).toEqual([])
    await expectTotalsEqualRecount(user)
  }
})

test('a bodyweight between two others applies until the next one', async () => {
  const account = await createAccount()
  const pullUp = {
    exercise: 'pull-up',
    timeZone: 'UTC',
    pounds: false,
    kilograms: 10,
    bodyweightKilograms: undefined,
  } as const
  await applyChange(account, { kind: 'log', startedAt: '2026-03-09T20:00:00.000Z', ...pullUp })
  await applyChange(account, { kind: 'log', startedAt: '2026-03-05T07:00:00.000Z', ...pullUp })
  for (const [measuredAt, kilograms] of [
    ['2026-03-01T08:00:00.000Z', 70],
    ['2026-03-10T08:00:00.000Z', 90],
    ['2026-03-05T08:00:00.000Z', 80],
  ] as const) {
    await applyChange(account, { kind: 'weigh', measuredAt, kilograms })
    await expectTotalsEqualRecount(account.user)
  }
})

test('a workout before the new day start moves to the previous day, and uses its bodyweight', async () => {
  const account = await createAccount()
  await applyChange(account, { kind: 'weigh', measuredAt: '2026-03-04T08:00:00.000Z', kilograms: 70 })
  await applyChange(account, { kind: 'weigh', measuredAt: '2026-03-05T08:00:00.000Z', kilograms: 80 })
  const startedAt = '2026-03-05T03:00:00.000Z'
  const exercises = [{ exerciseId: 'pull-up', sets: [reps(1)] }]
  const { id } = (await log(account.user, { startedAt, timeZone: 'UTC', exercises })).body
  const volume = async () =>
    (await get<Workout>(account.user, `/api/workouts/${id}`)).body.totals.volume.value
  const before = await volume()
  await applyChange(account, { kind: 'change day start', dayStartHour: 4 })
  expect(await volume()).toBeLessThan(before)
  await expectTotalsEqualRecount(account.user)
})
