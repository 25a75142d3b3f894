import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf, kg, squatProgram } from '../programs/sample.ts'
import { log, remove, reps, workoutOf } from '../training.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const createRun = async (
  ...parts: Parameters<typeof HttpRun.createWithProgram> extends [unknown, ...infer Rest] ? Rest : never
) => HttpRun.createWithProgram(await app.register(), ...parts)

test('the workout of the next step can be posted unchanged', async () => {
  const run = await createRun()
  const { data } = await run.next()
  expect(data).toMatchObject({
    finished: false,
    step: { cycle: 1, week: 'w1', day: 'heavy' },
    workout: {
      name: 'Heavy',
      plan: { runId: run.id, cycle: 1, week: 'w1', day: 'heavy' },
      exercises: [
        {
          slot: 'squat',
          exerciseId: 'barbell-back-squat',
          sets: [
            { weight: kg(100), target: { key: 'top', reps: { min: 5, max: 5 }, weight: kg(100) } },
            { weight: kg(90), target: { weight: kg(90) } },
            { weight: kg(90), target: { weight: kg(90) } },
          ],
        },
        { slot: 'curl', sets: [{ target: { reps: { min: 8, max: 12 } } }, {}, {}] },
      ],
    },
  })
  expect(data?.slots[0]?.reasons[0]).toContain('100 kg')
  expect(data?.estimatedSeconds).toBeGreaterThan(300)
  const { response } = await run.user.client.POST('/api/workouts', {
    body: data?.workout ?? failWithoutWorkout(),
  })
  expect(response.status).toBe(201)
})

test('a slot with a scheme has a chance once the log has data, equal to that of the preview', async () => {
  const run = await createRun()
  const chances = async () => (await run.next()).data?.slots.map(({ slot, chance }) => [slot, chance])
  expect(await chances()).toEqual([
    ['squat', undefined],
    ['curl', undefined],
  ])
  const { data: next } = await run.next()
  const curl =
    next?.workout?.exercises.find(({ slot }) => slot === 'curl')?.exerciseId ?? failWithoutWorkout()
  for (const date of ['2026-02-10', '2026-02-14', '2026-02-18', '2026-02-22', '2026-02-26'])
    await log(run.user, workoutOf(`${date}T17:00:00.000Z`, curl, reps(10, 30), reps(9, 30), reps(8, 30)))
  const laterChances = (await chances()) ?? []
  expect(laterChances).toEqual([
    ['squat', undefined],
    ['curl', expect.any(Number)],
  ])
  const { data: preview } = await run.user.client.POST('/api/programs/preview', {
    body: { program: squatProgram() },
  })
  const slots = preview?.weeks[0]?.days.find(({ day }) => day === 'heavy')?.slots
  expect(slots?.map(({ slot, chance }) => [slot, chance])).toEqual(laterChances)
})

test('week and day select a different step, and unit a different unit', async () => {
  const run = await createRun()
  const step = async (query: Parameters<HttpRun['next']>[0]) => (await run.next(query)).data?.step
  expect(await step({ day: 'light' })).toEqual({ cycle: 1, week: 'w1', day: 'light' })
  expect(await step({ week: 'w2' })).toEqual({ cycle: 1, week: 'w2', day: 'heavy' })
  expect(await step({ week: 'w2', day: 'light' })).toEqual({ cycle: 1, week: 'w2', day: 'light' })
  const { data } = await run.next({ unit: 'lb' })
  expect(data?.workout?.exercises[0]?.sets[0]?.weight?.unit).toBe('lb')
})

test('422 with the parameter for a step that the program does not have', async () => {
  const run = await createRun()
  expect(errorsOf((await run.next({ week: 'w9' })).error)).toEqual([['week', 'unknown_step']])
  expect(errorsOf((await run.next({ day: 'friday' })).error)).toEqual([['day', 'unknown_step']])
  expect(errorsOf((await run.next({ week: 'w9', day: 'light' })).error)).toEqual([['week', 'unknown_step']])
  const messages = async (query: Parameters<HttpRun['next']>[0]) =>
    (await run.next(query)).error?.errors?.map(({ message }) => message)
  expect(await messages({ week: 'w9' })).toEqual(['The program has no such week. Its weeks: w1, w2.'])
  expect(await messages({ week: 'w1', day: 'x' })).toEqual([
    'The program has no such day in this week. The days of this week: heavy, light.',
  ])
})

test('a run is finished once it has no steps left', async () => {
  const program = { ...squatProgram(), cycles: 1, weeks: [{ key: 'w1', days: ['light'] }] }
  const waves = program.waves?.map((wave) => ({ ...wave, weeks: wave.weeks.slice(0, 1) })) ?? []
  const run = await createRun({ program: { ...program, waves } })
  await run.train('2026-03-02T17:00:00.000Z')
  expect((await run.next()).data).toEqual({ finished: true, slots: [], estimatedSeconds: 0 })
})

test('404 for a run that is unknown or another user’s, and 410 run_deleted for a deleted one', async () => {
  const run = await createRun()
  const other = await createRun()
  const { user } = run
  const next = (id: string) => user.client.GET('/api/runs/{id}/next', { params: { path: { id } } })
  expect((await next(crypto.randomUUID())).response.status).toBe(404)
  expect((await next(other.id)).response.status).toBe(404)
  await remove(user, `/api/runs/${run.id}`)
  expect((await next(run.id)).error).toMatchObject({ status: 410, code: 'run_deleted' })
})

test('the next workout is unchanged after the program was edited and deleted', async () => {
  const run = await createRun()
  const { programId } = await run.read()
  const before = (await run.next()).data?.workout?.exercises
  await run.user.client.PUT('/api/programs/{id}', {
    params: { path: { id: programId }, header: { 'If-Match': '*' } },
    body: { ...squatProgram(), name: 'Other', rounding: 'down' },
  })
  await remove(run.user, `/api/programs/${programId}`)
  expect((await run.next()).data?.workout?.exercises).toEqual(before)
})

test('without the equipment, the first possible alternative is used, without a weight', async () => {
  const program = squatProgram()
  const [squat] = program.days[0]?.slots ?? []
  if (squat) squat.alternatives = ['leg-press', 'goblet-squat']
  const run = await createRun({ program })
  await run.user.client.PATCH('/api/users/me', {
    params: { header: { 'If-Match': '*' } },
    body: { equipment: ['dumbbell', 'bodyweight'] },
  })
  const { data } = await run.next()
  expect(data?.slots[0]).toMatchObject({ slot: 'squat', exerciseId: 'goblet-squat' })
  expect(data?.slots[0]?.reasons[0]).toContain('In place of barbell-back-squat')
  expect(data?.workout?.exercises[0]?.sets.map(({ weight }) => weight)).toEqual(new Array(3).fill(undefined))
  await run.train('2026-03-02T17:00:00.000Z')
  expect((await run.read()).state).toMatchObject({ done: 1, bases: [{ base: kg(100) }] })
})

function failWithoutWorkout(): never {
  throw new Error('the response has no workout')
}

test('only workouts of the run change its next step', async () => {
  const user = await app.register()
  const [run, other] = [await HttpRun.createWithProgram(user), await HttpRun.createWithProgram(user)]
  const trained = await run.train('2026-02-20T17:00:00.000Z')
  const next = async () => (await run.next()).data?.step
  const stepAfterOne = await next()
  expect(stepAfterOne?.day).not.toBe('heavy')
  // The state is cached now, so only later changes are read.
  await other.train('2026-02-21T17:00:00.000Z')
  await log(user, workoutOf('2026-02-22T17:00:00.000Z', 'barbell-back-squat', reps(5, 100)))
  expect(await next()).toEqual(stepAfterOne)
  const { totals: _, revision: __, createdAt: ___, updatedAt: ____, plan: _____, ...input } = trained
  const exercises = input.exercises.map(({ slot: ______, ...entry }) => entry)
  const body = { ...input, exercises }
  const headers = { 'If-Match': '*' }
  const withoutPlan = await user.send('PUT', `/api/workouts/${trained.id}`, { body, headers })
  expect([withoutPlan.status, withoutPlan.text]).toMatchObject([200, expect.any(String)])
  expect((await next())?.day).toBe('heavy')
})
