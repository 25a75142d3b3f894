import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import {
  chooseDoubleProgression,
  get,
  log,
  problemOf,
  put,
  reps,
  type SetInput,
  save,
  type Workout,
  workoutOf,
} from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })

async function nextOf(user: TestUser, id: string, query = ''): Promise<Schemas['Prescription']> {
  const path = `/api/recommendations/progression?exerciseId=${id}${query}`
  const [next] = (await get<Schemas['ProgressionReport']>(user, path)).body.items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

const sets = (count: number, set: SetInput) => Array.from({ length: count }, () => set)
const lb = (value: number) => ({ weight: { value, unit: 'lb' } as const })

test.each([
  [
    'a kettlebell in kilograms, for a user whose unit is pounds',
    'lb',
    'kettlebell-swing',
    reps(14, 24),
    { value: 28, unit: 'kg' },
  ],
  [
    'a barbell in kilograms, for a user whose unit is pounds',
    'lb',
    'barbell-bench-press',
    reps(12, 60),
    { value: 62.5, unit: 'kg' },
  ],
  [
    'a barbell in pounds, for a user whose unit is kilograms',
    'kg',
    'barbell-bench-press',
    reps(12, undefined, lb(135)),
    { value: 140, unit: 'lb' },
  ],
] as const)('the next prescription is in the unit of the log: %s', async (_, unit, exercise, set, weight) => {
  const user = await app.register({ unit })
  await chooseDoubleProgression(user, exercise)
  await log(user, workoutOf('2026-06-29T18:00:00Z', exercise, ...sets(3, set)))
  const next = await nextOf(user, exercise)
  expect(next.sets.map((prescribed) => prescribed.weight)).toEqual(sets(3, set).map(() => weight))
  expect((await nextOf(user, exercise, `&unit=${unit}`)).sets[0]?.weight?.unit).toBe(unit)
})

test('the unit of the next prescription is that of the last workout', async () => {
  const user = await app.register({ unit: 'kg' })
  await log(
    user,
    workoutOf('2026-06-22T18:00:00Z', 'barbell-bench-press', ...sets(3, reps(12, undefined, lb(135)))),
  )
  await log(user, workoutOf('2026-06-29T18:00:00Z', 'barbell-bench-press', ...sets(3, reps(12, 60))))
  expect((await nextOf(user, 'barbell-bench-press')).sets[0]?.weight).toEqual({ value: 62.5, unit: 'kg' })
})

test('a user who cannot add weight gets more reps and the advice to use a harder variation', async () => {
  const user = await app.register()
  const patched = await user.send('PATCH', '/api/users/me', {
    body: { equipment: ['bodyweight'] },
    headers: { 'If-Match': '*' },
  })
  expect(patched.status).toBe(200)
  await log(user, {
    ...workoutOf('2026-06-29T18:00:00Z', 'push-up', ...sets(3, reps(20))),
    bodyweight: { value: 80, unit: 'kg' },
  })
  await chooseDoubleProgression(user, 'push-up')
  const next = await nextOf(user, 'push-up')
  expect(next.sets.map(({ weight, reps: repRange }) => [weight, repRange?.min])).toEqual(
    sets(3, reps(1)).map(() => [undefined, 21]),
  )
  expect(next.reasons[0]).toContain('harder variation')
})

test('an open-ended target is recommended and returned as logged, and changing it creates a revision', async () => {
  const user = await app.register({ unit: 'lb' })
  const scheme = { scheme: 'five_three_one', trainingMax: { value: 285, unit: 'lb' } }
  await put(user, '/api/exercises/barbell-bench-press/progression', scheme, '*')
  const next = await nextOf(user, 'barbell-bench-press', '&unit=lb')
  expect(next.sets.map(({ weight, openEnded = false }) => [weight?.value, openEnded])).toEqual([
    [185, false],
    [215, false],
    [240, true],
  ])
  const set = reps(0, undefined, { target: { reps: { min: 5, max: 5 }, openEnded: true, ...lb(240) } })
  const { body, etag } = await log(user, workoutOf('2026-06-30T18:00:00Z', 'barbell-bench-press', set))
  expect(body.exercises[0]?.sets[0]?.target).toEqual({
    reps: { min: 5, max: 5 },
    openEnded: true,
    ...lb(240),
  })
  const notOpenEnded = reps(0, undefined, {
    target: { reps: { min: 5, max: 5 }, openEnded: false, ...lb(240) },
  })
  const changed = { ...workoutOf('2026-06-30T18:00:00Z', 'barbell-bench-press', notOpenEnded), id: body.id }
  expect((await save(user, changed, etag)).body.revision).toBe(2)
})

test.each(['assisted-pull-up', 'band-assisted-chin-up', 'assisted-dip'])(
  'a weight on %s is rejected with the advice to use assistance',
  async (exercise) => {
    const user = await app.register()
    const rejected = await user.send('POST', '/api/workouts', {
      body: workoutOf('2026-06-29T18:00:00Z', exercise, reps(8), reps(8, 30)),
    })
    expect(problemOf(rejected)).toEqual([
      422,
      'validation_failed',
      '/exercises/0/sets/1/weight use_assistance',
    ])
    expect(rejected.text).toContain('assistance')
    const assistance = { value: 30, unit: 'kg' } as const
    const { body } = await log(user, {
      ...workoutOf('2026-06-29T18:00:00Z', exercise, reps(8, undefined, { assistance }), reps(8, 0)),
      bodyweight: { value: 80, unit: 'kg' },
    })
    expect(
      (await get<Workout>(user, `/api/workouts/${body.id}`)).body.exercises[0]?.sets[0]?.assistance,
    ).toEqual(assistance)
  },
)
