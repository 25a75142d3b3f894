import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayNumber, userDays } from '#training/days.ts'
import { overallProgress, type PeriodTraining } from '#training/overall.ts'
import { periodBefore, periodOf } from '#training/periods.ts'
import { weekStreak } from '#training/streak.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'

const days = userDays({ timeZone: 'UTC' })
const firstDay = dayNumber('2026-10-26')
const lastDay = dayNumber('2026-11-22')
const period = periodOf(firstDay, lastDay)
const previousPeriod = periodBefore(firstDay, lastDay)
const withoutTraining = (empty: typeof period): PeriodTraining => ({ period: empty, workouts: [], sets: [] })
const streak = { workoutDays: [], lastDay, today: lastDay, weekStart: 'monday' } as const

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
  performedAt: days.startOf(firstDay),
  type: 'normal',
  reps: 10,
  weightGrams: 50_000,
  ...more,
})

test('overall progress has the totals of both periods, the workouts per week and the split by category', () => {
  const hour = 3_600_000
  const current: PeriodTraining = {
    period,
    workouts: [
      { id: 'w1', startedAt: days.startOf(firstDay), endedAt: days.startOf(firstDay) + hour },
      { id: 'w2', startedAt: days.startOf(firstDay) + 24 * hour },
      { id: 'only-warm-ups', startedAt: days.startOf(firstDay), endedAt: days.startOf(firstDay) + hour },
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
    { ...streak, workoutDays: [firstDay, firstDay + 1] },
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
    { current: withoutTraining(period), previous: withoutTraining(previousPeriod) },
    streak,
    context,
  )
  expect(unserializable(overall)).toBeUndefined()
  expect(overall).toMatchObject({ workoutsPerWeek: 0, streakWeeks: 0, current: { workouts: 0, sets: 0 } })
})

test('the split by category always adds up to all sets and to 100 percent', () => {
  fc.assert(
    fc.property(exerciseIndex, fc.array(performedSet), (index, sets) => {
      const current = { period, workouts: [], sets }
      const overall = overallProgress({ current, previous: withoutTraining(previousPeriod) }, streak, {
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
    ['without workouts', 0, []],
    ['with workouts only this week', 1, [week(0)]],
    ['with workouts this week and in the two weeks before', 3, [week(0), week(1, 6), week(2, 3)]],
    ['with workouts in the last two weeks, but none yet this week', 2, [week(1), week(2)]],
    ['with a missed week', 1, [week(0), week(2), week(3)]],
    ['with several workouts a week', 2, [week(0), week(0, 2), week(1), week(1)]],
    ['without workouts last week and this week', 0, [week(2), week(3)]],
  ])('%s is %i', (_, expected, workoutDays) => {
    expect(count(workoutDays)).toBe(expected)
  })

  test('is not broken before this week has ended', () => {
    expect(count([week(1)], monday + 6)).toBe(1)
  })
  test('ends with the last week of a past range, and is 0 if that week is empty', () => {
    expect(count([week(3), week(2), week(0)], monday + 4, week(2, 6))).toBe(2)
    expect(count([week(3), week(0)], monday + 4, week(2, 6))).toBe(0)
  })
  test('ends today if the range extends into the future', () => {
    expect(count([week(0), week(1)], monday + 4, monday + 60)).toBe(2)
  })
  test('depends on the weekday on which the user’s weeks start', () => {
    const sunday = monday - 1
    expect(weekStreak([sunday, monday], { lastDay: monday, today: monday, weekStart: 'monday' })).toBe(2)
    expect(weekStreak([sunday, monday], { lastDay: monday, today: monday, weekStart: 'sunday' })).toBe(1)
  })
})
