import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { get, listAll, put } from '../training.ts'

const app = await testApp()
const path = '/api/progressions'

type Choice = Schemas['ChosenProgression']

test('listProgressions lists the schemes that a user chose, by exercise and in pages, but no reverted ones', async () => {
  const user = await app.register()
  const other = await app.register()
  const scheme: Schemas['ProgressionScheme'] = { scheme: 'linear', sets: 5, reps: 5 }
  const choose = async (exerciseId: string, chooser = user): Promise<Choice> => {
    const of = `/api/exercises/${exerciseId}/progression`
    const { body } = await put<Schemas['ExerciseProgression']>(chooser, of, scheme, '*')
    const { since = '', revision, progression } = body
    return { exerciseId, progression, since, revision }
  }
  expect((await get<Schemas['ChosenProgressionList']>(user, path)).body).toEqual({ items: [] })
  await choose('barbell-deadlift', other)
  const row = await choose('barbell-row')
  const squat = await choose('barbell-back-squat')
  const bench = await choose('barbell-bench-press')
  const list = (limit: number) => listAll<Choice>(user, `${path}?limit=${limit}`)
  for (const limit of [1, 2, 3, 200]) expect(await list(limit)).toEqual([squat, bench, row])
  const reset = await user.send('DELETE', '/api/exercises/barbell-bench-press/progression', {
    headers: { 'If-Match': '*' },
  })
  expect(reset.status).toBe(204)
  for (const limit of [1, 2]) expect(await list(limit)).toEqual([squat, row])
})

test('listProgressions changes its ETag if a choice changes', async () => {
  const user = await app.register()
  const { etag } = await get(user, path)
  const headers = { 'If-None-Match': etag }
  expect((await user.send('GET', path, { headers })).status).toBe(304)
  await put(user, '/api/exercises/barbell-row/progression', { scheme: 'linear' }, '*')
  expect((await user.send('GET', path, { headers })).status).toBe(200)
})
