import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { get, inputOf, log, reps, save, type Workout } from '../training.ts'

const app = await testApp()
const user = await app.register()

/** Counts the rows of each table that an action writes. */
async function written(sqlite: Database, work: () => Promise<unknown>): Promise<Record<string, number>> {
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

async function started() {
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
  if (!first || !second || !third) throw new Error('three exercises were posted')
  return { input: inputOf(body), body, etag, first, second, third }
}

test('nothing, if nothing changed: the revision, the times and the ETag stay the same', async () => {
  const { input, body, etag } = await started()
  app.clock.now += 1000
  expect(
    await written(app.sqlite, async () => {
      expect(await save(user, input, etag)).toEqual({ body, etag })
    }),
  ).toEqual({})
})

test('nothing, if a time is spelled differently, a target’s members are reordered, or 0 is −0', async () => {
  const { input, etag, first } = await started()
  const target = { reps: { min: 5, max: 8 }, rpe: 8, weight: { value: 100, unit: 'kg' } } as const
  const [set] = first.sets
  if (!set) throw new Error('three sets were posted')
  const withTarget = await save(
    user,
    { ...input, exercises: [{ ...first, sets: [{ ...set, restSeconds: 0, target }] }] },
    etag,
  )
  const again = `{"startedAt":"2026-03-02T10:00:00Z","bodyweight":{"unit":"kg","value":8.24e1},"exercises":[{
    "sets":[{"weight":{"unit":"kg","value":100.0},"target":{"weight":{"unit":"kg","value":100},"rpe":8.0,"reps":{"max":8,"min":5}},
    "restSeconds":-0,"rpe":8,"type":"normal","reps":5,"id":"${set.id}"}],"exerciseId":"barbell-bench-press","notes":"slowly","id":"${first.id}"}]}`
  const response = await written(app.sqlite, async () => {
    const headers = { 'If-Match': withTarget.etag }
    const saved = await user.send('PUT', `/api/workouts/${input.id}`, { raw: again, headers })
    expect(saved.json<Workout>()).toEqual(withTarget.body)
  })
  expect(response).toEqual({})
})

const repacked = { 'update packedWorkouts': 1 }
const oneExercise = { ...everySave, ...repacked, 'update performedExercises': 1 }

test('the exercise of a set, if one was added', async () => {
  const { input, etag, first } = await started()
  const more = { ...first, sets: [...first.sets, reps(5, 102.5)] }
  const changed = { ...input, exercises: [more, ...input.exercises.slice(1)] }
  expect(await written(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('the exercise of a set, if one was edited', async () => {
  const { input, etag, first } = await started()
  const edited = first.sets.with(1, { ...reps(4, 100, { rpe: 10 }), id: first.sets[1]?.id ?? '' })
  const changed = { ...input, exercises: [{ ...first, sets: edited }, ...input.exercises.slice(1)] }
  expect(await written(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('the exercise of a set, if the last one was removed', async () => {
  const { input, etag, first } = await started()
  const left = { ...first, sets: first.sets.slice(0, 2) }
  const changed = { ...input, exercises: [left, ...input.exercises.slice(1)] }
  expect(await written(app.sqlite, () => save(user, changed, etag))).toEqual(oneExercise)
})

test('only the document, if the notes of an exercise changed', async () => {
  const { input, etag, first } = await started()
  const changed = { ...input, exercises: [{ ...first, notes: 'fast' }, ...input.exercises.slice(1)] }
  expect(await written(app.sqlite, () => save(user, changed, etag))).toEqual(everySave)
})

test('no exercise, if the workout ended', async () => {
  const { input, etag } = await started()
  const ended = { ...input, endedAt: '2026-03-02T11:00:00.000Z' }
  expect(await written(app.sqlite, () => save(user, ended, etag))).toEqual({ ...everySave, ...repacked })
})

test('no exercise, if two were swapped', async () => {
  const { input, etag, first, second, third } = await started()
  const changed = { ...input, exercises: [second, first, third] }
  expect(await written(app.sqlite, () => save(user, changed, etag))).toEqual({ ...everySave, ...repacked })
})

test('one exercise, if it was removed', async () => {
  const { input, etag, first, second } = await started()
  const rows = await written(app.sqlite, () => save(user, { ...input, exercises: [first, second] }, etag))
  expect(rows).toEqual({ ...everySave, ...repacked, 'delete performedExercises': 1 })
  expect((await get<Workout>(user, `/api/workouts/${input.id}`)).body.exercises).toHaveLength(2)
})

test('every exercise, if the start of the workout changed', async () => {
  const { input, etag } = await started()
  const moved = { ...input, startedAt: '2026-03-02T09:00:00.000Z' }
  expect(await written(app.sqlite, () => save(user, moved, etag))).toEqual({
    ...everySave,
    'delete packedWorkouts': 1,
    'insert packedWorkouts': 1,
    'delete performedExercises': 3,
    'insert performedExercises': 3,
  })
})
