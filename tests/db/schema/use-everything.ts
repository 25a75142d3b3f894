import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import {
  inputOf,
  listAll,
  log,
  ownExercise,
  post,
  put,
  remove,
  reps,
  save,
  weigh,
  workoutOf,
} from '#tests/handlers/training.ts'
import type { TestApp } from '#tests/support/app.ts'

/** A query for each subset of some parameters. */
function queries(...parameters: string[]): string[] {
  return parameters.reduce<string[]>(
    (queries, parameter) => queries.flatMap((query) => [query, `${query}&${parameter}`]),
    [''],
  )
}

/** Sends every kind of request that reads or writes training, with every combination of filters. */
export async function useEverything(app: TestApp): Promise<void> {
  const user = await app.register()
  await weigh(user, '2026-03-01T07:00:00Z', 80)
  const measurement = await weigh(user, '2026-03-08T07:00:00Z', 81)
  const exercise = await ownExercise(user)
  for (const day of ['07', '08', '09'])
    await log(user, workoutOf(`2026-03-${day}T10:00:00Z`, 'pull-up', reps(5)))
  const first = await log(user, workoutOf('2026-03-09T10:00:00Z', exercise.body.id, reps(5, 100)))
  const path = `/api/workouts/${first.body.id}`
  const second = await save(
    user,
    { ...workoutOf('2026-03-09T10:00:00Z', 'plank', reps(5)), id: first.body.id },
    first.etag,
  )
  const [entry] = second.body.exercises
  const edited = { ...inputOf(second.body), exercises: [{ ...entry, exerciseId: 'plank', sets: [reps(1)] }] }
  await save(user, edited, second.etag)
  await user.send('POST', `${path}/restore`, { body: { revision: 1 } })
  await remove(user, path)
  await user.send('POST', `${path}/restore`)
  await listAll(user, `${path}/revisions?limit=1`)

  const days = ['from=2026-03-01', 'to=2026-03-31', 'limit=1']
  for (const query of queries('exerciseId=pull-up', 'q=a', 'status=completed', ...days))
    await listAll(user, `/api/workouts?${query}`)
  await user.send('GET', '/api/workouts?status=in_progress')
  for (const query of queries('kind=bodyweight', ...days)) await listAll(user, `/api/measurements?${query}`)
  for (const query of queries(
    'source=custom',
    'q=bench',
    'muscle=chest',
    'sort=engagement',
    'equipment=barbell',
    'category=push',
  ))
    await user.send('GET', `/api/exercises?${query}&limit=1`)
  const { name, category, equipment, tracking } = exercise.body
  const body: Schemas['ExerciseInput'] = { name, category, equipment, tracking }
  await put(user, `/api/exercises/${exercise.body.id}`, body, exercise.etag)
  await remove(user, `/api/exercises/${exercise.body.id}`)
  const waist = { kind: 'waist', unit: 'cm', value: 80, measuredAt: '2026-03-08T07:00:00Z' }
  await put(user, `/api/measurements/${measurement.body.id}`, waist, measurement.etag)
  await remove(user, `/api/measurements/${measurement.body.id}`)
  for (const report of ['volume', 'progress', 'progress?exerciseId=pull-up'])
    await user.send('GET', `/api/analytics/${report}`)
  await user.send('GET', '/api/users/me/export')
  await user.send('GET', '/api/sync/changes?limit=1')
  const mutation = (resource: string, op: string, value?: object) => ({
    mutationId: newId(),
    resource,
    id: first.body.id,
    op,
    value,
  })
  const mutations = [
    mutation('workout', 'put', { startedAt: '2026-03-09T10:00:00Z', exercises: [] }),
    mutation('exercise', 'put', { ...body, name: 'Pushed' }),
    mutation('measurement', 'put', waist),
    mutation('measurement', 'delete'),
  ]
  await user.send('POST', '/api/sync/push', { body: { mutations } })
  await user.send('POST', '/api/sync/push', { body: { mutations } })
  const other = await app.register()
  await log(other, {
    ...workoutOf('2026-03-09T10:00:00Z', 'pull-up', reps(5)),
    bodyweight: { value: 80, unit: 'kg' },
  })
  await other.send('GET', '/api/analytics/volume')
  await post(other, '/api/exercises', body)
}
