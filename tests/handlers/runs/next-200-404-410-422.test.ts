import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { errorsOf, kg, squatProgram } from '../programs/sample.ts'
import { log, remove, reps, workoutOf } from '../training.ts'
import { HttpRun } from './running.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const begin = async (
  ...parts: Parameters<typeof HttpRun.begin> extends [unknown, ...infer Rest] ? Rest : never
) => HttpRun.begin(await app.register(), ...parts)

test('the workout of the next step can be posted unchanged', async () => {
  const run = await begin()
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
  const { response } = await run.user.client.POST('/api/workouts', { body: data?.workout ?? never() })
  expect(response.status).toBe(201)
})

test('a slot that follows a scheme has its chance once it is known, as in the preview', async () => {
  const run = await begin()
  const chances = async () => (await run.next()).data?.slots.map(({ slot, chance }) => [slot, chance])
  expect(await chances()).toEqual([
    ['squat', undefined],
    ['curl', undefined],
  ])
  const { data: next } = await run.next()
  const curl = next?.workout?.exercises.find(({ slot }) => slot === 'curl')?.exerciseId ?? never()
  for (const date of ['2026-02-10', '2026-02-14', '2026-02-18', '2026-02-22', '2026-02-26'])
    await log(run.user, workoutOf(`${date}T17:00:00.000Z`, curl, reps(10, 30), reps(9, 30), reps(8, 30)))
  const known = (await chances()) ?? []
  expect(known).toEqual([
    ['squat', undefined],
    ['curl', expect.any(Number)],
  ])
  const { data: preview } = await run.user.client.POST('/api/programs/preview', {
    body: { program: squatProgram() },
  })
  const slots = preview?.weeks[0]?.days.find(({ day }) => day === 'heavy')?.slots
  expect(slots?.map(({ slot, chance }) => [slot, chance])).toEqual(known)
})

test('a different step, by week or day, and in a different unit', async () => {
  const run = await begin()
  const step = async (query: Parameters<HttpRun['next']>[0]) => (await run.next(query)).data?.step
  expect(await step({ day: 'light' })).toEqual({ cycle: 1, week: 'w1', day: 'light' })
  expect(await step({ week: 'w2' })).toEqual({ cycle: 1, week: 'w2', day: 'heavy' })
  expect(await step({ week: 'w2', day: 'light' })).toEqual({ cycle: 1, week: 'w2', day: 'light' })
  const { data } = await run.next({ unit: 'lb' })
  expect(data?.workout?.exercises[0]?.sets[0]?.weight?.unit).toBe('lb')
})

test('a step that the program doesn’t have: 422 with the parameter', async () => {
  const run = await begin()
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

test('finished once a finite run has no steps left', async () => {
  const program = { ...squatProgram(), cycles: 1, weeks: [{ key: 'w1', days: ['light'] }] }
  const waves = program.waves?.map((wave) => ({ ...wave, weeks: wave.weeks.slice(0, 1) })) ?? []
  const run = await begin({ program: { ...program, waves } })
  await run.train('2026-03-02T17:00:00.000Z')
  expect((await run.next()).data).toEqual({ finished: true, slots: [], estimatedSeconds: 0 })
})

test('an unknown or another user’s run: 404; a deleted one: 410 run_deleted', async () => {
  const run = await begin()
  const other = await begin()
  const { user } = run
  const next = (id: string) => user.client.GET('/api/runs/{id}/next', { params: { path: { id } } })
  expect((await next(crypto.randomUUID())).response.status).toBe(404)
  expect((await next(other.id)).response.status).toBe(404)
  await remove(user, `/api/runs/${run.id}`)
  expect((await next(run.id)).error).toMatchObject({ status: 410, code: 'run_deleted' })
})

test('a run continues after its program was edited and deleted', async () => {
  const run = await begin()
  const { programId } = await run.read()
  const before = (await run.next()).data?.workout?.exercises
  await run.user.client.PUT('/api/programs/{id}', {
    params: { path: { id: programId }, header: { 'If-Match': '*' } },
    body: { ...squatProgram(), name: 'Other', rounding: 'down' },
  })
  await remove(run.user, `/api/programs/${programId}`)
  expect((await run.next()).data?.workout?.exercises).toEqual(before)
})

test('without the equipment, the first possible alternative is used, and the lifter chooses its weight', async () => {
  const program = squatProgram()
  const [squat] = program.days[0]?.slots ?? []
  if (squat) squat.alternatives = ['leg-press', 'goblet-squat']
  const run = await begin({ program })
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

function never(): never {
  throw new Error('there is no workout')
}
