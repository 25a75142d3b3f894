import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, log, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-11-20T12:00:00Z') })

/** Each bucket with the number of sets in it. */
async function buckets(user: TestUser, query: string): Promise<(string | number)[][]> {
  const { body } = await get<Schemas['VolumeReport']>(user, `/api/analytics/volume?${query}`)
  return body.buckets.map(({ from, to, exercises }) => [
    `${from}/${to}`,
    exercises.reduce((sum, { sets }) => sum + sets, 0),
  ])
}

async function logAt(user: TestUser, ...instants: string[]): Promise<void> {
  for (const startedAt of instants) await log(user, workoutOf(startedAt, 'barbell-row', reps(5, 100)))
}

test('a workout that lasts past midnight belongs to the day on which it started', async () => {
  const user = await app.register({ timeZone: 'America/New_York' })
  await log(user, {
    ...workoutOf(
      '2026-03-03T04:30:00Z',
      'barbell-row',
      reps(5, 100, { completedAt: '2026-03-03T05:30:00Z' }),
    ),
    endedAt: '2026-03-03T06:00:00Z',
  })
  expect(await buckets(user, 'from=2026-03-02&to=2026-03-03&bucket=day')).toEqual([
    ['2026-03-02/2026-03-02', 1],
    ['2026-03-03/2026-03-03', 0],
  ])
})

test('days start at the profile’s dayStartHour', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin', dayStartHour: 4 })
  await logAt(user, '2026-03-03T02:59:59.999Z', '2026-03-03T03:00:00Z')
  expect(await buckets(user, 'from=2026-03-02&to=2026-03-03&bucket=day')).toEqual([
    ['2026-03-02/2026-03-02', 1],
    ['2026-03-03/2026-03-03', 1],
  ])
})

test('the days on which the clock changes have 23 and 25 hours', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  await logAt(user, '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z', '2026-03-29T22:00:00Z')
  expect(await buckets(user, 'from=2026-03-29&to=2026-03-30&bucket=day')).toEqual([
    ['2026-03-29/2026-03-29', 2],
    ['2026-03-30/2026-03-30', 1],
  ])
  await logAt(user, '2026-10-24T22:00:00Z', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00Z')
  expect(await buckets(user, 'from=2026-10-25&to=2026-10-26&bucket=day')).toEqual([
    ['2026-10-25/2026-10-25', 2],
    ['2026-10-26/2026-10-26', 1],
  ])
})

test('weeks start on the profile’s weekStart and are limited to the range', async () => {
  // In Auckland, a Sunday at 23:30, the Monday after it at 00:30, and the Saturday before it at 00:30.
  const instants = ['2026-11-15T10:30:00Z', '2026-11-15T11:30:00Z', '2026-11-13T11:30:00Z']
  const cases = {
    monday: [
      ['2026-11-12/2026-11-15', 2],
      ['2026-11-16/2026-11-18', 1],
    ],
    sunday: [
      ['2026-11-12/2026-11-14', 1],
      ['2026-11-15/2026-11-18', 2],
    ],
    saturday: [
      ['2026-11-12/2026-11-13', 0],
      ['2026-11-14/2026-11-18', 3],
    ],
  } as const
  for (const weekStart of ['monday', 'sunday', 'saturday'] as const) {
    const user = await app.register({ timeZone: 'Pacific/Auckland', weekStart })
    await logAt(user, ...instants)
    const weekBuckets = await buckets(user, 'from=2026-11-12&to=2026-11-18&bucket=week')
    expect<unknown>([weekStart, weekBuckets]).toEqual([weekStart, cases[weekStart]])
  }
})

test('months are calendar months, even across a new year', async () => {
  const user = await app.register()
  await logAt(
    user,
    '2025-12-31T23:59:59.999Z',
    '2026-01-01T00:00:00Z',
    '2026-01-31T10:00:00Z',
    '2026-02-01T10:00:00Z',
  )
  expect(await buckets(user, 'from=2025-12-20&to=2026-02-28&bucket=month')).toEqual([
    ['2025-12-20/2025-12-31', 1],
    ['2026-01-01/2026-01-31', 2],
    ['2026-02-01/2026-02-28', 1],
  ])
})

test('workouts outside the range don’t count', async () => {
  const user = await app.register()
  await logAt(user, '2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z')
  expect(await buckets(user, 'from=2026-03-02&to=2026-03-02')).toEqual([['2026-03-02/2026-03-02', 1]])
})

test('a range may be in the future, where no workout counts, and its end may be omitted', async () => {
  const user = await app.register()
  await logAt(user, '2027-01-01T10:00:00Z')
  expect(await buckets(user, 'from=2027-01-01')).toEqual([['2027-01-01/2027-01-01', 0]])
  expect(await buckets(user, 'from=2026-12-31&to=2027-01-02&bucket=month')).toEqual([
    ['2026-12-31/2026-12-31', 0],
    ['2027-01-01/2027-01-02', 0],
  ])
})
