import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { expectBody, listAll, ownExercise, problemOf, remove } from '../training.ts'

const app = await testApp()
const user = await app.register()
const custom = await ownExercise(user, {
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

const exercises = await listAll<Exercise>(user, '/api/exercises?limit=200')

const idsFor = async (query: string) =>
  (await listAll<Exercise>(user, `/api/exercises?${query}`)).map(({ id }) => id)

test('the list has the catalogue and the user’s exercises, sorted by name', async () => {
  expect(exercises.length).toBeGreaterThan(500)
  expect(exercises.some(({ id }) => id === custom.body.id)).toBe(true)
  const names = exercises.map(({ name }) => name.toLowerCase())
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('q matches prefixes of the words of a name or alias, in any order', async () => {
  for (const q of ['zercher thing', 'THING zer', 'crook', 'elbow thing', 'groß', 'zercher  ']) {
    expect([q, (await idsFor(`q=${encodeURIComponent(q)}`)).includes(custom.body.id)]).toEqual([q, true])
  }
  for (const q of ['rcher', 'zercher nothing', 'ing', '-', '💪']) {
    expect([q, (await idsFor(`q=${encodeURIComponent(q)}`)).includes(custom.body.id)]).toEqual([q, false])
  }
  expect(await idsFor('q=bench+barbell')).toContain('barbell-bench-press')
})

test('a muscle with 0% is not engaged', async () => {
  expect(await idsFor('muscle=neck&source=custom')).toEqual([])
  expect(await idsFor('muscle=quads&minEngagement=95&source=custom')).toEqual([custom.body.id])
  expect(await idsFor('muscle=quads&minEngagement=96&source=custom')).toEqual([])
})

test('sort=engagement lists the highest first, over all pages', async () => {
  const listed = await listAll<Exercise>(user, '/api/exercises?muscle=chest&sort=engagement&limit=7')
  const percents = listed.map(
    ({ engagement }) => engagement.find(({ muscle }) => muscle === 'chest')?.percent ?? 0,
  )
  expect(percents).toEqual(percents.toSorted((a, b) => b - a))
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
  expect(listed.length).toBe((await idsFor('muscle=chest')).length)
})

test('a filter that requires another parameter gets 422 without it', async () => {
  const response = await user.send('GET', '/api/exercises?minEngagement=50&sort=engagement')
  expect(problemOf(response)).toEqual([422, 'validation_failed', 'minEngagement requires', 'sort requires'])
  const withoutSearch = await user.send('GET', '/api/exercises?sort=relevance')
  expect(problemOf(withoutSearch)).toEqual([422, 'validation_failed', 'sort requires'])
})

test('any combination of filters selects the same exercises as filtering in memory', async () => {
  const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
  const filters = fc.record(
    {
      muscle: oneOf('chest', 'quads', 'biceps', 'abs'),
      minEngagement: oneOf(20, 50, 90),
      equipment: fc.uniqueArray(oneOf('barbell', 'dumbbell', 'bodyweight', 'cable'), { minLength: 1 }),
      category: oneOf('push', 'pull', 'legs', 'core', 'cardio', 'mobility'),
      pattern: oneOf('squat', 'hinge', 'horizontal_push', 'elbow_flexion'),
      mechanic: oneOf('compound', 'isolation'),
      difficulty: oneOf('beginner', 'intermediate', 'advanced'),
      source: oneOf('builtin', 'custom'),
      limit: oneOf(3, 50, 200),
    },
    { requiredKeys: ['limit'] },
  )
  await fc.assert(
    fc.asyncProperty(filters, async ({ muscle, minEngagement, equipment, source, limit, ...fields }) => {
      const threshold = muscle === undefined ? undefined : minEngagement
      const query = new URLSearchParams({ limit: `${limit}`, ...fields })
      if (muscle) query.set('muscle', muscle)
      if (threshold) query.set('minEngagement', `${threshold}`)
      if (source) query.set('source', source)
      for (const choice of equipment ?? []) query.append('equipment', choice)
      const expected = exercises.filter(
        (exercise) =>
          Object.entries(fields).every(([field, value]) => Reflect.get(exercise, field) === value) &&
          (equipment === undefined || equipment.some((choice) => choice === exercise.equipment)) &&
          (source === undefined || exercise.source === source) &&
          (muscle === undefined ||
            exercise.engagement.some((item) => item.muscle === muscle && item.percent >= (threshold ?? 1))),
      )
      expect(await idsFor(query.toString())).toEqual(expected.map(({ id }) => id))
    }),
    { numRuns: runs(60) },
  )
})

test('without a token, the list has only built-in exercises', async () => {
  const response = await app.send('GET', '/api/exercises?q=zercher&limit=200')
  const { items } = expectBody<{ items: Exercise[] }>(response, 200)
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ source }) => source === 'builtin')).toBe(true)
  expect(expectBody(await app.send('GET', '/api/exercises?source=custom'), 200)).toEqual({ items: [] })
})

test('a deleted exercise is not listed, but can be read', async () => {
  const { body } = await ownExercise(user, { name: 'Deleted Soon' })
  await remove(user, `/api/exercises/${body.id}`)
  expect(await idsFor('source=custom&q=deleted')).toEqual([])
  const read = await user.send('GET', `/api/exercises/${body.id}`)
  expect(expectBody<Exercise>(read, 200)).toMatchObject({
    name: 'Deleted Soon',
    revision: 2,
    deletedAt: expect.any(String),
  })
})
