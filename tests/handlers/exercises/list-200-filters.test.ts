import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { expectBody, listAll, ownExercise, problemOf, remove } from '../training.ts'

const app = await testApp()
const user = await app.register()
const own = await ownExercise(user, {
  name: 'Zercher Thing',
  aliases: ['Großer Zercher', 'crooked elbow lift'],
  category: 'legs',
  pattern: 'squat',
  mechanic: 'compound',
  difficulty: 'advanced',
  engagement: [
    { muscle: 'quads', percent: 95 },
    { muscle: 'neck', percent: 0 },
  ],
})

type Exercise = Schemas['Exercise']

const all = await listAll<Exercise>(user, '/api/exercises?limit=200')

const ids = async (query: string) =>
  (await listAll<Exercise>(user, `/api/exercises?${query}`)).map(({ id }) => id)

test('the catalogue and the user’s own exercises, by name', async () => {
  expect(all.length).toBeGreaterThan(500)
  expect(all.some(({ id }) => id === own.body.id)).toBe(true)
  const names = all.map(({ name }) => name.toLowerCase())
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('q matches prefixes of the words of a name or alias, in any order', async () => {
  for (const q of ['zercher thing', 'THING zer', 'crook', 'elbow thing', 'groß', 'zercher  ']) {
    expect([q, (await ids(`q=${encodeURIComponent(q)}`)).includes(own.body.id)]).toEqual([q, true])
  }
  for (const q of ['rcher', 'zercher nothing', 'ing', '-', '💪']) {
    expect([q, (await ids(`q=${encodeURIComponent(q)}`)).includes(own.body.id)]).toEqual([q, false])
  }
  expect(await ids('q=bench+barbell')).toContain('barbell-bench-press')
})

test('a muscle with 0 % is not engaged', async () => {
  expect(await ids('muscle=neck&source=custom')).toEqual([])
  expect(await ids('muscle=quads&minEngagement=95&source=custom')).toEqual([own.body.id])
  expect(await ids('muscle=quads&minEngagement=96&source=custom')).toEqual([])
})

test('by engagement: the highest first, over all pages', async () => {
  const found = await listAll<Exercise>(user, '/api/exercises?muscle=chest&sort=engagement&limit=7')
  const percents = found.map(
    ({ engagement }) => engagement.find(({ muscle }) => muscle === 'chest')?.percent ?? 0,
  )
  expect(percents).toEqual(percents.toSorted((a, b) => b - a))
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  expect(found.length).toBe((await ids('muscle=chest')).length)
})

test('a filter that requires muscle is 422 without it', async () => {
  const response = await user.send('GET', '/api/exercises?minEngagement=50&sort=engagement')
  expect(problemOf(response)).toEqual([422, 'validation_failed', 'minEngagement requires', 'sort requires'])
  const noSearch = await user.send('GET', '/api/exercises?sort=relevance')
  expect(problemOf(noSearch)).toEqual([422, 'validation_failed', 'sort requires'])
})

test('any combination of filters equals filtering all exercises in memory', async () => {
  const some = <T>(...values: T[]) => fc.constantFrom(...values)
  const filters = fc.record(
    {
      muscle: some('chest', 'quads', 'biceps', 'abs'),
      minEngagement: some(20, 50, 90),
      equipment: fc.uniqueArray(some('barbell', 'dumbbell', 'bodyweight', 'cable'), { minLength: 1 }),
      category: some('push', 'pull', 'legs', 'core', 'cardio', 'mobility'),
      pattern: some('squat', 'hinge', 'horizontal_push', 'elbow_flexion'),
      mechanic: some('compound', 'isolation'),
      difficulty: some('beginner', 'intermediate', 'advanced'),
      source: some('builtin', 'custom'),
      limit: some(3, 50, 200),
    },
    { requiredKeys: ['limit'] },
  )
  await fc.assert(
    fc.asyncProperty(filters, async ({ muscle, minEngagement, equipment, source, limit, ...facts }) => {
      const threshold = muscle === undefined ? undefined : minEngagement
      const query = new URLSearchParams({ limit: `${limit}`, ...facts })
      if (muscle) query.set('muscle', muscle)
      if (threshold) query.set('minEngagement', `${threshold}`)
      if (source) query.set('source', source)
      for (const one of equipment ?? []) query.append('equipment', one)
      const expected = all.filter(
        (exercise) =>
          Object.entries(facts).every(([fact, value]) => Reflect.get(exercise, fact) === value) &&
          (equipment === undefined || equipment.some((one) => one === exercise.equipment)) &&
          (source === undefined || exercise.source === source) &&
          (muscle === undefined ||
            exercise.engagement.some((on) => on.muscle === muscle && on.percent >= (threshold ?? 1))),
      )
      expect(await ids(query.toString())).toEqual(expected.map(({ id }) => id))
    }),
    { numRuns: runs(60) },
  )
})

test('without a token, only the built-in ones', async () => {
  const response = await app.send('GET', '/api/exercises?q=zercher&limit=200')
  const { items } = expectBody<{ items: Exercise[] }>(response, 200)
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ source }) => source === 'builtin')).toBe(true)
  expect(expectBody(await app.send('GET', '/api/exercises?source=custom'), 200)).toEqual({ items: [] })
})

test('a deleted exercise is not listed, and can be read', async () => {
  const { body } = await ownExercise(user, { name: 'Short lived' })
  await remove(user, `/api/exercises/${body.id}`)
  expect(await ids('source=custom&q=short')).toEqual([])
  const read = await user.send('GET', `/api/exercises/${body.id}`)
  expect(expectBody<Exercise>(read, 200)).toMatchObject({
    name: 'Short lived',
    revision: 2,
    deletedAt: expect.any(String),
  })
})
