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

/** The number of sets of each of the user's workouts, oldest first. */
async function setCounts(user: User): Promise<number[]> {
  const { items } = (await user.send('GET', '/api/workouts')).json<WorkoutList>()
  return items.toReversed().map(({ totals }) => totals.sets)
}

/** Imports a file, and uploads a newer one with more sets. Resolves to the second import. */
async function uploadNewer(user: User): Promise<Import> {
  await importAll(app, user, older)
  return (await upload(app, user, newer)).json<Import>()
}

/** Changes a workout. */
async function change(
  user: User,
  id: string,
  edit: (workout: Schemas['WorkoutInput']) => Schemas['WorkoutInput'],
): Promise<void> {
  const url = `/api/workouts/${id}`
  const { totals, revision, createdAt, updatedAt, ...content } = (await user.send('GET', url)).json<
    Schemas['Workout']
  >()
  const headers = { 'If-Match': '*' }
  expect((await user.send('PUT', url, { body: edit(content), headers })).status).toBe(200)
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

test('an undo of the first import keeps the sets that a second import added, and an undo of the second removes them', async () => {
  const ada = await app.register()
  const first = await importAll(app, ada, older)
  const { id, duplicates } = (await upload(app, ada, newer)).json<Import>()
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept: [duplicates[0]?.workoutId] } })
  const { undone } = (await ada.send('DELETE', `/api/imports/${first.id}`)).json<Import>()
  expect(undone).toMatchObject({ workouts: 1, kept: { workouts: 1 } })
  expect(await setCounts(ada)).toEqual([4])
  await ada.send('DELETE', `/api/imports/${id}`)
  expect(await setCounts(ada)).toEqual([2])
})

test('a set that the user had added before an accepted change survives the undo of both imports', async () => {
  const ada = await app.register()
  const first = await importAll(app, ada, older)
  const { id, duplicates } = (await upload(app, ada, newer)).json<Import>()
  await change(ada, duplicates[0]?.workoutId ?? '', (workout) => ({
    ...workout,
    exercises: [...workout.exercises, { exerciseId: 'barbell-curl', sets: [{ type: 'normal', reps: 9 }] }],
  }))
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept: [duplicates[0]?.workoutId] } })
  await ada.send('DELETE', `/api/imports/${id}`)
  const { undone } = (await ada.send('DELETE', `/api/imports/${first.id}`)).json<Import>()
  expect(undone).toMatchObject({ workouts: 1, kept: { workouts: 1 } })
  expect(await setCounts(ada)).toEqual([3])
})

test('an accepted change keeps what the user has changed and added since the import', async () => {
  const ada = await app.register()
  const { id, duplicates } = await uploadNewer(ada)
  const workoutId = duplicates[0]?.workoutId ?? ''
  await change(ada, workoutId, ({ exercises: [entry, ...others], ...workout }) => ({
    ...workout,
    name: 'My legs',
    exercises: [
      {
        ...(entry ?? { exerciseId: '' }),
        sets: [{ type: 'drop', reps: 12 }, ...(entry?.sets ?? []).map((set) => ({ ...set, rpe: 9 }))],
      },
      ...others,
      { exerciseId: 'barbell-curl', sets: [{ type: 'normal', reps: 9 }] },
    ],
  }))
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept: [workoutId] } })
  const { name, exercises } = (await ada.send('GET', `/api/workouts/${workoutId}`)).json<Schemas['Workout']>()
  expect(name).toBe('My legs')
  expect(exercises.map(({ sets }) => sets.map(({ reps, rpe }) => [reps, rpe]))).toEqual([
    [
      [12, undefined],
      [5, 9],
      [5, 9],
      [5, undefined],
    ],
    [[9, undefined]],
    [[5, undefined]],
  ])
})

test('imports that each added a set to a workout leave nothing if they are undone, newest first', async () => {
  const ada = await app.register()
  const imports: Import[] = []
  for (const count of [1, 2, 3, 4]) {
    const file = header + Array.from({ length: count }, (_, index) => row(1, index + 1)).join('')
    const { id, duplicates } = (await upload(app, ada, file)).json<Import>()
    const accept = duplicates.map(({ workoutId }) => workoutId)
    imports.push((await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })).json<Import>())
    expect(await setCounts(ada)).toEqual([count])
  }
  for (const { id } of imports.toReversed()) {
    await ada.send('DELETE', `/api/imports/${id}`)
    const left = imports.findIndex((other) => other.id === id)
    expect(await setCounts(ada)).toEqual(left === 0 ? [] : [left])
  }
})

test('an undo keeps a workout that the user changed after the import', async () => {
  const ada = await app.register()
  const { id, duplicates } = await uploadNewer(ada)
  const accept = [duplicates[0]?.workoutId ?? '']
  await ada.send('POST', `/api/imports/${id}/commit`, { body: { accept } })
  await change(ada, accept[0] ?? '', (workout) => ({ ...workout, notes: 'changed' }))
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
