import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { listAll, log, problemOf, setTimeZone, type Workout } from '../training.ts'

const app = await testApp()

interface Case {
  readonly name: string
  readonly profile: { timeZone: string; dayStartHour?: number }
  readonly day: string
  /** The first instant of the day. */
  readonly from: string
  /** The first instant of the next day. */
  readonly before: string
}

const cases: readonly Case[] = [
  {
    name: 'in UTC',
    profile: { timeZone: 'UTC' },
    day: '2026-03-02',
    from: '2026-03-02T00:00:00.000Z',
    before: '2026-03-03T00:00:00.000Z',
  },
  {
    name: 'ahead of UTC',
    profile: { timeZone: 'Asia/Kolkata' },
    day: '2026-03-02',
    from: '2026-03-01T18:30:00.000Z',
    before: '2026-03-02T18:30:00.000Z',
  },
  {
    name: 'behind UTC, with days that start at four',
    profile: { timeZone: 'America/New_York', dayStartHour: 4 },
    day: '2026-03-02',
    from: '2026-03-02T09:00:00.000Z',
    before: '2026-03-03T09:00:00.000Z',
  },
  {
    name: 'of 23 hours, when clocks are set forward',
    profile: { timeZone: 'Europe/Berlin' },
    day: '2026-03-29',
    from: '2026-03-28T23:00:00.000Z',
    before: '2026-03-29T22:00:00.000Z',
  },
  {
    name: 'of 25 hours, when clocks are set back',
    profile: { timeZone: 'Europe/Berlin' },
    day: '2026-10-25',
    from: '2026-10-24T22:00:00.000Z',
    before: '2026-10-25T23:00:00.000Z',
  },
  {
    name: 'that starts in the skipped hour',
    profile: { timeZone: 'Europe/Berlin', dayStartHour: 2 },
    day: '2026-03-29',
    from: '2026-03-29T01:00:00.000Z',
    before: '2026-03-30T00:00:00.000Z',
  },
]

for (const { name, profile, day, from, before } of cases) {
  test(`from and to include the whole day ${name}`, async () => {
    const user = await app.register(profile)
    const earlier = new Date(Date.parse(from) - 1).toISOString()
    const last = new Date(Date.parse(before) - 1).toISOString()
    for (const startedAt of [earlier, from, last, before]) await log(user, { startedAt, exercises: [] })
    const starts = async (query: string) =>
      (await listAll<Workout>(user, `/api/workouts?${query}`)).map(({ startedAt }) => startedAt)
    expect(await starts(`from=${day}&to=${day}`)).toEqual([last, from])
    expect(await starts(`from=${day}`)).toEqual([before, last, from])
    expect(await starts(`to=${day}`)).toEqual([last, from, earlier])
  })
}

test('a range that ends before it starts gets 422', async () => {
  const user = await app.register()
  const response = await user.send('GET', '/api/workouts?from=2026-03-03&to=2026-03-02')
  expect(problemOf(response)).toEqual([422, 'validation_failed', 'from range'])
})

test('a change of the profile’s time zone does not move existing workouts', async () => {
  const user = await app.register({ timeZone: 'UTC' })
  const startedAt = '2026-03-02T23:30:00.000Z'
  await log(user, { startedAt, exercises: [] })
  await setTimeZone(user, 'Europe/Berlin')
  await log(user, { startedAt, exercises: [] })
  const zones = async (day: string) =>
    (await listAll<Workout>(user, `/api/workouts?from=${day}&to=${day}`)).map(({ timeZone }) => timeZone)
  expect(await zones('2026-03-02')).toEqual(['UTC'])
  expect(await zones('2026-03-03')).toEqual(['Europe/Berlin'])
})

test('workouts are filtered by days in their own time zones', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin', dayStartHour: 4 })
  const starts = [
    '2026-10-10T19:00:00-04:00',
    '2026-10-11T03:59:59+14:00',
    '2026-10-11T04:00:00-12:00',
    '2026-10-11T23:30:00+23:59',
    '2026-10-12T00:30:00-23:59',
  ]
  for (const startedAt of starts) await log(user, { startedAt, exercises: [] })
  const zonesOn = async (day: string) =>
    (await listAll<Workout>(user, `/api/workouts?from=${day}&to=${day}`))
      .map(({ timeZone }) => timeZone)
      .sort()
  expect(await zonesOn('2026-10-10')).toEqual(['+14:00', '-04:00'])
  expect(await zonesOn('2026-10-11')).toEqual(['+23:59', '-12:00', '-23:59'])
  expect(await zonesOn('2026-10-12')).toEqual([])
})
