import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { calendarDays } from '#training/calendar.ts'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, dayText, userDays } from '#training/days.ts'
import { recordsByExercise } from '#training/records/records.ts'
import { longestWeekStreak } from '#training/streak.ts'
import { trainingSummary } from '#training/summary.ts'
import { workoutTotals } from '#training/totals.ts'
import { unserializable } from './arbitraries.ts'
import { now, press, setsAt, workout } from './history.ts'

const days = userDays({ timeZone: 'Europe/Berlin', dayStartHour: 4 })
const today = days.dayOf(now)
const context = { exercises: new Map([[press.id, press]]), bodyweightAt: () => undefined }
const workoutWithoutSets = (daysAgo: number, minutes?: number) => {
  const startedAt = now - daysAgo * dayMs
  return {
    id: `w${startedAt}`,
    startedAt,
    ...(minutes === undefined ? {} : { endedAt: startedAt + minutes * 60_000 }),
  }
}

describe('the calendar', () => {
  const sets = [
    ...workout(0, setsAt(100, [5])),
    ...workout(2, setsAt(100, [5, 5])),
    ...workout(3, setsAt(100, [5, 5, 5])),
    ...workout(4, setsAt(100, [5, 5, 5, 5])),
    ...workout(5, setsAt(100, [5, 5], { type: 'warmup' })),
  ]
  const workouts = [
    workoutWithoutSets(4, 60),
    workoutWithoutSets(3),
    workoutWithoutSets(2, 45),
    workoutWithoutSets(0, 30),
    workoutWithoutSets(5, 20),
  ]
  const year = calendarDays({ workouts, sets }, { days, from: today - 364, to: today }, context)

  test('has one entry for each day of a year, with the training of that day', () => {
    expect(year).toHaveLength(365)
    expect(year.at(-1)).toEqual({
      day: dayText(today),
      workoutIds: [`w${now}`],
      sets: 1,
      reps: 5,
      volumeGrams: 500_000,
      durationSeconds: 1800,
      level: 1,
    })
    expect(year.slice(-6).map(({ level }) => level)).toEqual([0, 4, 3, 2, 0, 1])
    expect(year.at(-4)?.durationSeconds).toBe(0)
    expect(year.at(-2)?.workoutIds).toEqual([])
  })

  test('assigns a workout after midnight to the user’s day', () => {
    const afterMidnight = Date.UTC(2026, 4, 20, 1)
    const late = workout(0, setsAt(50, [5])).map((set) => ({ ...set, performedAt: afterMidnight }))
    const range = { days, from: dayNumber('2026-05-18'), to: dayNumber('2026-05-21') }
    const trained = calendarDays({ workouts: [], sets: late }, range, context).filter((each) => each.sets > 0)
    expect(trained.map((each) => each.day)).toEqual(['2026-05-19'])
  })

  test('adds up to the totals of any log', () => {
    const log = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(log, (workouts) => {
        const allSets = workouts.flatMap(([daysAgo, reps]) => workout(daysAgo, setsAt(40, [reps])))
        const list = calendarDays(
          { workouts: [], sets: allSets },
          { days, from: today - 30, to: today },
          context,
        )
        const totals = workoutTotals({ startedAt: 0, sets: allSets }, context.exercises, undefined)
        const sum = (select: (each: (typeof list)[number]) => number) =>
          list.reduce((total, each) => total + select(each), 0)
        expect(sum(({ volumeGrams }) => volumeGrams)).toBe(totals.volumeGrams)
        expect(sum(({ reps }) => reps)).toBe(totals.reps)
        expect(list.every(({ level, sets: count }) => (level === 0) === (count === 0))).toBe(true)
      }),
    )
  })
})

describe('the summary', () => {
  const log = {
    sets: [30, 23, 16, 9, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(100 - daysAgo, [5, 5, 5]))),
    workouts: [30, 23, 16, 9, 2].map((daysAgo) => workoutWithoutSets(daysAgo, 60)),
  }
  const options = { ...context, days, now, today, weekStart: 'monday' as const }
  const records = [...recordsByExercise(log.sets, context).values()]
  const summary = trainingSummary({ ...log, records }, options)

  test('reports the week, the streak and all-time totals', () => {
    expect(summary.allTime).toEqual({
      workouts: 5,
      durationSeconds: 5 * 3600,
      firstDay: dayText(days.dayOf(now - 30 * dayMs)),
      lastDay: dayText(days.dayOf(now - 2 * dayMs)),
      longestStreakWeeks: 5,
    })
    expect(summary.week.streakWeeks).toBe(5)
    expect(summary.week.previous.workouts).toBe(1)
    expect(summary.frequentExercises).toEqual([{ exerciseId: 'press', workouts: 4 }])
  })

  test('lists the records of the last four weeks, newest first, each judged against all earlier training', () => {
    const heaviest = summary.recentRecords.filter(({ kind }) => kind === 'heaviest_weight')
    expect(heaviest.map(({ value }) => value / 1000)).toEqual([98, 91, 84, 77])
  })

  test('needs no sets from before the last 28 days', () => {
    const recent = log.sets.filter(({ performedAt }) => performedAt > now - 28 * dayMs)
    expect(trainingSummary({ ...log, sets: recent, records }, options)).toEqual(summary)
  })

  test('is valid for someone who has never trained', () => {
    const nothing = trainingSummary({ sets: [], workouts: [] }, options)
    expect(unserializable(nothing)).toBeUndefined()
    expect(nothing.allTime).toMatchObject({ workouts: 0, longestStreakWeeks: 0 })
    expect(nothing.allTime.firstDay).toBeUndefined()
  })
})

test('the longest streak may be anywhere in the log', () => {
  expect(longestWeekStreak([0, 7, 14, 40, 47], 'monday')).toBe(3)
  expect(longestWeekStreak([], 'monday')).toBe(0)
})
