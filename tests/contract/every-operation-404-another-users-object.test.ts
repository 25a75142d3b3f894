import { describe, expect, test } from 'bun:test'
import { exerciseBody, workoutBody } from './bodies.ts'
import { expectProblem, expectRejected, fieldProblemsOf, type Problem } from './expect-rejected.ts'
import { hasJsonBody, type Prepared, prepare, rowsOf, sendPrepared, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const { ada, eve, app } = world

/** A problem without the members that identify the request. */
function comparable(text: string): Partial<Problem> {
  const { instance: _, requestId: __, ...comparable }: Problem = JSON.parse(text)
  return comparable
}

// Other path parameters identify things without an owner, such as a muscle.
const objectOperations = rowsOf(
  ({ security, parameters }) => security !== 'none' && parameters.path.some(({ name }) => name === 'id'),
)

describe("another user's object gets the same 404 as one that doesn't exist", () => {
  test.each(objectOperations)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const problemOfAnothers = await expectRejected(world, { ...prepared, token: eve.token }, {}, [
      404,
      'not_found',
    ])
    const id = Bun.randomUUIDv7()
    const missingPath = operation.path.replace('{id}', id)
    const [sampleBody] = prepared.bodies
    const body =
      typeof sampleBody === 'object'
        ? { ...sampleBody, ...('id' in (sampleBody ?? {}) && { id }) }
        : undefined
    const overrides = { path: missingPath, ...(operation.method === 'put' && { body }) }
    const problemOfMissing = await expectRejected(world, prepared, overrides, [404, 'not_found'])
    expect(comparable(problemOfAnothers.text)).toEqual(comparable(problemOfMissing.text))
  })
})

describe("conditional headers don't reveal another user's object", () => {
  const conditional = rowsOf(
    ({ parameters: { path, header } }) =>
      path.length > 0 && header.some(({ name }) => name.startsWith('If-')),
  ).filter(([, { security }]) => security !== 'none')

  test.each(conditional)('%s', async (_, operation) => {
    const prepared = { ...(await prepare(world, operation)), token: eve.token }
    for (const tag of ['*', '"1-abc"', 'W/"1-abc"']) {
      const headers = { 'If-Match': tag, 'If-None-Match': tag }
      await expectRejected(world, prepared, { headers }, [404, 'not_found'])
    }
  })
})

describe("a reference to another user's exercise is unknown_exercise or finds nothing", async () => {
  const { id = '' } = exerciseBody()
  await ada.send('POST', '/api/exercises', { body: exerciseBody(id) })

  test('in a workout', async () => {
    const workout = workoutBody()
    const body = { ...workout, exercises: workout.exercises.map((item) => ({ ...item, exerciseId: id })) }
    const response = await unchanged(app, () => eve.send('POST', '/api/workouts', { body }))
    expectProblem(response, 422, 'validation_failed')
    expect(fieldProblemsOf(response)).toEqual(['pointer /exercises/0/exerciseId unknown_exercise'])
    expect((await ada.send('POST', '/api/workouts', { body })).status).toBe(201)
  })

  const withExerciseInQuery = rowsOf(({ parameters: { query } }) =>
    query.some(({ name }) => name === 'exerciseId'),
  )

  test.each(withExerciseInQuery)('in the query of %s', async (_, operation) => {
    const prepared = { ...(await prepare(world, operation)), token: eve.token }
    const problemFor = async (exerciseId: string) => {
      const { status, text } = await sendPrepared(app, prepared, { query: `exerciseId=${exerciseId}` })
      return [status, status < 300 ? text : comparable(text)]
    }
    const anothers = await problemFor(id)
    expect(anothers).toEqual(await problemFor(Bun.randomUUIDv7()))
    expect(anothers[0]).toBe(operation.id === 'listWorkouts' ? 200 : 404)
    if (operation.id === 'listWorkouts') expect(anothers[1]).toBe('{"items":[]}')
  })

  test.each([
    ['simulateWorkout', '/api/analytics/simulate', 'pointer /exercises/0/exerciseId unknown_exercise'],
    ['recommendWorkout', '/api/recommendations/workout', 'pointer /exclude/0 unknown_exercise'],
  ])('in the body of %s', async (name, path, reason) => {
    const workout = workoutBody()
    const [exercise] = workout.exercises
    const body =
      name === 'recommendWorkout'
        ? { minutes: 30, exclude: [id] }
        : { ...workout, exercises: [{ ...exercise, exerciseId: id }] }
    const response = await unchanged(app, () => eve.send('POST', path, { body }))
    expectProblem(response, 422, 'validation_failed')
    expect(fieldProblemsOf(response)).toEqual([reason])
    expect((await ada.send('POST', path, { body })).status).toBe(200)
  })

  const ivy = await app.register()
  const withExerciseInBody: [id: string, prepared: Prepared][] = []
  for (const [operationId, operation] of rowsOf(hasJsonBody)) {
    const prepared = { ...(await prepare({ app, ada: ivy }, operation)), token: ivy.token }
    const bodies = prepared.bodies.filter((body) => JSON.stringify(body).includes('"exerciseId"'))
    if (bodies.length > 0) withExerciseInBody.push([operationId, { ...prepared, bodies }])
  }

  test.each(withExerciseInBody)('anywhere in a body of %s', async (_, prepared) => {
    for (const body of prepared.bodies) {
      const text = JSON.stringify(body).replace(/"exerciseId":"[^"]+"/, `"exerciseId":"${id}"`)
      const response = await unchanged(app, () => sendPrepared(app, prepared, { body: JSON.parse(text) }))
      expect(fieldProblemsOf(response).join()).toMatch(/exerciseId unknown_exercise/)
    }
  })

  test('in a search', async () => {
    const exercises = await eve.send('GET', '/api/exercises?q=sample+press&source=custom')
    expect(exercises.json<unknown>()).toEqual({ items: [] })
  })
})

test("another user's soreness report can't be deleted", async () => {
  const [at, path] = ['2026-05-01T06:00:00.000Z', '/api/analytics/fatigue/calves']
  expect((await ada.send('PUT', path, { body: { soreness: 7, at } })).status).toBe(200)
  const response = await unchanged(app, () => eve.send('DELETE', `${path}?at=${at}`))
  expectProblem(response, 404, 'not_found')
  expect((await ada.send('DELETE', `${path}?at=${at}`)).status).toBe(204)
})

test("a workout can be created with the id of another user's workout", async () => {
  const body = workoutBody()
  expect((await ada.send('POST', '/api/workouts', { body })).status).toBe(201)
  expect((await eve.send('POST', '/api/workouts', { body: { ...body, name: 'Push B' } })).status).toBe(201)
  const adasWorkout = await ada.send('GET', `/api/workouts/${body.id}`)
  expect(adasWorkout.json<{ name: string }>().name).toBe('Push A')
})
