import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { problemOf } from '../training.ts'
import { type Import, importAll, upload } from './import-file.ts'

type WorkoutList = Schemas['WorkoutList']

const app = await testApp()
const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n'
const row = (day: number, order: number, exercise = 'Squat (Barbell)') =>
  `2024-03-0${day} 18:00:00,Legs,${exercise},${order},100,kg,5\n`
const older = header + row(1, 1) + row(1, 2) + row(2, 1)
const newer = header + row(1, 1) + row(1, 2) + row(1, 3) + row(1, 1, 'Odd Thing of Mine') + row(2, 1)

type User = Awaited<ReturnType<typeof app.register>>

/** The numbers of sets of a user's workouts, oldest first. */
async function setCounts(user: User): Promise<number[]> {
  const { items } = (await user.send('GET', '/api/workouts')).json<WorkoutList>()
  return items.toReversed().map(({ totals }) => totals.sets)
}

/** Imports a file, and uploads a newer one with more sets. Resolves to the second import. */
async function uploadNewer(user: User): Promise<Import> {
  await importAll(app, user, older)
  return (await upload(app, user, newer)).json<Import>()
}

test('a workout with more sets is offered as a change, and is unchanged unless accepted', async () => {
  const ada = await app.register()
  const report = await uploadNewer(ada)
  expect(report.workouts).toEqual({ found: 2, new: 0, duplicates: 2 })
  expect(report.duplicates.map(({ changed, line }) => [changed, line])).toEqual([
    [true, 2],
    [false, 6],
  ])
  await ada.send('POST', `/api/imports/${report.id}/commit`)
  expect(await setCounts(ada)).toEqual([2, 1])
})

test('an accepted change replaces the sets, keeps the previous revision, and is not offered again', async () => {
  const ada = await app.register()
  const { id, duplicates } = await uploadNewer(ada)
  const accept = [duplicates[0]?.workoutId ?? '']
  const committed = await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })
  expect(committed.status, committed.text).toBe(200)
  expect(committed.json<Import>().committed).toMatchObject({ workouts: 0, changed: 1, exercises: 1 })
  expect(await setCounts(ada)).toEqual([4, 1])
  const revisions = await ada.send('GET', `/api/workouts/${accept[0]}/revisions`)
  expect(revisions.json<Schemas['WorkoutRevisionList']>().items).toMatchObject([{ reason: 'replaced' }])
  const third = (await upload(app, ada, newer)).json<Import>()
  expect(third.duplicates.map(({ changed }) => changed)).toEqual([false, false])
  expect((await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })).text).toBe(
    committed.text,
  )
})

test('an undo restores the previous sets, and an undo of the first import then deletes the workout', async () => {
  const ada = await app.register()
  const first = await importAll(app, ada, older)
  const { id, duplicates } = (await upload(app, ada, newer)).json<Import>()
  const accept = [duplicates[0]?.workoutId ?? '']
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })
  const undone = (await ada.send('DELETE', `/api/imports/${id}`)).json<Import>()
  expect(undone.undone).toMatchObject({ workouts: 0, changed: 1, exercises: 1 })
  expect(await setCounts(ada)).toEqual([2, 1])
  expect((await upload(app, ada, older)).json<Import>().duplicates.some(({ changed }) => changed)).toBe(false)
  expect((await upload(app, ada, newer)).json<Import>().duplicates[0]?.changed).toBe(true)
  await ada.send('DELETE', `/api/imports/${first.id}`)
  expect(await setCounts(ada)).toEqual([])
})

test('an undo keeps a workout that the user changed after the import', async () => {
  const ada = await app.register()
  const { id, duplicates } = await uploadNewer(ada)
  const accept = [duplicates[0]?.workoutId ?? '']
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })
  const url = `/api/workouts/${accept[0]}`
  const workout = await ada.send('GET', url)
  const { totals, revision, createdAt, updatedAt, ...content } = workout.json<Schemas['Workout']>()
  const body = { ...content, notes: 'changed' }
  const headers = { 'If-Match': workout.headers.get('etag') ?? '' }
  expect((await ada.send('PUT', url, { body, headers })).status).toBe(200)
  const { undone } = (await ada.send('DELETE', `/api/imports/${id}`)).json<Import>()
  expect(undone).toMatchObject({ changed: 0 })
  expect(await setCounts(ada)).toEqual([4, 1])
})

test('accepting a nonexistent change gets 422 and writes nothing', async () => {
  const ada = await app.register()
  const { id, duplicates } = await uploadNewer(ada)
  const accept = [duplicates[0]?.workoutId ?? '', duplicates[1]?.workoutId ?? '']
  const response = await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/accept/1 range'])
  expect(await setCounts(ada)).toEqual([2, 1])
})
