import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, log, remove, reps, weigh, workoutOf } from '../training.ts'

// A Tuesday.
const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

async function overall(user: TestUser, query = ''): Promise<Schemas['OverallProgress']> {
  return (await get<Schemas['OverallProgress']>(user, `/api/analytics/progress?${query}`)).body
}

const week = 'from=2026-03-02&to=2026-03-08'

test('a report has the totals of the range and of the preceding period', async () => {
  const user = await app.register()
  await log(user, {
    ...workoutOf('2026-02-24T10:00:00Z', 'barbell-bench-press', reps(5, 80)),
    endedAt: '2026-02-24T10:30:00Z',
  })
  await log(user, {
    startedAt: '2026-03-02T10:00:00Z',
    endedAt: '2026-03-02T11:00:00Z',
    exercises: [
      {
        exerciseId: 'barbell-bench-press',
        sets: [reps(8, 60, { type: 'warmup' }), reps(5, 100), reps(5, 100)],
      },
      { exerciseId: 'barbell-row', sets: [reps(10, 60)] },
    ],
  })
  await log(user, workoutOf('2026-03-04T10:00:00Z', 'barbell-back-squat', reps(5, 120)))
  await log(user, { startedAt: '2026-03-05T10:00:00Z', endedAt: '2026-03-05T12:00:00Z', exercises: [] })
  const report = await overall(user, week)
  expect(report).toMatchObject({ scope: 'overall', status: 'ok', from: '2026-03-02', to: '2026-03-08' })
  expect(report.current).toEqual({
    from: '2026-03-02',
    to: '2026-03-08',
    workouts: 2,
    sets: 4,
    reps: 25,
    volumeLoad: { value: 2200, unit: 'kg' },
    durationSeconds: 3600,
  })
  expect(report.previous).toEqual({
    from: '2026-02-23',
    to: '2026-03-01',
    workouts: 1,
    sets: 1,
    reps: 5,
    volumeLoad: { value: 400, unit: 'kg' },
    durationSeconds: 1800,
  })
  expect([report.workoutsPerWeek, report.streakWeeks, report.unknownLoadSets]).toEqual([2, 2, 0])
  expect(report.split.filter(({ sets }) => sets > 0)).toEqual([
    { category: 'push', sets: 2, percent: 50 },
    { category: 'pull', sets: 1, percent: 25 },
    { category: 'legs', sets: 1, percent: 25 },
  ])
})

test('bodyweight exercises count in the previous period even if the current one has none', async () => {
  const user = await app.register()
  await weigh(user, '2026-02-01T07:00:00Z', 80)
  await log(user, workoutOf('2026-02-24T10:00:00Z', 'pull-up', reps(10)))
  await log(user, workoutOf('2026-03-03T10:00:00Z', 'barbell-row', reps(10, 60)))
  const report = await overall(user, week)
  expect(report.previous.volumeLoad).toEqual({ value: 800, unit: 'kg' })
  expect(report.current.volumeLoad).toEqual({ value: 600, unit: 'kg' })
})

test('without workouts, the status is insufficient_data, and every category is zero', async () => {
  const user = await app.register()
  const report = await overall(user)
  expect(report).toMatchObject({
    status: 'insufficient_data',
    workoutsPerWeek: 0,
    streakWeeks: 0,
    from: '2025-09-10',
    to: '2026-03-10',
    current: { workouts: 0, sets: 0, volumeLoad: { value: 0, unit: 'kg' } },
    previous: { from: '2025-03-12', to: '2025-09-09' },
  })
  expect(report.split.map(({ category, percent }) => [category, percent])).toEqual([
    ['push', 0],
    ['pull', 0],
    ['legs', 0],
    ['core', 0],
    ['cardio', 0],
    ['mobility', 0],
  ])
})

test('a streak extends beyond the range, and the current week does not break it', async () => {
  const user = await app.register()
  const ids: string[] = []
  for (const day of ['2026-02-11', '2026-02-18', '2026-02-25', '2026-03-04']) {
    const { body } = await log(user, workoutOf(`${day}T10:00:00Z`, 'plank', reps(1)))
    ids.push(body.id)
  }
  const streak = async () => (await overall(user, 'from=2026-03-01')).streakWeeks
  expect(await streak()).toBe(4)
  await log(user, workoutOf('2026-03-10T10:00:00Z', 'plank', reps(1)))
  expect(await streak()).toBe(5)
  await remove(user, `/api/workouts/${ids[1]}`)
  expect(await streak()).toBe(3)
  await log(user, workoutOf('2026-02-18T10:00:00Z', 'plank', reps(1, undefined, { type: 'warmup' })))
  expect(await streak()).toBe(3)
})

test('a streak of several years is counted in full, even for a range that ends in the past or future', async () => {
  const user = await app.register()
  const today = Date.parse('2026-03-10T10:00:00Z')
  const weeksAgo = (weeks: number) => new Date(today - weeks * 7 * dayMs).toISOString()
  // 150 weeks, a week without training, and 20 more.
  const weeks = Array.from({ length: 171 }, (_, week) => week).filter((week) => week !== 150)
  await Promise.all(weeks.map((week) => log(user, workoutOf(weeksAgo(week), 'plank', reps(1)))))
  const streak = async (query: string) => (await overall(user, query)).streakWeeks
  expect(await streak('from=2026-03-01')).toBe(150)
  expect(await streak(`from=2023-04-01&to=${weeksAgo(148).slice(0, 10)}`)).toBe(2)
  expect(await streak(`from=2020-01-01&to=${weeksAgo(151).slice(0, 10)}`)).toBe(20)
  expect(await streak('from=2026-03-01&to=2031-01-01')).toBe(150)
})

test('figures are in pounds if requested', async () => {
  const user = await app.register()
  await log(
    user,
    workoutOf(
      '2026-03-09T10:00:00Z',
      'barbell-row',
      reps(1, undefined, { weight: { value: 135, unit: 'lb' } }),
    ),
  )
  expect((await overall(user, 'unit=lb')).current.volumeLoad).toEqual({ value: 135, unit: 'lb' })
})
