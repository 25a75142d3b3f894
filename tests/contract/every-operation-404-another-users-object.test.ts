import { describe, expect, test } from 'bun:test'
import { exerciseBody, workoutBody } from './bodies.ts'
import { expectProblem, faultsOf, type Problem, refused } from './refused.ts'
import { prepare, rowsOf, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const { ada, eve, app } = world

/** An error but for what names the request. */
function told(text: string): Partial<Problem> {
  const { instance: _, requestId: __, ...rest }: Problem = JSON.parse(text)
  return rest
}

// What has another name in its path is no one's object, such as a muscle.
const ofObjects = rowsOf(
  ({ security, parameters }) => security !== 'none' && parameters.path.some(({ name }) => name === 'id'),
)

describe("another user's object answers as one that isn't there", () => {
  test.each(ofObjects)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const anothers = await refused(world, { ...prepared, token: eve.token }, {}, [404, 'not_found'])
    const id = Bun.randomUUIDv7()
    const nowhere = operation.path.replace('{id}', id)
    const [sent] = prepared.bodies
    const body = typeof sent === 'object' ? { ...sent, ...('id' in (sent ?? {}) && { id }) } : undefined
    const spoilt = { path: nowhere, ...(operation.method === 'put' && { body }) }
    const nobodys = await refused(world, prepared, spoilt, [404, 'not_found'])
    expect(told(anothers.text)).toEqual(told(nobodys.text))
  })
})

describe('what another user has does not show in conditions', () => {
  const conditional = rowsOf(
    ({ parameters: { path, header } }) =>
      path.length > 0 && header.some(({ name }) => name.startsWith('If-')),
  ).filter(([, { security }]) => security !== 'none')

  test.each(conditional)('%s', async (_, operation) => {
    const prepared = { ...(await prepare(world, operation)), token: eve.token }
    for (const tag of ['*', '"1-abc"', 'W/"1-abc"']) {
      const headers = { 'If-Match': tag, 'If-None-Match': tag }
      await refused(world, prepared, { headers }, [404, 'not_found'])
    }
  })
})

describe("another user's exercise is unknown wherever it is named", async () => {
  const { id = '' } = exerciseBody()
  await ada.send('POST', '/api/exercises', { body: exerciseBody(id) })

  test('in a workout', async () => {
    const workout = workoutBody()
    const body = { ...workout, exercises: workout.exercises.map((item) => ({ ...item, exerciseId: id })) }
    const answer = await unchanged(app, () => eve.send('POST', '/api/workouts', { body }))
    expectProblem(answer, 422, 'validation_failed')
    expect(faultsOf(answer)).toEqual(['pointer /exercises/0/exerciseId unknown_exercise'])
    expect((await ada.send('POST', '/api/workouts', { body })).status).toBe(201)
  })

  test('in figures', async () => {
    expectProblem(await eve.send('GET', `/api/analytics/progress?exerciseId=${id}`), 404, 'not_found')
  })

  test('in a filter and a search', async () => {
    const workouts = await eve.send('GET', `/api/workouts?exerciseId=${id}`)
    expect(workouts.json<unknown>()).toEqual({ items: [] })
    const exercises = await eve.send('GET', '/api/exercises?q=sample+press&source=custom')
    expect(exercises.json<unknown>()).toEqual({ items: [] })
  })
})

test("another user's id may be chosen, and makes an object of one's own", async () => {
  const body = workoutBody()
  expect((await ada.send('POST', '/api/workouts', { body })).status).toBe(201)
  expect((await eve.send('POST', '/api/workouts', { body: { ...body, name: 'of Eve' } })).status).toBe(201)
  const kept = await ada.send('GET', `/api/workouts/${body.id}`)
  expect(kept.json<{ name: string }>().name).toBe('Push A')
})
