import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayNumber, userDays } from '#training/days.ts'
import { overallProgress, type PeriodTraining } from '#training/overall.ts'
import { periodBefore, periodOf } from '#training/periods.ts'
import { weekStreak } from '#training/streak.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'

const days = userDays({ timeZone: 'UTC' })
const from = dayNumber('2026-10-26')
const to = dayNumber('2026-11-22')
const period = periodOf(from, to)
const previousPeriod = periodBefore(from, to)
const nothing = (of: typeof period): PeriodTraining => ({ period: of, workouts: [], sets: [] })
const streak = { workoutDays: [], lastDay: to, today: to, weekStart: 'monday' } as const

const lift = (id: string, category: ExerciseFacts['category']): [string, ExerciseFacts] => [
  id,
  { id, tracking: 'weight_reps', category, engagement: [] },
]
const exercises = new Map([lift('bench', 'push'), lift('row', 'pull'), lift('squat', 'legs')])
const context = { exercises, bodyweightAt: () => undefined }

const set = (
  id: string,
  workoutId: string,
  exerciseId: string,
  more: Partial<PerformedSet> = {},
): PerformedSet => ({
  id,
  workoutId,
  exerciseId,
  performedAt: days.startOf(from),
  type: 'normal',
  reps: 10,
  weightGrams: 50_000,
  ...more,
})

test('totals are compared with the previous period, with workouts per week and the split', () => {
  const hour = 3_600_000
  const current: PeriodTraining = {
    period,
    workouts: [
      { id: 'w1', startedAt: days.startOf(from), endedAt: days.startOf(from) + hour },
      { id: 'w2', startedAt: days.startOf(from) + 24 * hour },
      { id: 'only-warm-ups', startedAt: days.startOf(from), endedAt: days.startOf(from) + hour },
    ],
    sets: [
      set('a', 'w1', 'bench'),
      set('b', 'w1', 'bench'),
      set('c', 'w1', 'row'),
      set('d', 'w2', 'squat', { reps: 5 }),
      set('e', 'only-warm-ups', 'squat', { type: 'warmup' }),
    ],
  }
  const previous: PeriodTraining = {
    period: previousPeriod,
    workouts: [
      {
        id: 'w0',
        startedAt: days.startOf(previousPeriod.firstDay),
        endedAt: days.startOf(previousPeriod.firstDay) + hour / 2,
      },
    ],
    sets: [set('z', 'w0', 'bench')],
  }
  const overall = overallProgress(
    { current, previous },
    { ...streak, workoutDays: [from, from + 1] },
    context,
  )
  expect(overall.current).toEqual({
    period,
    workouts: 2,
    sets: 4,
    reps: 35,
    volumeGrams: 1_750_000,
    durationSeconds: 3600,
    unknownLoadSets: 0,
  })
  expect(overall.previous).toMatchObject({
    workouts: 1,
    sets: 1,
    volumeGrams: 500_000,
    durationSeconds: 1800,
  })
  expect(overall.workoutsPerWeek).toBe(0.5)
  expect(overall.split).toEqual([
    { category: 'push', sets: 2, percent: 50 },
    { category: 'pull', sets: 1, percent: 25 },
    { category: 'legs', sets: 1, percent: 25 },
    { category: 'core', sets: 0, percent: 0 },
    { category: 'cardio', sets: 0, percent: 0 },
    { category: 'mobility', sets: 0, percent: 0 },
  ])
})

test('no training results in zeros, not NaN', () => {
  const overall = overallProgress(
    { current: nothing(period), previous: nothing(previousPeriod) },
    streak,
    context,
  )
  expect(unserializable(overall)).toBeUndefined()
  expect(overall).toMatchObject({ workoutsPerWeek: 0, streakWeeks: 0, current: { workouts: 0, sets: 0 } })
})

test('the split of any training adds up to all of it', () => {
  fc.assert(
    fc.property(exerciseIndex, fc.array(performedSet), (index, sets) => {
      const current = { period, workouts: [], sets }
      const overall = overallProgress({ current, previous: nothing(previousPeriod) }, streak, {
        exercises: index,
        bodyweightAt: () => undefined,
      })
      expect(unserializable(overall)).toBeUndefined()
      expect(overall.split.reduce((sum, share) => sum + share.sets, 0)).toBe(overall.current.sets)
      const percent = overall.split.reduce((sum, share) => sum + share.percent, 0)
      expect(percent).toBeCloseTo(overall.current.sets === 0 ? 0 : 100, 9)
    }),
  )
})

describe('the streak of weeks', () => {
  const monday = dayNumber('2026-11-16')
  const week = (back: number, day = 0) => monday - 7 * back + day
  const count = (workoutDays: number[], today = monday + 4, lastDay = today) =>
    weekStreak(workoutDays, { lastDay, today, weekStart: 'monday' })

  test.each([
    ['nothing', [], 0],
    ['this week alone', [week(0)], 1],
    ['this week and the two before', [week(0), week(1, 6), week(2, 3)], 3],
    ['not yet this week', [week(1), week(2)], 2],
    ['a week missed', [week(0), week(2), week(3)], 1],
    ['several workouts a week', [week(0), week(0, 2), week(1), week(1)], 2],
    ['last week and this one missed', [week(2), week(3)], 0],
  ])('%s', (_, workoutDays, expected) => {
    expect(count(workoutDays)).toBe(expected)
  })

  test('is not broken on the last day of this week', () => {
    expect(count([week(1)], monday + 6)).toBe(1)
  })
  test('ends with a past range: an empty last week breaks it', () => {
    expect(count([week(3), week(2), week(0)], monday + 4, week(2, 6))).toBe(2)
    expect(count([week(3), week(0)], monday + 4, week(2, 6))).toBe(0)
  })
  test('ends with today if the range extends past it', () => {
    expect(count([week(0), week(1)], monday + 4, monday + 60)).toBe(2)
  })
  test('goes by the day that the user’s weeks start on', () => {
    const sunday = monday - 1
    expect(weekStreak([sunday, monday], { lastDay: monday, today: monday, weekStart: 'monday' })).toBe(2)
    expect(weekStreak([sunday, monday], { lastDay: monday, today: monday, weekStart: 'sunday' })).toBe(1)
  })
})
