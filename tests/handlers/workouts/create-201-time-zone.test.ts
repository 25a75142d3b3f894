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

const empty = (startedAt: string, timeZone?: string): WorkoutInput => ({
  startedAt,
  exercises: [],
  ...(timeZone !== undefined && { timeZone }),
})

test.each([
  ['an offset', empty('2026-10-10T19:00:00-04:00'), '-04:00'],
  ['an offset of quarters', empty('2026-10-10T19:00:00+05:45'), '+05:45'],
  ['UTC as an offset', empty('2026-10-10T19:00:00+00:00'), '+00:00'],
  ['a time zone', empty('2026-10-10T19:00:00Z', 'America/New_York'), 'America/New_York'],
  ['a time zone beside an offset', empty('2026-10-10T19:00:00-04:00', 'Asia/Tokyo'), 'Asia/Tokyo'],
  ['an offset as its time zone', empty('2026-10-10T19:00:00Z', '-03:30'), '-03:30'],
  ['neither', empty('2026-10-10T19:00:00Z'), 'Europe/Berlin'],
  ['an unknown offset', empty('2026-10-10T19:00:00-00:00'), 'Europe/Berlin'],
])('a workout sent with %s keeps its time zone', async (_, input, timeZone) => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const { body } = await log(user, input)
  expect(body.timeZone).toBe(timeZone)
  expect(body.startedAt).toBe(new Date(input.startedAt).toISOString())
  expect((await get<Workout>(user, `/api/workouts/${body.id}`)).body.timeZone).toBe(timeZone)
})

test.each(['europe/berlin', 'Mars/Olympus', '+24:00', '-00:00', '+1:00', ''])(
  'no time zone: %p',
  async (zone) => {
    const user = await app.register()
    const response = await user.send('POST', '/api/workouts', { body: empty('2026-10-10T19:00:00Z', zone) })
    expect(problemOf(response).slice(0, 2)).toEqual([422, 'validation_failed'])
    expect(response.text).toContain('/timeZone')
  },
)

test('a replaced workout keeps its time zone unless it is sent with a different one', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const first = await log(user, empty('2026-10-10T19:00:00-04:00'))
  const { id } = first.body
  await setTimeZone(user, 'Asia/Tokyo')
  const second = await save(user, { ...empty('2026-10-10T23:30:00Z'), id }, first.etag)
  expect(second.body.timeZone).toBe('-04:00')
  const third = await save(user, { ...inputOf(second.body), name: 'A' }, second.etag)
  expect(third.body.timeZone).toBe('-04:00')
  const fourth = await save(user, { ...empty('2026-10-10T23:30:00+02:00'), id }, third.etag)
  expect(fourth.body.timeZone).toBe('+02:00')
  const fifth = await save(user, { ...empty('2026-10-10T23:30:00Z', 'America/Lima'), id }, fourth.etag)
  expect(fifth.body.timeZone).toBe('America/Lima')
})

test('a change of only the time zone is a new revision', async () => {
  const user = await app.register()
  const first = await log(user, empty('2026-10-10T19:00:00Z'))
  const changed = await save(user, { ...inputOf(first.body), timeZone: 'Asia/Tokyo' }, first.etag)
  expect(changed.body).toMatchObject({ timeZone: 'Asia/Tokyo', revision: 2 })
})

test('a restored workout has the time zone of the restored state', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const first = await log(user, empty('2026-10-10T19:00:00Z'))
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

test('a pushed workout keeps its time zone, and is pulled with it', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  const [withOffset, without] = [newId(), newId()]
  const put = (id: string, startedAt: string) => ({
    mutationId: newId(),
    resource: 'workout',
    op: 'put',
    id,
    baseRevision: 0,
    value: empty(startedAt),
  })
  const mutations = [put(withOffset, '2026-10-10T19:00:00-04:00'), put(without, '2026-10-10T19:00:00Z')]
  expectBody(await user.send('POST', '/api/sync/push', { body: { mutations } }), 200)
  const { items } = expectBody<{ items: { id: string; value?: Workout }[] }>(
    await user.send('GET', '/api/sync/changes'),
    200,
  )
  const zones = new Map(items.map(({ id, value }) => [id, value?.timeZone]))
  expect([zones.get(withOffset), zones.get(without)]).toEqual(['-04:00', 'Europe/Berlin'])
})

test.each([
  ['starts in the year 10000 of its zone', empty('9999-12-31T23:59:59Z', 'Pacific/Kiritimati'), '/startedAt'],
  ['starts in the year 0 of its zone', empty('0001-01-01T00:00:00Z', 'America/New_York'), '/startedAt'],
  [
    'ends in the year 10000 of its zone',
    { ...empty('9999-12-31T09:00:00Z', '+14:00'), endedAt: '9999-12-31T11:00:00Z' },
    '/endedAt',
  ],
])('a workout that %s is rejected', async (_, body, pointer) => {
  const user = await app.register()
  const response = await user.send('POST', '/api/workouts', { body })
  expect(problemOf(response)).toEqual([422, 'validation_failed', `${pointer} range`])
})

test('the year 10000 in the profile’s time zone is also rejected', async () => {
  const user = await app.register({ timeZone: 'Pacific/Kiritimati' })
  const response = await user.send('POST', '/api/workouts', { body: empty('9999-12-31T23:59:59Z') })
  expect(problemOf(response)).toEqual([422, 'validation_failed', '/startedAt range'])
  await post(user, '/api/workouts', empty('9999-12-31T09:59:59Z'))
})
