import { describe, expect, test } from 'bun:test'
import { breakIn } from '#training/lift-state/breaks.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { session } from './fold-sessions.ts'

/** Sessions at these loads, a week apart, and one more after a break of six weeks. */
const beforeABreak = (loads: readonly number[]) => {
  const weekly = loads.map((load, week) => session(week * 7, load, [5, 5, 5]))
  return [...weekly, session(loads.length * 7 + 42, 60, [5, 5, 5])]
}

const levelOf = (load: number) => sessionLevel(session(0, load, [5, 5, 5]).sets)

describe('the level before a break', () => {
  test.each([
    ['of one session is the level of that session', [100], 100],
    ['of two sessions is the higher level', [100, 110], 110],
    ['of three sessions is the median, in whatever order they came', [110, 90, 100], 100],
    ['of four sessions is the second highest', [90, 120, 100, 110], 110],
    ['of more than four sessions is that of the last four', [200, 200, 90, 120, 100, 110], 110],
  ])('%s', (_, loads, load) => {
    expect(breakIn({ recent: beforeABreak(loads) })?.level).toBe(levelOf(load))
  })
})

test('a break is longer than four weeks, and only the last one counts', () => {
  const first = session(0, 100, [5])
  expect(breakIn({ recent: [first, session(28, 100, [5])] })).toBeUndefined()
  expect(breakIn({ recent: [first, session(29, 100, [5])] })).toMatchObject({ days: 29 })
  const since = [session(90, 90, [5]), session(97, 95, [5])]
  expect(breakIn({ recent: [first, session(40, 100, [5]), ...since] })).toMatchObject({ days: 50, since })
})
