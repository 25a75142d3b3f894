import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { get, post, problemOf, remove } from '../training.ts'

const app = await testApp()
const user = await app.register()
const fields = { category: 'push', equipment: 'dumbbell', tracking: 'weight_reps' } as const

type Exercise = Schemas['Exercise']

const restore = (id: string) => user.send('POST', `/api/exercises/${id}/restore`)

test('a deleted exercise is restored unchanged, as a new revision, and can be logged again', async () => {
  const input = {
    ...fields,
    name: 'Landmine press',
    cues: ['Brace'],
    engagement: [{ muscle: 'chest', percent: 60 }],
  }
  const { body: created } = await post<Exercise>(user, '/api/exercises', input)
  await remove(user, `/api/exercises/${created.id}`)
  const response = await restore(created.id)
  const { updatedAt } = response.json<Exercise>()
  expect(response.json<Exercise>()).toEqual({ ...created, revision: 3, updatedAt })
  const read = await get<Exercise>(user, `/api/exercises/${created.id}`)
  expect([read.body, read.etag]).toEqual([response.json(), response.headers.get('etag') ?? ''])
  const workout = {
    startedAt: '2026-03-02T10:00:00.000Z',
    exercises: [{ exerciseId: created.id, sets: [] }],
  }
  expect((await user.send('POST', '/api/workouts', { body: workout })).status).toBe(201)
})

test('restoring an exercise that is not deleted changes nothing', async () => {
  const { body: created } = await post<Exercise>(user, '/api/exercises', { ...fields, name: 'Z press' })
  const response = await restore(created.id)
  expect([response.status, response.json<unknown>()]).toEqual([200, created])
})

test('409 name_taken has the id of the exercise with the name, and changes nothing', async () => {
  const { body: first } = await post<Exercise>(user, '/api/exercises', { ...fields, name: 'Svend press' })
  await remove(user, `/api/exercises/${first.id}`)
  const { body: second } = await post<Exercise>(user, '/api/exercises', { ...fields, name: 'SVEND press' })
  const response = await restore(first.id)
  expect(problemOf(response)).toEqual([409, 'name_taken'])
  expect(response.json<Schemas['Problem']>().existingId).toBe(second.id)
  expect((await get<Exercise>(user, `/api/exercises/${first.id}`)).body.deletedAt).toBeDefined()
  await remove(user, `/api/exercises/${second.id}`)
  expect((await restore(first.id)).status).toBe(200)
})

test('403 for a built-in exercise, 404 for one that does not exist or that another user deleted', async () => {
  expect(problemOf(await restore('barbell-bench-press'))).toEqual([403, 'forbidden'])
  expect(problemOf(await restore(crypto.randomUUID()))).toEqual([404, 'not_found'])
  const other = await app.register()
  const { body: othersExercise } = await post<Exercise>(other, '/api/exercises', {
    ...fields,
    name: 'Other Press',
  })
  await remove(other, `/api/exercises/${othersExercise.id}`)
  expect(problemOf(await restore(othersExercise.id))).toEqual([404, 'not_found'])
})
