import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, listAll, log, problemOf, remove, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const bench = 'barbell-bench-press'
const squat = 'barbell-back-squat'

async function recordsOfAll(user: TestUser, query = ''): Promise<Schemas['AllRecords']> {
  return expectBody(await user.send('GET', `/api/analytics/records?${query}`), 200)
}

/** Registers a user who logs two lifts with increasing weights in three workouts. */
async function registerLifter(): Promise<TestUser> {
  const user = await app.register()
  for (const [index, day] of ['01', '08', '15'].entries()) {
    await log(user, {
      startedAt: `2026-06-${day}T10:00:00Z`,
      endedAt: `2026-06-${day}T11:00:00Z`,
      exercises: [
        { exerciseId: squat, sets: [reps(5, 140 + 5 * index)] },
        { exerciseId: bench, sets: [reps(5, 100 + 5 * index)] },
      ],
    })
  }
  return user
}

test('records of all exercises are listed newest first, with the current bests of each exercise', async () => {
  const user = await registerLifter()
  const { items, current = [], status } = await recordsOfAll(user, 'limit=200')
  expect(status).toBe('ok')
  expect(items.map(({ day }) => day)).toEqual(
    items
      .map(({ day }) => day)
      .sort()
      .reverse(),
  )
  const heaviest = items.filter(({ kind }) => kind === 'heaviest_weight')
  expect(heaviest.map(({ exerciseId, value, day }) => [exerciseId, value, day])).toEqual([
    [bench, 110, '2026-06-15'],
    [squat, 150, '2026-06-15'],
    [bench, 105, '2026-06-08'],
    [squat, 145, '2026-06-08'],
  ])
  expect(current.map(({ exerciseId, records }) => [exerciseId, records[0]?.value, records.length])).toEqual([
    [squat, 150, 4],
    [bench, 110, 4],
  ])
})

test('records can be paged and filtered by kind and time', async () => {
  const user = await registerLifter()
  const everyRecord = (await recordsOfAll(user, 'limit=200')).items
  for (const limit of [1, 3, 7]) {
    expect(await listAll<Schemas['PersonalRecord']>(user, `/api/analytics/records?limit=${limit}`)).toEqual(
      everyRecord,
    )
  }
  const kind = 'kind=best_one_rep_max'
  const recordsOfKind = await listAll<Schemas['PersonalRecord']>(
    user,
    `/api/analytics/records?${kind}&limit=1`,
  )
  expect(recordsOfKind).toEqual(everyRecord.filter((record) => record.kind === 'best_one_rep_max'))
  const first = await recordsOfAll(user, `${kind}&limit=1`)
  expect(
    first.current?.every(({ records }) => records.every((best) => best.kind === 'best_one_rep_max')),
  ).toBe(true)
  const next = await recordsOfAll(user, `${kind}&limit=1&cursor=${first.nextCursor}`)
  expect(next.current).toBeUndefined()
  expect((await recordsOfAll(user, 'to=2026-06-14&limit=200')).items).toEqual(
    everyRecord.filter(({ day }) => day <= '2026-06-14'),
  )
  const benchResponse = await user.send(
    'GET',
    `/api/analytics/records?exerciseId=${bench}&kind=heaviest_weight`,
  )
  const { history, current } = expectBody<Schemas['ExerciseRecords']>(benchResponse, 200)
  expect([...history, ...current].map(({ value }) => value)).toEqual([105, 110, 110])
})

test('a page continues where the previous one ended, even if that workout was deleted in between', async () => {
  const user = await registerLifter()
  const records = (await recordsOfAll(user, 'limit=200')).items
  const page = await recordsOfAll(user, 'limit=2')
  await remove(user, `/api/workouts/${page.items.at(-1)?.workoutId}`)
  const paged = await listAll<Schemas['PersonalRecord']>(user, `/api/analytics/records?limit=200`)
  expect((await recordsOfAll(user, `limit=200&cursor=${page.nextCursor}`)).items).toEqual(paged)
  expect(paged).toEqual(records.filter(({ day }) => day < '2026-06-15'))
})

test('a summary has all-time totals and the newest records of four weeks', async () => {
  const user = await registerLifter()
  const summary = expectBody<Schemas['TrainingSummary']>(
    await user.send('GET', '/api/analytics/summary'),
    200,
  )
  expect(summary.allTime).toMatchObject({
    workouts: 3,
    sets: 6,
    reps: 30,
    volumeLoad: { value: 5 * (140 + 145 + 150 + 100 + 105 + 110), unit: 'kg' },
    durationSeconds: 3 * 3600,
    unknownLoadSets: 0,
    firstWorkout: { startedAt: '2026-06-01T10:00:00.000Z', day: '2026-06-01' },
  })
  expect(summary.recentRecords).toEqual((await recordsOfAll(user, 'limit=20')).items)
})

test.each([
  ['from=2026-02-01&to=2026-01-01', 'from range'],
  ['from=2001-01-01&to=2026-01-01', 'from range'],
  ['kind=strongest', 'kind enum'],
  ['limit=0', 'limit minimum'],
  ['limit=201', 'limit maximum'],
  ['cursor=abcdefghijklmnop', 'cursor invalid_cursor'],
])('records of all exercises with %s are rejected', async (query, reason) => {
  const user = await app.register()
  const response = await user.send('GET', `/api/analytics/records?${query}`)
  expect(problemOf(response)).toEqual([422, 'validation_failed', reason])
})

test('a cursor is rejected with a different query', async () => {
  const user = await registerLifter()
  const { nextCursor } = await recordsOfAll(user, 'limit=1')
  for (const otherQuery of ['kind=heaviest_weight&', `exerciseId=${bench}&`]) {
    const response = await user.send('GET', `/api/analytics/records?${otherQuery}cursor=${nextCursor}`)
    expect(problemOf(response)).toEqual([422, 'validation_failed', 'cursor invalid_cursor'])
  }
})

test.each(['progress?exerciseId=', 'records?exerciseId='])(
  '%s gets 404 for an unknown exercise, and an empty report for one that was never logged',
  async (path) => {
    const user = await app.register()
    expect(problemOf(await user.send('GET', `/api/analytics/${path}nothing`))).toEqual([404, 'not_found'])
    const empty = await user.send('GET', `/api/analytics/${path}${bench}`)
    expect(empty.text).not.toMatch(/null|NaN/)
    expect(expectBody<{ status: string }>(empty, 200).status).toBe('insufficient_data')
  },
)

test.each(['volume', 'progress', 'records', 'fatigue', 'summary', 'calendar', 'load', 'strength'])(
  '%s is valid for a user without any working sets',
  async (report) => {
    const user = await app.register()
    await log(user, workoutOf('2026-06-01T10:00:00Z', bench, { type: 'warmup', reps: 5 }, { type: 'normal' }))
    const response = await user.send('GET', `/api/analytics/${report}`)
    expect(response.status).toBe(200)
    expect(response.text).not.toMatch(/null|NaN|Infinity/)
    const { status = 'insufficient_data' } = response.json<{ status?: string }>()
    expect(status).toBe('insufficient_data')
  },
)
