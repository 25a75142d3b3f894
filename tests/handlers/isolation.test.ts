import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { inputOf, log, ownExercise, problemOf, remove, reps, weigh } from './training.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

/** Registers a user with an exercise, workouts and a measurement, whose names contain a word. */
async function registerWithData(word: string) {
  const user = await app.register()
  const exercise = await ownExercise(user, { name: `${word} press` })
  const workout = await log(user, {
    name: `${word} day`,
    startedAt: '2026-03-09T10:00:00.000Z',
    exercises: [
      { exerciseId: exercise.body.id, sets: [reps(5, 100)] },
      { exerciseId: 'pull-up', sets: [reps(5)] },
    ],
  })
  const deleted = await log(user, {
    name: `${word} deleted`,
    startedAt: '2026-03-08T10:00:00.000Z',
    exercises: [],
  })
  await remove(user, `/api/workouts/${deleted.body.id}`)
  const measurement = await weigh(user, '2026-03-01T07:00:00Z', 80)
  const ids = [exercise, workout, deleted, measurement].map(({ body }) => body.id)
  return { user, exercise, workout, deleted, measurement, ids }
}

test('no list, report or export reveals anything about another user', async () => {
  const ada = await registerWithData('adas')
  const bob = await registerWithData('bobs')
  const paths = [
    '/api/workouts',
    '/api/workouts?q=day',
    `/api/workouts?exerciseId=${ada.exercise.body.id}`,
    '/api/exercises?source=custom',
    '/api/exercises?q=press&limit=200',
    '/api/measurements',
    '/api/measurements?kind=bodyweight',
    '/api/programs',
    '/api/runs',
    '/api/auth/sessions',
    '/api/analytics/volume',
    '/api/analytics/progress',
    '/api/analytics/records',
    '/api/analytics/fatigue',
    '/api/analytics/summary',
    '/api/analytics/calendar',
    '/api/analytics/load',
    '/api/analytics/strength',
    '/api/analytics/landmarks',
    '/api/exports/workouts?format=strong',
    '/api/exports/workouts?format=json',
    '/api/sync/changes',
    '/api/users/me/export',
  ]
  for (const path of paths) {
    const { status, text } = await bob.user.send('GET', path)
    expect([path, status]).toEqual([path, 200])
    for (const id of ada.ids) expect(text).not.toContain(id)
    expect(text).not.toContain('adas')
  }
  const bobsExport = await bob.user.send('GET', '/api/users/me/export')
  for (const { body } of [bob.workout, bob.exercise, bob.measurement])
    expect(bobsExport.text).toContain(body.id)
})

test('operations on another user’s objects get 404 and leave them unchanged', async () => {
  const ada = await registerWithData('adas')
  const bob = await registerWithData('bobs')
  const workout = `/api/workouts/${ada.workout.body.id}`
  const deleted = `/api/workouts/${ada.deleted.body.id}`
  const exercise = `/api/exercises/${ada.exercise.body.id}`
  const measurement = `/api/measurements/${ada.measurement.body.id}`
  const before = await stateOf(app.db)
  const headers = { 'If-Match': '*' }
  const input = { name: 'Press', category: 'push', equipment: 'barbell', tracking: 'weight_reps' }
  const weight = { kind: 'bodyweight', value: 1, unit: 'kg', measuredAt: '2026-03-01T07:00:00Z' }
  const requests = [
    bob.user.send('GET', workout),
    bob.user.send('PUT', workout, { headers, body: { ...inputOf(ada.workout.body), exercises: [] } }),
    bob.user.send('DELETE', workout, { headers }),
    bob.user.send('GET', `${workout}/revisions`),
    bob.user.send('POST', `${workout}/restore`),
    bob.user.send('GET', deleted),
    bob.user.send('POST', `${deleted}/restore`),
    bob.user.send('GET', exercise),
    bob.user.send('PUT', exercise, { headers, body: input }),
    bob.user.send('DELETE', exercise, { headers }),
    app.send('GET', exercise),
    bob.user.send('GET', measurement),
    bob.user.send('PUT', measurement, { headers, body: weight }),
    bob.user.send('DELETE', measurement, { headers }),
    bob.user.send('GET', `/api/analytics/progress?exerciseId=${ada.exercise.body.id}`),
  ]
  for (const response of await Promise.all(requests)) expect(problemOf(response)).toEqual([404, 'not_found'])
  expect(await stateOf(app.db)).toBe(before)
})
