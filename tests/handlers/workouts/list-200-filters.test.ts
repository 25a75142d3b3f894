import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { listAll, log, ownExercise, remove, reps, type Workout, type WorkoutInput } from '../training.ts'

const app = await testApp()

/** Lists workouts. Resolves to their names. */
async function listNames(user: TestUser, query: string): Promise<(string | undefined)[]> {
  return (await listAll<Workout>(user, `/api/workouts?${query}`)).map(({ name }) => name)
}

test('workouts are listed by their start, newest first, even if they were logged in a different order', async () => {
  const user = await app.register()
  for (const day of ['05', '01', '09', '03'])
    await log(user, { name: day, startedAt: `2026-03-${day}T10:00:00Z`, exercises: [] })
  expect(await listNames(user, '')).toEqual(['09', '05', '03', '01'])
})

test('q finds text in the name and the notes in any script, ignoring letter case and accents', async () => {
  const user = await app.register()
  const texts = [
    { name: 'Überkopf', notes: 'ÉPAULES fatiguées' },
    { name: 'ΠΟΔΙΑ', notes: '100% (or_so) \\o/' },
    { name: 'Ноги', notes: "it's\nraining" },
    { name: 'a\u030angstro\u0308m' },
    { notes: 'hips' },
    { name: 'Großer Tag', notes: 'ΩΜΟΣ και πλάτη' },
  ]
  for (const [number, text] of texts.entries())
    await log(user, { ...text, startedAt: `2026-03-0${number + 1}T10:00:00Z`, exercises: [] })
  const countFound = async (q: string) => (await listNames(user, `q=${encodeURIComponent(q)}`)).length
  for (const q of [
    'überkopf',
    'ÜBER',
    'épaules',
    'πόδια'.replace('ό', 'ο'),
    'НОГИ',
    'ÅNGSTRÖM',
    'ångström',
    'HIPS',
    'grosser',
    'GROẞER',
    'ώμος'.normalize('NFD').replaceAll('\u0301', ''),
    'ΩΜΟΣ Κ',
    'uberkopf',
    'ueberkopf',
    'epaules fatiguees',
    'grösser',
    'angstrom',
    'ｈｉｐｓ',
    "it's   raining",
  ])
    expect([q, await countFound(q)]).toEqual([q, 1])
  for (const q of ['0% (or_so) \\o', "IT'S", 's\nr']) expect([q, await countFound(q)]).toEqual([q, 1])
  for (const q of ['%', '_', '*', '?', '"'])
    expect([q, await countFound(q)]).toEqual([q, q === '%' || q === '_' ? 1 : 0])
  expect(await countFound('überkopf épaules')).toBe(0)
})

test('q finds the notes of exercises and sets, but no text that spans two of them', async () => {
  const user = await app.register()
  await log(user, {
    name: 'upper',
    notes: 'body',
    startedAt: '2026-03-01T10:00:00Z',
    exercises: [{ exerciseId: 'plank', notes: 'Elbows', sets: [reps(1, undefined, { notes: 'Müde' })] }],
  })
  for (const q of ['elbow', 'mude', 'muede', 'MÜDE'])
    expect([q, await listNames(user, `q=${q}`)]).toEqual([q, ['upper']])
  for (const q of ['upperbody', 'upper body', 'body%0Aelbows', 'elbows mude'])
    expect([q, await listNames(user, `q=${q}`)]).toEqual([q, []])
})

test('exerciseId finds the workouts with the exercise, even without sets', async () => {
  const user = await app.register()
  const custom = await ownExercise(user)
  const logWith = (name: string, ...exerciseIds: string[]) =>
    log(user, {
      name,
      startedAt: `2026-03-0${name}T10:00:00Z`,
      exercises: exerciseIds.map((exerciseId) => ({ exerciseId, sets: [] })),
    })
  await logWith('1', 'plank', custom.body.id)
  await logWith('2', 'plank', 'plank')
  await logWith('3', custom.body.id)
  expect(await listNames(user, `exerciseId=${custom.body.id}`)).toEqual(['3', '1'])
  expect(await listNames(user, 'exerciseId=plank')).toEqual(['2', '1'])
  expect(await listNames(user, 'exerciseId=no-such-lift')).toEqual([])
  await remove(user, `/api/exercises/${custom.body.id}`)
  expect(await listNames(user, `exerciseId=${custom.body.id}`)).toEqual(['3', '1'])
})

test('any combination of filters selects the same workouts as filtering in memory', async () => {
  const user = await app.register()
  const inputs: WorkoutInput[] = Array.from({ length: 36 }, (_, number) => ({
    name: `${number % 2 === 0 ? 'Push' : 'pull'} ${number}`,
    startedAt: `2026-03-${String(1 + (number % 12)).padStart(2, '0')}T1${number % 10}:00:00.000Z`,
    ...(number % 3 === 0 ? {} : { endedAt: '2026-04-01T00:00:00.000Z' }),
    exercises: [{ exerciseId: number % 4 === 0 ? 'plank' : 'pull-up', sets: [] }],
  }))
  for (const input of inputs) await log(user, input)
  const workouts = await listAll<Workout>(user, '/api/workouts')
  const day = fc.integer({ min: 1, max: 13 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`)
  const query = fc.record(
    {
      from: day,
      to: day,
      exerciseId: fc.constantFrom('plank', 'pull-up'),
      q: fc.constantFrom('push', 'PULL', '1'),
      status: fc.constantFrom('in_progress', 'completed'),
      limit: fc.constantFrom('1', '5', '50'),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(
      query.filter(({ from = '', to = '9' }) => from <= to),
      async ({ from = '', to = '9', exerciseId, q = '', status, limit = '50' }) => {
        const parameters = Object.entries({ from, to, exerciseId, q, status, limit })
          .filter(([, value]) => value !== undefined && value !== '' && value !== '9')
          .map(([name, value]) => `${name}=${value}`)
        const expected = workouts.filter(
          ({ startedAt, exercises, name, endedAt }) =>
            startedAt.slice(0, 10) >= from &&
            startedAt.slice(0, 10) <= to &&
            (exerciseId === undefined || exercises.some((exercise) => exercise.exerciseId === exerciseId)) &&
            name?.toLowerCase().includes(q.toLowerCase()) &&
            (status === undefined || (status === 'completed') === (endedAt !== undefined)),
        )
        expect(await listAll<Workout>(user, `/api/workouts?${parameters.join('&')}`)).toEqual(expected)
      },
    ),
    { numRuns: runs(60) },
  )
})
