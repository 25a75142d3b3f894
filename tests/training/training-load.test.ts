import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, userDays } from '#training/days.ts'
import { acuteChronicLoads } from '#training/session-load/ewma.ts'
import { sessionLoad, weekLoad } from '#training/session-load/foster.ts'
import { type LoggedSession, trainingLoad } from '#training/session-load/training-load.ts'
import { unserializable } from './arbitraries.ts'
import vectors from './vectors/training-load.json'

describe('training load matches the vectors', () => {
  for (const { loads, sum, monotony, strain } of vectors.weeks) {
    test(`a week of ${loads.join(', ')}`, () => {
      const week = weekLoad(loads)
      expect(week.sum).toBe(sum)
      if (monotony === undefined || strain === undefined) {
        expect(week).toEqual({ sum })
        return
      }
      expect(week.monotony).toBeCloseTo(monotony, 3)
      expect(week.strain).toBeCloseTo(strain, 1)
    })
  }
  for (const { loads, acute, chronic, ratio } of vectors.ewma) {
    test(`acute and chronic load after ${loads.length} days`, () => {
      const last = acuteChronicLoads(loads).at(-1)
      expect(last?.acute).toBeCloseTo(acute, 3)
      expect(last?.chronic).toBeCloseTo(chronic, 3)
      if (ratio === undefined) expect(last?.ratio).toBeUndefined()
      else expect(last?.ratio).toBeCloseTo(ratio, 3)
    })
  }
  for (const { exertion, minutes, expected } of vectors.sessions)
    test(`${minutes} min at ${exertion}`, () => expect(sessionLoad(exertion, minutes)).toBe(expected))
})

const days = userDays({ timeZone: 'UTC' })
const firstDay = dayNumber('2026-01-05')
const session = (dayIndex: number, minutes = 60, exertion: number | undefined = 5): LoggedSession => ({
  id: `s${dayIndex}`,
  startedAt: (firstDay + dayIndex) * dayMs,
  endedAt: (firstDay + dayIndex) * dayMs + minutes * 60_000,
  exertion,
})

test('rest days count as 0, and each figure appears once there is enough data for it', () => {
  const { days: list } = trainingLoad([session(0), session(2), session(2)], {
    days,
    from: firstDay,
    to: firstDay + 29,
  })
  expect(list.map(({ load }) => load).slice(0, 4)).toEqual([300, 0, 600, 0])
  expect(list[5]?.week).toBeUndefined()
  expect(list[6]?.week?.sum).toBe(900)
  expect(list[26]?.acuteChronic).toBeUndefined()
  expect(list[27]?.acuteChronic).toBeDefined()
  expect(list[2]).toMatchObject({ day: '2026-01-07', workoutIds: ['s2', 's2'] })
})

test('sessions before the range count in the averages, and workouts without exertion or an end are listed', () => {
  const sessions = Array.from({ length: 40 }, (_, dayIndex) => session(dayIndex))
  const unfinished = { id: 'unfinished', startedAt: (firstDay + 39) * dayMs }
  const { days: list, unknownWorkoutIds } = trainingLoad(
    [...sessions, { ...session(38), id: 'no-exertion', exertion: undefined }, unfinished],
    {
      days,
      from: firstDay + 35,
      to: firstDay + 39,
    },
  )
  expect(list).toHaveLength(5)
  expect(list[0]?.acuteChronic).toEqual({ acute: 300, chronic: 300, ratio: 1 })
  expect(list[0]?.week).toEqual({ sum: 2100 })
  expect(unknownWorkoutIds).toEqual(['no-exertion', 'unfinished'])
})

test('days without workouts have no load', () => {
  expect(trainingLoad([], { days, from: firstDay, to: firstDay + 1 }).days).toEqual([
    { day: '2026-01-05', load: 0, workoutIds: [] },
    { day: '2026-01-06', load: 0, workoutIds: [] },
  ])
})

test('nothing is NaN, infinite or null, and monotony is present if and only if days differ', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (loads) => {
      expect(unserializable([weekLoad(loads), acuteChronicLoads(loads)])).toBeUndefined()
      expect(weekLoad(loads).monotony !== undefined).toBe(new Set(loads).size > 1)
    }),
  )
})
