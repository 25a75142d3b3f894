import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { get, inputOf, log, reps, save, type Workout } from '../training.ts'

const app = await testApp()
const user = await app.register()

/** Counts the inserted, updated and deleted rows of each table during some work. */
async function countWrites(sqlite: Database, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const tables = [
    'users',
    'workouts',
    'packedWorkouts',
    'performedExercises',
    'workoutRevisions',
    'idempotencyKeys',
  ]
  const changes = ['insert', 'update', 'delete']
  const triggers = tables.flatMap((table) =>
    changes.map((change) => ({ table, change, name: `${table}-${change}` })),
  )
  sqlite.run('create temp table written (what text)')
  for (const { table, change, name } of triggers) {
    sqlite.run(
      `create temp trigger "${name}" after ${change} on main."${table}"
       begin insert into written values ('${change} ${table}'); end`,
    )
  }
  try {
    await work()
    const rows = sqlite.query<{ what: string; rows: number }, []>(
      'select what, count(*) as rows from written group by what',
    )
    return Object.fromEntries(rows.all().map(({ what, rows: count }) => [what, count]))
  } finally {
    for (const { name } of triggers) sqlite.run(`drop trigger temp."${name}"`)
    sqlite.run('drop table temp.written')
  }
}

const everySave = { 'update users': 1, 'update workouts': 1, 'insert workoutRevisions': 1 }

async function logWorkout() {
  const exercise = (exerciseId: string) => ({
    exerciseId,
    notes: 'slowly',
    sets: [reps(5, 100, { rpe: 8 }), reps(5, 100), reps(5, 100)],
  })
  const { body, etag } = await log(user, {
    startedAt: '2026-03-02T10:00:00.000Z',
    bodyweight: { value: 82.4, unit: 'kg' },
    exercises: [exercise('barbell-bench-press'), exercise('barbell-row'), exercise('plank')],
  })
  const [first, second, third] = body.exercises
  if (!first || !second || !third) throw new Error('the workout has fewer than three exercises')
  return { input: inputOf(body), body, etag, first, second, third }
}

test('a save without changes writes nothing, and the revision, the times and the ETag stay the same', async () => {
  const { input, body, etag } = await logWorkout()
  app.clock.now += 1000
  expect(
    await countWrites(app.sqlite, async () => {
      expect(await save(user, input, etag)).toEqual({ body, etag })
    }),
  ).toEqual({})
})

test('a save with a different form of a time, order of members or −0 writes nothing', async () => {
  const { input, etag, first } = await logWorkout()
  const target = { reps: { min: 5, max: 8 }, rpe: 8, weight: { value: 100, unit: 'kg' } } as const
  const [set] = first.sets
  if (!set) throw new Error('the exercise has no set')
  const withTarget = await save(
    user,
    { ...input, exercises: [{ ...first, sets: [{ ...set, restSeconds: 0, target }] }] },
    etag,
  )
  const raw = `{"startedAt":"2026-03-02T10:00:00Z","bodyweight":{"unit":"kg","value":8.24e1},"exercises":[{
    "sets":[{"weight":{"unit":"kg","value":100.0},"target":{"weight":{"unit":"kg","value":100},"rpe":8.0,"reps":{"max":8,"min":5}},
    "restSeconds":-0,"rpe":8,"type":"normal","reps":5,"id":"${set.id}"}],"exerciseId":"barbell-bench-press","notes":"slowly","id":"${first.id}"}]}`
  const writes = await countWrites(app.sqlite, async () => {
    const headers = { 'If-Match': withTarget.etag }
    const saved = await user.send('PUT', `/api/workouts/${input.id}`, { raw, headers })
    expect(saved.json<Workout>()).toEqual(withTarget.body)
  })
  expect(writes).toEqual({})
})

const repacked = { 'update packedWorkouts': 1 }
const oneExercise = { ...everySave, ...repacked, 'update performedExercises': 1 }

test('adding a set writes one exercise', async () => {
  const { input, etag, first } = await logWorkout()
  const extended = { ...first, sets: [...first.sets, reps(5, 102.5)] }
  const changed = { ...input, exercises: [extended, ...input.exercises.slice(1)] }
  expect(await countWrites(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('editing a set writes one exercise', async () => {
  const { input, etag, first } = await logWorkout()
  const edited = first.sets.with(1, { ...reps(4, 100, { rpe: 10 }), id: first.sets[1]?.id ?? '' })
  const changed = { ...input, exercises: [{ ...first, sets: edited }, ...input.exercises.slice(1)] }
  expect(await countWrites(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('removing a set writes one exercise', async () => {
  const { input, etag, first } = await logWorkout()
  const shortened = { ...first, sets: first.sets.slice(0, 2) }
  const changed = { ...input, exercises: [shortened, ...input.exercises.slice(1)] }
  expect(await countWrites(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('changing the notes of an exercise writes only the document', async () => {
  const { input, etag, first } = await logWorkout()
  const changed = { ...input, exercises: [{ ...first, notes: 'fast' }, ...input.exercises.slice(1)] }
  expect(await countWrites(app.sqlite, () => save(user, changed, etag))).toEqual(everySave)
})

test('ending a workout writes no exercise', async () => {
  const { input, etag } = await logWorkout()
  const ended = { ...input, endedAt: '2026-03-02T11:00:00.000Z' }
  expect(await countWrites(app.sqlite, () => save(user, ended, etag))).toEqual({ ...everySave, ...repacked })
})

test('swapping two exercises writes no exercise', async () => {
  const { input, etag, first, second, third } = await logWorkout()
  const changed = { ...input, exercises: [second, first, third] }
  expect(await countWrites(app.sqlite, () => save(user, changed, etag))).toEqual({
    ...everySave,
    ...repacked,
  })
})

test('removing an exercise writes only that one', async () => {
  const { input, etag, first, second } = await logWorkout()
  const rows = await countWrites(app.sqlite, () => save(user, { ...input, exercises: [first, second] }, etag))
  expect(rows).toEqual({ ...everySave, ...repacked, 'delete performedExercises': 1 })
  expect((await get<Workout>(user, `/api/workouts/${input.id}`)).body.exercises).toHaveLength(2)
})

test('changing the start of a workout writes every exercise', async () => {
  const { input, etag } = await logWorkout()
  const moved = { ...input, startedAt: '2026-03-02T09:00:00.000Z' }
  expect(await countWrites(app.sqlite, () => save(user, moved, etag))).toEqual({
    ...everySave,
    'delete packedWorkouts': 1,
    'insert packedWorkouts': 1,
    'delete performedExercises': 3,
    'insert performedExercises': 3,
  })
})
