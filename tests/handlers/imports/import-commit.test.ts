import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { dataOf, type Import, importAll, strongFile, upload } from './import-file.ts'

type WorkoutList = Schemas['WorkoutList']

const app = await testApp()
const bench = 'Bench Press (Barbell)'
const file = strongFile(['2024-03-01', bench, 1], ['2024-03-01', bench, 2], ['2024-03-03', 'Odd Thing', 1])

test('a commit writes the workouts in the specified time zone and creates missing exercises', async () => {
  const ada = await app.register()
  const dry = (await upload(app, ada, file, { unit: 'lb', timezone: 'Europe/Berlin' })).json<Import>()
  const committed = await ada.send('POST', `/api/imports/${dry.id}/commit`)
  expect(committed.json<Import>()).toMatchObject({
    status: 'committed',
    committed: { workouts: 2, sets: 3, measurements: 0, exercises: 1 },
  })
  const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
  expect(items[1]).toMatchObject({
    name: 'Push',
    startedAt: '2024-03-01T17:00:00.000Z',
    endedAt: '2024-03-01T18:00:00.000Z',
    exercises: [
      {
        exerciseId: 'barbell-bench-press',
        sets: [{ weight: { value: 62.5, unit: 'lb' }, reps: 8, rpe: 8 }, {}],
      },
    ],
  })
})

test('a second import of a file adds nothing, and a newer export adds only what is new', async () => {
  const ada = await app.register()
  await importAll(app, ada, file)
  const before = await dataOf(ada)
  expect((await importAll(app, ada, file)).committed).toMatchObject({ workouts: 0, sets: 0, exercises: 0 })
  expect(await dataOf(ada)).toEqual(before)
  const newer = file + strongFile(['2024-03-05', bench, 1]).split('\n')[1]
  expect((await importAll(app, ada, newer)).committed).toMatchObject({ workouts: 1, sets: 1 })
})

test('workouts that the user deleted stay deleted', async () => {
  const ada = await app.register()
  await importAll(app, ada, file)
  const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
  await ada.send('DELETE', `/api/workouts/${items[0]?.id}`, { headers: { 'If-Match': '*' } })
  expect((await importAll(app, ada, file)).committed?.workouts).toBe(0)
})

test('a second commit changes nothing and returns the same response', async () => {
  const ada = await app.register()
  const committed = await importAll(app, ada, file)
  const before = await stateOf(app.db)
  const second = await ada.send('POST', `/api/imports/${committed.id}/commit`)
  expect(second.json<Import>()).toEqual(committed)
  expect(await stateOf(app.db)).toBe(before)
})

test('concurrent commits write everything once', async () => {
  const ada = await app.register()
  const dryRuns = await Promise.all([1, 2, 3].map(() => upload(app, ada, file)))
  const responses = await Promise.all(
    dryRuns.map((dry) => ada.send('POST', `/api/imports/${dry.json<Import>().id}/commit`)),
  )
  // A commit that starts after another has ended finds nothing new. A commit that overlaps with it is a conflict.
  const workoutCounts = responses.map((response) =>
    response.status === 200 ? response.json<Import>().committed?.workouts : 0,
  )
  expect(workoutCounts.toSorted()).toEqual([0, 0, 2])
  for (const { status } of responses) expect([200, 409]).toContain(status)
  const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
  expect(items).toHaveLength(2)
})

describe('corrections', () => {
  test('are applied and remembered for the next file', async () => {
    const ada = await app.register()
    const mappings = [{ name: 'Odd Thing', exerciseId: 'barbell-bench-press' }]
    const committed = await importAll(app, ada, file, { mappings, unit: 'kg' })
    expect(committed.exercises[1]).toMatchObject({ certainty: 'given', exerciseId: 'barbell-bench-press' })
    expect(committed.committed?.exercises).toBe(0)
    const next = (await upload(app, ada, strongFile(['2024-04-01', 'odd  thing', 1]))).json<Import>()
    expect(next.exercises).toMatchObject([{ certainty: 'remembered', exerciseId: 'barbell-bench-press' }])
  })

  test('may create an exercise', async () => {
    const ada = await app.register()
    const newExercise = {
      name: 'My Press',
      category: 'push',
      equipment: 'machine',
      tracking: 'weight_reps',
    } as const
    await importAll(app, ada, file, { mappings: [{ name: 'Odd Thing', newExercise }] })
    const customExercises = await ada.send('GET', '/api/exercises?source=custom')
    expect(customExercises.json<unknown>()).toMatchObject({
      items: [{ name: 'My Press', equipment: 'machine' }],
    })
  })

  test.each([
    ['an unknown exercise', { name: 'Odd Thing', exerciseId: 'no-such-lift' }, '/mappings/0/exerciseId'],
    [
      'a name that is not in the file',
      { name: 'Squat', exerciseId: 'barbell-bench-press' },
      '/mappings/0/name',
    ],
    ['no exercise', { name: 'Odd Thing' }, '/mappings/0'],
  ])('that refer to %s are rejected and write nothing', async (_, mapping, pointer) => {
    const ada = await app.register()
    const { id } = (await upload(app, ada, file)).json<Import>()
    const before = await stateOf(app.db)
    const rejected = await ada.send('POST', `/api/imports/${id}/commit`, { body: { mappings: [mapping] } })
    expect([rejected.status, rejected.json<unknown>()]).toMatchObject([422, { errors: [{ pointer }] }])
    expect(await stateOf(app.db)).toBe(before)
  })
})
