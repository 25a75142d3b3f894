import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { workoutBody } from '#tests/contract/bodies.ts'
import { testApp } from '#tests/support/app.ts'
import { dataOf, type Import, importAll, strongFile, upload } from './import-file.ts'

type WorkoutList = Schemas['WorkoutList']

const app = await testApp()
const bench = 'Bench Press (Barbell)'
const file = strongFile(['2024-03-01', bench, 1], ['2024-03-02', 'Odd Thing', 1])
/** The problem of a commit after an undo, which says what to do instead. */
const undoneProblem = { status: 409, detail: 'The import was undone or discarded. Send the file again.' }

test('an undo removes exactly the items of the import, and the file can be imported again', async () => {
  const ada = await app.register()
  await ada.send('POST', '/api/workouts', { body: workoutBody() })
  await importAll(app, ada, strongFile(['2024-02-01', bench, 1]))
  const before = (await ada.send('GET', '/api/workouts')).text
  const { id } = await importAll(app, ada, file)
  const after = (await ada.send('GET', '/api/workouts')).text
  const undone = await ada.send('DELETE', `/api/imports/${id}`)
  expect(undone.json<Import>()).toMatchObject({
    status: 'undone',
    undone: { workouts: 2, exercises: 1, kept: { workouts: 0, measurements: 0, exercises: 0 } },
  })
  expect((await ada.send('GET', '/api/workouts')).text).toBe(before)
  expect((await ada.send('DELETE', `/api/imports/${id}`)).text).toBe(undone.text)
  expect((await ada.send('POST', `/api/imports/${id}/commit`)).json<Schemas['Problem']>()).toMatchObject(
    undoneProblem,
  )
  expect((await importAll(app, ada, file)).committed).toMatchObject({ workouts: 2, exercises: 1 })
  const withoutTimestamps = (text: string) =>
    text.replaceAll(/"(revision|createdAt|updatedAt)":("[^"]*"|\d+)/g, '')
  expect(withoutTimestamps((await ada.send('GET', '/api/workouts')).text)).toBe(withoutTimestamps(after))
})

test('workouts that were changed after the import stay, with their exercises', async () => {
  const ada = await app.register()
  const { id } = await importAll(app, ada, file)
  const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
  const [
    { totals: _, revision: __, createdAt: ___, updatedAt: ____, ...workout } = items[0] ??
      expect.unreachable(),
  ] = items
  const body = { ...workout, notes: 'changed' }
  await ada.send('PUT', `/api/workouts/${workout.id}`, { body, headers: { 'If-Match': '*' } })
  const undone = (await ada.send('DELETE', `/api/imports/${id}`)).json<Import>()
  expect(undone.undone).toMatchObject({
    workouts: 1,
    exercises: 0,
    kept: { workouts: 1, exercises: 1 },
  })
  expect((await ada.send('GET', '/api/workouts')).json<WorkoutList>().items).toMatchObject([
    { notes: 'changed' },
  ])
})

test('a pending import is discarded', async () => {
  const ada = await app.register()
  const { id } = (await upload(app, ada, file)).json<Import>()
  expect((await ada.send('DELETE', `/api/imports/${id}`)).json<Import>().status).toBe('discarded')
  expect((await ada.send('POST', `/api/imports/${id}/commit`)).json<Schemas['Problem']>()).toMatchObject(
    undoneProblem,
  )
})

test('an empty account has the same data after an import of an account export', async () => {
  const ada = await app.register({ timeZone: 'Europe/Berlin', unit: 'lb' })
  await importAll(app, ada, file)
  const body = workoutBody()
  await ada.send('POST', '/api/workouts', { body })
  await ada.send('PUT', `/api/workouts/${body.id}`, {
    body: { ...body, name: 'Again' },
    headers: { 'If-Match': '*' },
  })
  const measurement = { kind: 'bodyweight', value: 82.4, unit: 'kg', measuredAt: '2026-03-02T06:30:00.000Z' }
  await ada.send('POST', '/api/measurements', { body: measurement })
  const text = (await ada.send('GET', '/api/users/me/export')).text
  const bob = await app.register()
  const empty = await dataOf(bob)
  const { id, committed } = await importAll(app, bob, text)
  expect(committed).toMatchObject({ workouts: 3, measurements: 1, exercises: 1, profile: true })
  expect(await dataOf(bob)).toEqual(await dataOf(ada))
  expect((await importAll(app, bob, text)).committed).toMatchObject({
    workouts: 0,
    measurements: 0,
    exercises: 0,
  })
  await bob.send('DELETE', `/api/imports/${id}`)
  expect(await dataOf(bob)).toMatchObject({ ...Object(empty), exercises: [{ name: 'Odd Thing' }] })
})

test('exported workouts are recognized as duplicates of the imported ones', async () => {
  const ada = await app.register()
  await importAll(app, ada, file, { unit: 'kg' })
  for (const format of ['strong', 'hevy', 'json']) {
    const exported = await ada.send('GET', `/api/exports/workouts?format=${format}`)
    expect(exported.status).toBe(200)
    const second = (await upload(app, ada, exported.text)).json<Import>()
    expect(second.workouts, format).toEqual({ found: 2, new: 0, duplicates: 2 })
  }
})

test('an import of many measurements can be committed and undone completely, twice', async () => {
  const ada = await app.register()
  const lines = Array.from({ length: 1300 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
    return `${day},07:00:00,Bodyweight,${80 + (index % 7)},kgs,note ${index}`
  })
  const log = `Date,Time,Measurement,Value,Unit,Comment\n${lines.join('\n')}\n`
  const before = await dataOf(ada)
  for (const _ of [1, 2]) {
    const { id, committed } = await importAll(app, ada, log)
    expect(committed).toMatchObject({ measurements: 1300 })
    const { measurements } = (await ada.send('GET', '/api/users/me/export')).json<Schemas['AccountExport']>()
    expect(measurements).toHaveLength(1300)
    expect(measurements.every(({ notes }) => notes?.startsWith('note'))).toBeTrue()
    const undone = (await ada.send('DELETE', `/api/imports/${id}`)).json<Import>()
    expect(undone.undone).toMatchObject({ measurements: 1300, kept: { measurements: 0 } })
    expect(await dataOf(ada)).toEqual(before)
  }
})
