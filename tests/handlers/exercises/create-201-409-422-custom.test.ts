import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, get, ownExercise, post, problemOf, remove } from '../training.ts'

const app = await testApp()

const minimal = { name: 'Thing', category: 'push', equipment: 'other', tracking: 'weight_reps' } as const

test('a created exercise is returned as sent, with roles and with the highest engagement first', async () => {
  const user = await app.register()
  const input: Schemas['ExerciseInput'] = {
    id: crypto.randomUUID(),
    name: 'Log Press',
    aliases: ['Viking Press', 'Log Press'],
    category: 'push',
    pattern: 'vertical_push',
    mechanic: 'compound',
    force: 'push',
    equipment: 'other',
    difficulty: 'advanced',
    tracking: 'weight_reps',
    unilateral: false,
    perHand: true,
    bodyweightShare: 0.25,
    cues: ['Drive.', 'Lock out.'],
    engagement: [
      { muscle: 'triceps', percent: 20 },
      { muscle: 'abs', percent: 19 },
      { muscle: 'front_delts', percent: 50 },
      { muscle: 'side_delts', percent: 49 },
    ],
  }
  const { body } = await post<Schemas['Exercise']>(user, '/api/exercises', input)
  const createdAt = new Date(app.clock.now).toISOString()
  expect<unknown>(body).toEqual({
    ...input,
    source: 'custom',
    engagement: [
      { muscle: 'front_delts', percent: 50, role: 'primary' },
      { muscle: 'side_delts', percent: 49, role: 'secondary' },
      { muscle: 'triceps', percent: 20, role: 'secondary' },
      { muscle: 'abs', percent: 19, role: 'stabilizer' },
    ],
    revision: 1,
    createdAt,
    updatedAt: createdAt,
  })
  expect((await get<Schemas['Exercise']>(user, `/api/exercises/${body.id}`)).body).toEqual(body)
})

test('omitted fields get defaults, such as the full bodyweight for a bodyweight exercise', async () => {
  const user = await app.register()
  const { body } = await post<Schemas['Exercise']>(user, '/api/exercises', minimal)
  expect(body).toMatchObject({
    aliases: [],
    cues: [],
    engagement: [],
    unilateral: false,
    perHand: false,
    bodyweightShare: 0,
  })
  const lift = { ...minimal, name: 'Dip', tracking: 'bodyweight_reps' }
  expect((await post<Schemas['Exercise']>(user, '/api/exercises', lift)).body.bodyweightShare).toBe(1)
})

test('a name can be used once per user, ignoring letter case, until its exercise is deleted', async () => {
  const user = await app.register()
  const first = await post<Schemas['Exercise']>(user, '/api/exercises', { ...minimal, name: 'Große Übung' })
  for (const name of ['Große Übung', 'GROSSE ÜBUNG', 'große u\u0308bung'])
    expect(problemOf(await user.send('POST', '/api/exercises', { body: { ...minimal, name } }))).toEqual([
      409,
      'name_taken',
    ])
  await post(await app.register(), '/api/exercises', { ...minimal, name: 'Große Übung' })
  await remove(user, `/api/exercises/${first.body.id}`)
  await post(user, '/api/exercises', { ...minimal, name: 'große übung' })
})

test('the name of a built-in exercise may be reused', async () => {
  const user = await app.register()
  await post(user, '/api/exercises', { ...minimal, name: 'Barbell Bench Press' })
})

test('an id that is in use, even by a deleted exercise, gets 409 id_taken', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user)
  const create = () => user.send('POST', '/api/exercises', { body: { ...minimal, id: body.id } })
  expect(problemOf(await create())).toEqual([409, 'id_taken'])
  await remove(user, `/api/exercises/${body.id}`)
  expect(problemOf(await create())).toEqual([409, 'id_taken'])
})

test('a muscle listed twice gets 422 unique', async () => {
  const user = await app.register()
  const engagement = ['chest', 'abs', 'chest'].map((muscle) => ({ muscle, percent: 10 }))
  const response = await user.send('POST', '/api/exercises', { body: { ...minimal, engagement } })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/engagement/2/muscle unique'])
})

test('a user can have 1,000 exercises, not counting deleted ones', async () => {
  const user = await app.register()
  const requests = Array.from({ length: 1000 }, (_, number) =>
    user.send('POST', '/api/exercises', { body: { ...minimal, name: `${number}` } }),
  )
  expect((await Promise.all(requests)).every(({ status }) => status === 201)).toBe(true)
  const createAnother = () => user.send('POST', '/api/exercises', { body: { ...minimal, name: 'one more' } })
  expect(problemOf(await createAnother())).toEqual([409, 'conflict'])
  const [first] = requests
  await remove(user, `/api/exercises/${(await first)?.json<Schemas['Exercise']>().id}`)
  expect(expectBody(await createAnother(), 201)).toBeDefined()
})
