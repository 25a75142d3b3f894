import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import {
  get,
  inputOf,
  log,
  ownExercise,
  post,
  problemOf,
  put,
  remove,
  reps,
  save,
  type Workout,
  workoutOf,
} from '../training.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })
const user = await app.register()

type Exercise = Schemas['Exercise']

function exerciseInputOf({
  translations: _translations,
  source,
  derived,
  engagement,
  revision,
  createdAt,
  updatedAt,
  deletedAt,
  ...fields
}: Exercise) {
  return { ...fields, engagement: engagement.map(({ muscle, percent }) => ({ muscle, percent })) }
}

async function chestOf(exerciseId: string) {
  const { body } = await get<Schemas['VolumeReport']>(user, '/api/analytics/volume?muscle=chest')
  const contribution = body.buckets
    .flatMap(({ exercises }) => exercises)
    .filter((exercise) => exercise.exerciseId === exerciseId)
  return {
    sets: contribution.map(({ sets }) => sets),
    chest: body.muscles.map(({ volumeLoad }) => volumeLoad.value),
  }
}

test('changing an exercise immediately updates figures and totals, but not the workout’s revision', async () => {
  const first = await ownExercise(user, { engagement: [{ muscle: 'chest', percent: 80 }] })
  const { id } = first.body
  const workout = await log(user, workoutOf('2026-03-09T10:00:00Z', id, reps(10, 100)))
  expect(await chestOf(id)).toEqual({ sets: [1], chest: [800] })
  const input = {
    ...exerciseInputOf(first.body),
    perHand: true,
    engagement: [{ muscle: 'chest', percent: 40 }],
  }
  const second = await put<Exercise>(user, `/api/exercises/${id}`, input, first.etag)
  expect(second.body).toMatchObject({
    revision: 2,
    engagement: [{ muscle: 'chest', percent: 40, role: 'secondary' }],
  })
  expect(await chestOf(id)).toEqual({ sets: [1], chest: [800] }) // Twice the weight at half the engagement.
  const read = await get<Workout>(user, `/api/workouts/${workout.body.id}`)
  expect([read.body.totals.volume.value, read.body.revision]).toEqual([2000, 1])
  const third = await put<Exercise>(user, `/api/exercises/${id}`, { ...input, engagement: [] }, second.etag)
  expect(third.body.engagement).toEqual([])
  expect(await chestOf(id)).toEqual({ sets: [], chest: [] })
  await remove(user, `/api/workouts/${workout.body.id}`)
})

test('changing an exercise updates a search by muscle', async () => {
  const { body, etag } = await ownExercise(user, { engagement: [{ muscle: 'chest', percent: 80 }] })
  const isFoundBy = async (muscle: string) => {
    const response = await get<{ items: Exercise[] }>(
      user,
      `/api/exercises?source=custom&muscle=${muscle}&limit=200`,
    )
    return response.body.items.some(({ id }) => id === body.id)
  }
  expect([await isFoundBy('chest'), await isFoundBy('calves')]).toEqual([true, false])
  const input = { ...exerciseInputOf(body), engagement: [{ muscle: 'calves', percent: 30 }] }
  await put(user, `/api/exercises/${body.id}`, input, etag)
  expect([await isFoundBy('chest'), await isFoundBy('calves')]).toEqual([false, true])
})

test('an unchanged exercise keeps its revision, even with its muscles in a different order', async () => {
  const engagement = [
    { muscle: 'chest', percent: 80 },
    { muscle: 'abs', percent: 30 },
  ] as const
  const custom = await ownExercise(user, { engagement: [...engagement] })
  const same = { ...exerciseInputOf(custom.body), engagement: engagement.toReversed() }
  expect(await put<Exercise>(user, `/api/exercises/${custom.body.id}`, same, custom.etag)).toEqual(custom)
})

test('the letter case of a name can be changed, but the name of another exercise is rejected', async () => {
  const { body, etag } = await ownExercise(user, { name: 'Mine' })
  await ownExercise(user, { name: 'Other' })
  const renamed = await put<Exercise>(
    user,
    `/api/exercises/${body.id}`,
    { ...exerciseInputOf(body), name: 'MINE' },
    etag,
  )
  expect(renamed.body.name).toBe('MINE')
  const response = await user.send('PUT', `/api/exercises/${body.id}`, {
    body: { ...exerciseInputOf(body), name: 'oTHER' },
    headers: { 'If-Match': renamed.etag },
  })
  expect(problemOf(response)).toEqual([409, 'name_taken'])
})

test('only one of two changes with the same ETag succeeds', async () => {
  const { body, etag } = await ownExercise(user)
  const headers = { 'If-Match': etag }
  const path = `/api/exercises/${body.id}`
  const responses = await Promise.all(
    ['A', 'B'].map((name) =>
      user.send('PUT', path, { body: { ...exerciseInputOf(body), name: `${name} ${body.id}` }, headers }),
    ),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('a built-in exercise can’t be changed or deleted', async () => {
  const path = '/api/exercises/barbell-bench-press'
  const { body, etag } = await get<Exercise>(user, path)
  const headers = { 'If-Match': etag }
  const { id, ...input } = exerciseInputOf(body)
  expect(problemOf(await user.send('PUT', path, { body: input, headers }))).toEqual([403, 'forbidden'])
  expect(problemOf(await user.send('DELETE', path, { headers }))).toEqual([403, 'forbidden'])
})

test("a deleted exercise stays in its workouts and figures, but can't be added to other workouts", async () => {
  const exercise = await ownExercise(user, { engagement: [{ muscle: 'chest', percent: 100 }] })
  const { id } = exercise.body
  const withExercise = await log(user, workoutOf('2026-03-09T10:00:00Z', id, reps(10, 100)))
  const other = await log(user, workoutOf('2026-03-09T12:00:00Z', 'plank', reps(1)))
  await remove(user, `/api/exercises/${id}`)
  expect(await chestOf(id)).toEqual({ sets: [1], chest: [1000] })
  const progress = await get<Schemas['ExerciseProgress']>(user, `/api/analytics/progress?exerciseId=${id}`)
  expect(progress.body.points).toHaveLength(1)

  const [entry] = withExercise.body.exercises
  if (!entry) throw new Error('the workout has no exercise')
  const extendedEntry = { ...entry, sets: [...entry.sets, reps(5, 100)] }
  const saved = await save(
    user,
    { ...inputOf(withExercise.body), exercises: [extendedEntry, { exerciseId: id, sets: [] }] },
    withExercise.etag,
  )
  expect(saved.body.totals.volume.value).toBe(1500)

  const rejection = [422, 'validation_failed', '/exercises/0/exerciseId unknown_exercise']
  const body = workoutOf('2026-03-09T12:00:00Z', id, reps(1))
  expect(problemOf(await user.send('POST', '/api/workouts', { body }))).toEqual(rejection)
  const headers = { 'If-Match': other.etag }
  expect(problemOf(await user.send('PUT', `/api/workouts/${other.body.id}`, { body, headers }))).toEqual(
    rejection,
  )

  const deletedProblem = [410, 'exercise_deleted']
  const path = `/api/exercises/${id}`
  const { deletedAt, ...deleted } = (await get<Exercise>(user, path)).body
  expect(
    problemOf(await user.send('PUT', path, { body: exerciseInputOf(deleted), headers: { 'If-Match': '*' } })),
  ).toEqual(deletedProblem)
  expect(problemOf(await user.send('DELETE', path, { headers: { 'If-Match': '*' } }))).toEqual(deletedProblem)
})

test("a deleted exercise can't be added again to a workout from which it was removed", async () => {
  const exercise = await ownExercise(user)
  const workout = await log(user, workoutOf('2026-03-09T10:00:00Z', exercise.body.id, reps(1, 1)))
  await remove(user, `/api/exercises/${exercise.body.id}`)
  const withoutExercise = await save(user, { ...inputOf(workout.body), exercises: [] }, workout.etag)
  const response = await user.send('PUT', `/api/workouts/${workout.body.id}`, {
    body: inputOf(workout.body),
    headers: { 'If-Match': withoutExercise.etag },
  })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/exercises/0/exerciseId unknown_exercise'])
  await post(user, `/api/workouts`, workoutOf('2026-03-09T10:00:00Z', 'plank'))
})
