import { expect, test } from 'bun:test'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import {
  expectBody,
  get,
  inputOf,
  log,
  post,
  problemOf,
  remove,
  save,
  setTimeZone,
  type Workout,
  type WorkoutInput,
} from '../training.ts'

const app = await testApp()

const emptyWorkout = (startedAt: string, timeZone?: string): WorkoutInput => ({
  startedAt,
  exercises: [],
  ...(timeZone !== undefined && { timeZone }),
})

test.each([
  ['an offset', emptyWorkout('2026-10-10T19:00:00-04:00'), '-04:00'],
  ['an offset with a quarter of an hour', emptyWorkout('2026-10-10T19:00:00+05:45'), '+05:45'],
  ['UTC as an offset', emptyWorkout('2026-10-10T19:00:00+00:00'), '+00:00'],
  ['a time zone', emptyWorkout('2026-10-10T19:00:00Z', 'America/New_York'), 'America/New_York'],
  ['a time zone and an offset', emptyWorkout('2026-10-10T19:00:00-04:00', 'Asia/Tokyo'), 'Asia/Tokyo'],
  ['an offset as its time zone', emptyWorkout('2026-10-10T19:00:00Z', '-03:30'), '-03:30'],
  ['no time zone or offset', emptyWorkout('2026-10-10T19:00:00Z'), 'Europe/Berlin'],
  ['an unknown offset', emptyWorkout('2026-10-10T19:00:00-00:00'), 'Europe/Berlin'],
])('a workout that is sent with %s has the right time zone', async (_, input, timeZone) => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const { body } = await log(user, input)
  expect(body.timeZone).toBe(timeZone)
  expect(body.startedAt).toBe(new Date(input.startedAt).toISOString())
  expect((await get<Workout>(user, `/api/workouts/${body.id}`)).body.timeZone).toBe(timeZone)
})

test.each(['europe/berlin', 'Mars/Olympus', '+24:00', '-00:00', '+1:00', ''])(
  '422 for %p, which is not a time zone',
  async (zone) => {
    const user = await app.register()
    const response = await user.send('POST', '/api/workouts', {
      body: emptyWorkout('2026-10-10T19:00:00Z', zone),
    })
    expect(problemOf(response).slice(0, 2)).toEqual([422, 'validation_failed'])
    expect(response.text).toContain('/timeZone')
  },
)

test('a replaced workout keeps its time zone unless it is sent with a different one', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const first = await log(user, emptyWorkout('2026-10-10T19:00:00-04:00'))
  const { id } = first.body
  await setTimeZone(user, 'Asia/Tokyo')
  const second = await save(user, { ...emptyWorkout('2026-10-10T23:30:00Z'), id }, first.etag)
  expect(second.body.timeZone).toBe('-04:00')
  const third = await save(user, { ...inputOf(second.body), name: 'A' }, second.etag)
  expect(third.body.timeZone).toBe('-04:00')
  const fourth = await save(user, { ...emptyWorkout('2026-10-10T23:30:00+02:00'), id }, third.etag)
  expect(fourth.body.timeZone).toBe('+02:00')
  const fifth = await save(user, { ...emptyWorkout('2026-10-10T23:30:00Z', 'America/Lima'), id }, fourth.etag)
  expect(fifth.body.timeZone).toBe('America/Lima')
})

test('changing only the time zone creates a new revision', async () => {
  const user = await app.register()
  const first = await log(user, emptyWorkout('2026-10-10T19:00:00Z'))
  const changed = await save(user, { ...inputOf(first.body), timeZone: 'Asia/Tokyo' }, first.etag)
  expect(changed.body).toMatchObject({ timeZone: 'Asia/Tokyo', revision: 2 })
})

test('a restored workout has the time zone of the restored revision', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const first = await log(user, emptyWorkout('2026-10-10T19:00:00Z'))
  const path = `/api/workouts/${first.body.id}`
  await save(user, { ...inputOf(first.body), timeZone: 'Asia/Tokyo' }, first.etag)
  await setTimeZone(user, 'America/Lima')
  const restored = expectBody<Workout>(
    await user.send('POST', `${path}/restore`, { body: { revision: 1 } }),
    200,
  )
  expect(restored.timeZone).toBe('Europe/Berlin')
  await remove(user, path)
  expect(expectBody<Workout>(await user.send('POST', `${path}/restore`), 200).timeZone).toBe('Europe/Berlin')
})

test('a pushed workout has its time zone in a pull', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const [withOffset, withoutOffset] = [newId(), newId()]
  const putMutation = (id: string, startedAt: string) => ({
    mutationId: newId(),
    resource: 'workout',
    op: 'put',
    id,
    baseRevision: 0,
    value: emptyWorkout(startedAt),
  })
  const mutations = [
    putMutation(withOffset, '2026-10-10T19:00:00-04:00'),
    putMutation(withoutOffset, '2026-10-10T19:00:00Z'),
  ]
  expectBody(await user.send('POST', '/api/sync/push', { body: { mutations } }), 200)
  const { items } = expectBody<{ items: { id: string; value?: Workout }[] }>(
    await user.send('GET', '/api/sync/changes'),
    200,
  )
  const zones = new Map(items.map(({ id, value }) => [id, value?.timeZone]))
  expect([zones.get(withOffset), zones.get(withoutOffset)]).toEqual(['-04:00', 'Europe/Berlin'])
})

test.each([
  [
    'starts in the year 10000 of its zone',
    emptyWorkout('9999-12-31T23:59:59Z', 'Pacific/Kiritimati'),
    '/startedAt',
  ],
  [
    'starts in the year 0 of its zone',
    emptyWorkout('0001-01-01T00:00:00Z', 'America/New_York'),
    '/startedAt',
  ],
  [
    'ends in the year 10000 of its zone',
    { ...emptyWorkout('9999-12-31T09:00:00Z', '+14:00'), endedAt: '9999-12-31T11:00:00Z' },
    '/endedAt',
  ],
])('a workout that %s is rejected', async (_, body, pointer) => {
  const user = await app.register()
  const response = await user.send('POST', '/api/workouts', { body })
  expect(problemOf(response)).toEqual([422, 'validation_failed', `${pointer} range`])
})

test('the year 10000 in the profile’s time zone is also rejected', async () => {
  const user = await app.register({ timeZone: 'Pacific/Kiritimati' })
  const response = await user.send('POST', '/api/workouts', { body: emptyWorkout('9999-12-31T23:59:59Z') })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/startedAt range'])
  await post(user, '/api/workouts', emptyWorkout('9999-12-31T09:59:59Z'))
})
