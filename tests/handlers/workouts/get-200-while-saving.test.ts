import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { get, log, reps, save, type Workout, type WorkoutInput, workoutOf } from '../training.ts'

/** The input of a revision of the workout, which has as many sets and reps as its number. */
function inputOfRevision(id: string, revision: number): WorkoutInput & { id: string } {
  const sets = Array.from({ length: revision }, () => reps(revision))
  return { ...workoutOf('2026-03-02T10:00:00.000Z', 'plank', ...sets), id, name: `revision ${revision}` }
}

function stateOf({ revision, name, exercises }: Workout) {
  return [revision, name, exercises.flatMap(({ sets }) => sets.map((set) => set.reps))]
}

function expectedState(revision: number) {
  return [revision, `revision ${revision}`, Array<number>(revision).fill(revision)]
}

test('a read or a list during saves returns a single revision, without sets of another', async () => {
  const app = await testApp()
  const user = await app.register()
  const id = crypto.randomUUID()
  let { etag } = await log(user, inputOfRevision(id, 1))
  for (let revision = 2; revision <= 25; revision++) {
    const path = `/api/workouts/${id}`
    const reads = [0, 1, 2, 3, 4].flatMap(() => [
      get<Workout>(user, path).then(({ body }) => [body]),
      get<{ items: Workout[] }>(user, '/api/workouts').then(({ body }) => body.items),
      get<{ items: Workout[] }>(user, '/api/workouts?q=revision').then(({ body }) => body.items),
    ])
    const saving = save(user, inputOfRevision(id, revision), etag)
    reads.push(get<Workout>(user, path).then(({ body }) => [body]))
    const [saved, ...read] = await Promise.all([saving, ...reads])
    etag = saved.etag
    for (const workout of read.flat()) expect(stateOf(workout)).toEqual(expectedState(workout.revision))
  }
})

test('a list during deletions has no empty workout', async () => {
  const app = await testApp()
  const user = await app.register()
  const ids = Array.from({ length: 12 }, () => crypto.randomUUID())
  for (const id of ids) await log(user, inputOfRevision(id, 1))
  const workouts = await Promise.all(
    ids.flatMap((id) => [
      get<{ items: Workout[] }>(user, '/api/workouts').then(({ body }) => body.items),
      user.send('DELETE', `/api/workouts/${id}`, { headers: { 'If-Match': '*' } }).then(() => []),
    ]),
  )
  for (const workout of workouts.flat()) expect(stateOf(workout)).toEqual(expectedState(1))
})
