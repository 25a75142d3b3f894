import { expect, test } from 'bun:test'
import { createId, type DeadLetter, type ExerciseToPut, type Replog } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { logIn, repsOf, signUp, squats, workoutIn } from './support/logs.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const
const lift: ExerciseToPut = {
  name: 'My lift',
  category: 'push',
  equipment: 'barbell',
  tracking: 'weight_reps',
}

/** A program of one exercise. */
const routineOf = (exerciseId: string) => ({
  days: [{ key: 'day', slots: [{ key: 'lift', exerciseId, sets: [{ reps: { min: 5, max: 5 } }] }] }],
  weeks: [{ key: 'week', days: ['day'] }],
})

test('a rejected write becomes a dead letter, stays visible, and is sent again once it is corrected', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put({ ...squats(5), endedAt: '2026-11-20T10:00:00.000Z' })
  const accepted = await replog.workouts.put(squats(6))
  expect(await replog.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 1 })
  const [letter] = replog.deadLetters.list()
  expect(letter).toMatchObject({
    resource: 'workout',
    resourceId: id,
    op: 'put',
    problem: { code: 'validation_failed', errors: [{ pointer: '/endedAt' }] },
  })
  expect(repsOf(replog.workouts.get(id))).toEqual([5])
  expect(replog.workouts.get(accepted.id)?.revision).toBe(1)
  await replog.deadLetters.retry(letter?.id ?? '', squats(7))
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)).toMatchObject({ revision: 1 })
  expect(repsOf(replog.workouts.get(id))).toEqual([7])
})

test.each([
  ['corrected', 'corrected'],
  ['retried', 'later'],
])('if a rejected write is %s after another device’s edit, the %s name wins', async (change, name) => {
  const { replog, email } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  await replog.sync()
  const { replog: tablet } = await logIn(app, email)
  const { endedAt: _, ...workout } = workoutIn(replog, id)
  const exerciseId = createId()
  const exercises = [{ exerciseId, sets: [] }, ...workout.exercises]
  await replog.workouts.put({ ...workout, exercises, name: 'earlier' })
  expect((await replog.sync()).deadLetters).toBe(1)
  app.clock.now += 10_000
  await tablet.workouts.put({ ...workoutIn(tablet, id), name: 'later' })
  await tablet.sync()
  app.clock.now += 10_000
  const [letter] = replog.deadLetters.list()
  if (!letter) throw new Error('the workout was not rejected')
  if (change === 'corrected') await replog.deadLetters.retry(letter.id, { ...workout, name })
  else {
    await replog.exercises.put({ ...lift, id: exerciseId })
    await replog.deadLetters.retry(letter.id)
  }
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)?.name).toBe(name)
})

test('putting a corrected version sends it, and clears the dead letter', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  await replog.sync()
  const before = workoutIn(replog, id)
  const rejected = { ...before, name: 'renamed', endedAt: '2026-11-20T10:00:00.000Z' }
  const { endedAt: _, ...workout } = await replog.workouts.put(rejected)
  expect((await replog.sync()).deadLetters).toBe(1)
  await replog.workouts.put(workout)
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)).toMatchObject({ name: 'renamed', revision: 2 })
})

test('a page that has not seen the dead letter doesn’t overwrite it', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  await replog.sync()
  const before = workoutIn(replog, id)
  await replog.workouts.put({ ...before, name: 'renamed', endedAt: '2026-11-20T10:00:00.000Z' })
  expect((await replog.sync()).deadLetters).toBe(1)
  await replog.workouts.put({ ...before, notes: 'from another page' })
  expect((await replog.sync()).deadLetters).toBe(1)
  expect(replog.workouts.get(id)).toMatchObject({ name: 'renamed', notes: 'from another page' })
  const [letter] = replog.deadLetters.list()
  const { endedAt: _, ...corrected } = workoutIn(replog, id)
  await replog.deadLetters.retry(letter?.id ?? '', corrected)
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)).toMatchObject({ name: 'renamed', notes: 'from another page' })
})

test('discarding a dead letter shows the server’s state again', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  await replog.sync()
  await replog.workouts.put({ ...workoutIn(replog, id), endedAt: '2026-11-20T10:00:00.000Z' })
  await replog.sync()
  await replog.deadLetters.discard(replog.deadLetters.list()[0]?.id ?? '')
  expect(replog.status).toEqual(synced)
  expect(replog.workouts.get(id)?.endedAt).toBeUndefined()
})

test('a workout waits for the rejected exercise that it uses, and is sent with it', async () => {
  const { replog } = await signUp(app)
  await replog.exercises.put(lift)
  await replog.sync()
  const invalidExercise = await replog.exercises.put({ ...lift, name: ' ' })
  const { id } = await replog.workouts.put({
    ...squats(5),
    exercises: [{ exerciseId: invalidExercise.id, sets: [{ type: 'normal', reps: 5 }] }],
  })
  expect((await replog.sync()).deadLetters).toBe(2)
  const later = await replog.workouts.put({
    ...squats(5),
    exercises: [{ exerciseId: invalidExercise.id, sets: [{ type: 'normal', reps: 6 }] }],
  })
  expect((await replog.sync()).deadLetters).toBe(3)
  const letter = replog.deadLetters.list().find(({ resource }) => resource === 'exercise')
  const waiting = replog.deadLetters.list().filter(({ dependsOn }) => dependsOn === letter?.id)
  expect(waiting.map(({ resourceId }) => resourceId).sort()).toEqual([id, later.id].sort())
  await replog.deadLetters.retry(letter?.id ?? '', { ...lift, name: 'Another' })
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)?.exercises[0]?.exerciseId).toBe(invalidExercise.id)
  expect(replog.workouts.get(later.id)?.revision).toBe(1)
})

const removals = [
  ['discarded', (replog: Replog, letter: DeadLetter) => replog.deadLetters.discard(letter.id)],
  ['deleted', (replog: Replog, letter: DeadLetter) => replog.exercises.delete(letter.resourceId)],
] as const

test.each(removals)(
  'if a rejected exercise is %s, the workout that uses it is rejected because the exercise is unknown',
  async (_, remove) => {
    const { replog } = await signUp(app)
    const { id: exerciseId } = await replog.exercises.put({ ...lift, name: ' ' })
    const { id } = await replog.workouts.put({
      ...squats(5),
      exercises: [{ exerciseId, sets: [{ type: 'normal', reps: 5 }] }],
    })
    await replog.sync()
    const letter = replog.deadLetters.list().find(({ resource }) => resource === 'exercise')
    if (!letter) throw new Error('the exercise was not rejected')
    await remove(replog, letter)
    expect(await replog.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 1 })
    const [waiting] = replog.deadLetters.list()
    expect(waiting).toMatchObject({
      resourceId: id,
      problem: { errors: [{ code: 'unknown_exercise' }] },
    })
    expect(waiting?.dependsOn).toBeUndefined()
    await replog.workouts.put({ ...workoutIn(replog, id), ...squats(5) })
    expect(await replog.sync()).toEqual(synced)
    expect(repsOf(replog.workouts.get(id))).toEqual([5])
  },
)

test('a program that uses a rejected exercise, and the run that follows it, are sent with the exercise', async () => {
  const { replog } = await signUp(app)
  const { id: exerciseId } = await replog.exercises.put({ ...lift, name: ' ' })
  const { id: programId } = await replog.programs.put({ ...routineOf(exerciseId), name: 'My lift' })
  const run = await replog.runs.put({ programId, programRevision: 1, decisions: [], lifts: [] })
  expect((await replog.sync()).deadLetters).toBe(3)
  const letter = replog.deadLetters.list().find(({ resource }) => resource === 'exercise')
  await replog.deadLetters.retry(letter?.id ?? '', { ...lift, name: 'A good name' })
  expect(await replog.sync()).toEqual(synced)
  expect(replog.runs.get(run.id)?.revision).toBe(1)
})

test('correcting a rejected program sends it and the run that follows it', async () => {
  const { replog } = await signUp(app)
  const invalid = await replog.programs.put({ ...routineOf('barbell-back-squat'), name: ' ' })
  const run = await replog.runs.put({
    programId: invalid.id,
    programRevision: 1,
    decisions: [],
    lifts: [],
  })
  expect((await replog.sync()).deadLetters).toBe(2)
  await replog.programs.put({ ...invalid, name: 'A good name' })
  expect(await replog.sync()).toEqual(synced)
  expect(replog.programs.get(invalid.id)?.name).toBe('A good name')
  expect(replog.runs.get(run.id)?.revision).toBe(1)
})

test.each([
  [
    'retried',
    (replog: Replog, letter: DeadLetter) => replog.deadLetters.retry(letter.id, { ...lift, name: 'Another' }),
  ],
  [
    'put again',
    (replog: Replog, letter: DeadLetter) =>
      replog.exercises.put({ ...lift, id: letter.resourceId, name: 'Another' }),
  ],
] as const)(
  'a workout logged while its exercise was rejected is sent once the exercise is corrected and %s',
  async (_, correct) => {
    const { replog } = await signUp(app)
    const { id: exerciseId } = await replog.exercises.put({ ...lift, name: ' ' })
    expect((await replog.sync()).deadLetters).toBe(1)
    const exercises = [{ exerciseId, sets: [{ type: 'normal', reps: 5 } as const] }]
    const { id } = await replog.workouts.put({ ...squats(), exercises })
    const [letter] = replog.deadLetters.list()
    if (!letter) throw new Error('the exercise was not rejected')
    await correct(replog, letter)
    expect(await replog.sync()).toEqual(synced)
    expect(replog.workouts.get(id)).toMatchObject({ revision: 1 })
  },
)

test('a run started while its program was rejected is sent after the corrected program', async () => {
  const { replog } = await signUp(app)
  const invalid = await replog.programs.put({ ...routineOf('barbell-back-squat'), name: ' ' })
  expect((await replog.sync()).deadLetters).toBe(1)
  const run = await replog.runs.put({ programId: invalid.id, programRevision: 1, decisions: [], lifts: [] })
  // The corrected program uses an exercise that is newer than the run.
  const { id: exerciseId } = await replog.exercises.put(lift)
  await replog.programs.put({ ...invalid, ...routineOf(exerciseId), name: 'A good name' })
  expect(await replog.sync()).toEqual(synced)
  expect(replog.runs.get(run.id)?.revision).toBe(1)
})

test('a server error on an exercise doesn’t turn the workout that uses it into a dead letter', async () => {
  const { replog, device } = await signUp(app)
  await replog.sync()
  const { id: exerciseId } = await replog.exercises.put(lift)
  const { id } = await replog.workouts.put({ ...squats(), exercises: [{ exerciseId, sets: [] }] })
  device.fetch = async (request) => {
    if (!request.url.endsWith('/push')) return app.fetch(request)
    const { mutations, ...otherMembers } = await request.json()
    const [failed, ...remaining] = mutations
    const body = JSON.stringify({ ...otherMembers, mutations: remaining })
    const response = await app.fetch(
      new Request(request.url, { method: 'POST', headers: request.headers, body }),
    )
    const { results } = await response.json()
    const problem = { type: 'about:blank', title: 'Internal error', status: 500, code: 'internal_error' }
    const failure = { outcome: 'rejected', mutationId: failed.mutationId, problem }
    return Response.json({ results: [failure, ...results] })
  }
  expect(await replog.sync()).toEqual({ state: 'offline', pending: 2, deadLetters: 0 })
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)?.exercises[0]?.exerciseId).toBe(exerciseId)
})

test('an exercise created, used and deleted offline is sent with its workout', async () => {
  const { replog } = await signUp(app)
  const exercise = await replog.exercises.put(lift)
  const { id } = await replog.workouts.put({
    ...squats(),
    exercises: [{ exerciseId: exercise.id, sets: [] }],
  })
  await replog.exercises.delete(exercise.id)
  expect(replog.exercises.list()).toEqual([])
  expect(replog.exercises.get(exercise.id)?.name).toBe('My lift')
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(id)?.revision).toBe(1)
  expect(replog.exercises.get(exercise.id)?.deletedAt).toBeString()
})

test('a workout is sent after the exercises that it uses', async () => {
  const { replog } = await signUp(app)
  const first = await replog.workouts.put(squats(5))
  const exercise = await replog.exercises.put(lift)
  await replog.workouts.put({ ...first, exercises: [{ exerciseId: exercise.id, sets: [] }] })
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.get(first.id)?.exercises[0]?.exerciseId).toBe(exercise.id)
})
