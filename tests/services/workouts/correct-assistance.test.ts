import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { insertWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { correctAssistance } from '#services/workouts/correct-assistance.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, get } from '../../handlers/training.ts'

type Set = Schemas['WorkoutSetInput']
type Workout = Schemas['Workout']

const startedAt = '2026-03-04T17:00:00.000Z'
const bodyweight = { value: 80, unit: 'kg' } as const
const kg = (value: number) => ({ value, unit: 'kg' }) as const

/** Stores a workout as earlier versions did, which accepted weights on assisted exercises. Returns its id. */
async function storeAsEarlierVersion(
  app: { db: Parameters<typeof transact>[0] },
  user: TestUser,
  exerciseId: string,
  set: Set,
) {
  const id = crypto.randomUUID()
  const input = { startedAt, bodyweight, exercises: [{ exerciseId, sets: [set] }] }
  const draft = inTimeZone(
    draftWorkout(user.id, id, input, () => crypto.randomUUID()),
    'UTC',
  )
  await transact(app.db, user.id, (tx) => insertWorkout(tx, draft, Date.parse(startedAt)))
  return id
}

const readWorkout = async (user: TestUser, id: string) =>
  (await get<Workout>(user, `/api/workouts/${id}`)).body
async function heaviestOf(user: TestUser, exerciseId: string): Promise<number> {
  const path = `/api/analytics/records?exerciseId=${exerciseId}&from=2016-11-30&to=2026-11-29`
  const { current } = expectBody<Schemas['ExerciseRecords']>(await user.send('GET', path), 200)
  return current.find(({ kind }) => kind === 'heaviest_weight')?.value ?? Number.NaN
}

const now = Date.parse('2026-11-29T12:00:00Z')
const noAbort = new AbortController().signal

test.each(['assisted-pull-up', 'assisted-dip', 'band-assisted-chin-up'])(
  'the weight of %s becomes assistance in the workout, in records and in sync, and a revision keeps the weight',
  async (exerciseId) => {
    const app = await testApp()
    const user = await app.register()
    const id = await storeAsEarlierVersion(app, user, exerciseId, { type: 'normal', reps: 8, weight: kg(30) })
    const before = await readWorkout(user, id)
    const heaviest = await heaviestOf(user, exerciseId)
    await correctAssistance(app.db, now, noAbort)
    const after = await readWorkout(user, id)
    const [set] = after.exercises[0]?.sets ?? []
    expect([set?.weight, set?.assistance, set?.reps]).toEqual([undefined, kg(30), 8])
    expect(after.revision).toBe(before.revision + 1)
    expect(after.totals.volume.value).toBeLessThan(before.totals.volume.value)
    const changes = expectBody<Schemas['SyncChanges']>(await user.send('GET', '/api/sync/changes'), 200)
    expect(changes.items.map((item) => item.revision)).toEqual([after.revision])
    expect(await heaviestOf(user, exerciseId)).toBeLessThan(heaviest)
    const revisions = expectBody<Schemas['WorkoutRevisionList']>(
      await user.send('GET', `/api/workouts/${id}/revisions`),
      200,
    )
    expect(revisions.items[0]?.workout.exercises[0]?.sets[0]?.weight).toEqual(kg(30))
  },
)

test.each<[string, string, Set]>([
  ['an exercise without assistance', 'pull-up', { type: 'normal', reps: 5, weight: kg(10) }],
  ['a set without a weight', 'assisted-dip', { type: 'normal', reps: 5 }],
  ['a weight of 0', 'assisted-dip', { type: 'normal', reps: 5, weight: kg(0) }],
  ['assistance', 'assisted-dip', { type: 'normal', reps: 5, assistance: kg(20) }],
])('%s is not changed', async (_, exerciseId, set) => {
  const app = await testApp()
  const user = await app.register()
  const id = await storeAsEarlierVersion(app, user, exerciseId, set)
  const before = await readWorkout(user, id)
  await correctAssistance(app.db, now, noAbort)
  expect(await readWorkout(user, id)).toEqual(before)
})

test('the correction runs only once and does not change later writes', async () => {
  const app = await testApp()
  const user = await app.register()
  await correctAssistance(app.db, now, noAbort)
  const id = await storeAsEarlierVersion(app, user, 'assisted-pull-up', {
    type: 'normal',
    reps: 8,
    weight: kg(30),
  })
  await correctAssistance(app.db, now, noAbort)
  expect((await readWorkout(user, id)).exercises[0]?.sets[0]?.weight).toEqual(kg(30))
})

test('a deleted workout stays deleted, and an interrupted correction continues at the next start', async () => {
  const app = await testApp()
  const user = await app.register()
  const set = { type: 'normal', reps: 8, weight: kg(30) } as const
  const deleted = await storeAsEarlierVersion(app, user, 'assisted-pull-up', set)
  await user.send('DELETE', `/api/workouts/${deleted}`, { headers: { 'If-Match': '*' } })
  const id = await storeAsEarlierVersion(app, user, 'assisted-pull-up', set)
  await correctAssistance(app.db, now, AbortSignal.abort())
  expect((await readWorkout(user, id)).exercises[0]?.sets[0]?.weight).toEqual(kg(30))
  await correctAssistance(app.db, now, noAbort)
  expect((await readWorkout(user, id)).exercises[0]?.sets[0]?.assistance).toEqual(kg(30))
  expect((await user.send('GET', `/api/workouts/${deleted}`)).status).toBe(410)
})
