import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { addHabit, raiseHabitOf, raiseShare } from '#training/lift-state/raise-habit.ts'
import { lifted, session, stepsOf } from './lifted.ts'

const fives = [5, 5, 5]
const every = (days: number, loads: readonly number[], reps: readonly number[] = fives) =>
  loads.map((load, index) => session(index * days, load, reps))

/** The next prescription, by the habit of this lift alone. */
function next(sessions: readonly LiftSession[], step = 2.5) {
  const { lift, lifter } = lifted(sessions)
  const day = (sessions.at(-1)?.day ?? 0) + 3
  const habit = raiseHabitOf(lift)
  return prescribeLift(lift, lifter, {
    day,
    loads: stepsOf(step),
    kilogramsOfUnit: 1,
    defaultStep: step,
    habit,
  })
}

describe('the habit of a lifter', () => {
  test('counts a raise and a repeat after a weight was made, but no session with more reps', () => {
    const { lift } = lifted([
      ...every(3, [100, 100, 102.5, 102.5]),
      session(12, 102.5, [6, 6, 6]),
      session(15, 102.5, [6, 6, 6]),
    ])
    expect(raiseHabitOf(lift, () => true)).toEqual({ raises: 1, choices: 4 })
  })

  test('ignores sessions in which the weight was missed', () => {
    const { lift } = lifted([...every(3, [100, 100], [5, 4, 3]), ...every(3, [100, 100, 100]).slice(2)])
    expect(raiseHabitOf(lift)).toEqual({ raises: 0, choices: 0 })
  })

  test('compares a heavy day with the heavy day before it', () => {
    const { lift } = lifted(every(3, [100, 80, 100, 80, 100, 80, 100, 80]))
    expect(raiseHabitOf(lift, () => true)).toEqual({ raises: 0, choices: 6 })
  })

  test('is a share that rises with raises and falls with other choices', () => {
    const count = fc.nat({ max: 1000 })
    fc.assert(
      fc.property(count, count, count, count, (raises, stays, allRaises, allStays) => {
        const own = { raises, choices: raises + stays }
        const all = { raises: allRaises, choices: allRaises + allStays }
        const share = raiseShare(own, all)
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThan(1)
        expect(raiseShare(addHabit(own, { raises: 1, choices: 1 }), all)).toBeGreaterThan(share)
        expect(raiseShare(addHabit(own, { raises: 0, choices: 1 }), all)).toBeLessThan(share)
      }),
    )
  })
})

describe('the next prescription', () => {
  test('is more weight for those who raise it', () => {
    expect(next(every(3, [100, 102.5, 105, 107.5, 110]))).toMatchObject({ rule: 'add_weight', load: 112.5 })
  })

  test('is the same weight for those who repeat it, with the chance of a heavier one', () => {
    const found = next(every(3, [100, 100, 100, 100, 100]))
    expect(found).toMatchObject({ rule: 'hold', load: 100, reps: fives, lastSetOpen: true, up: 102.5 })
    expect(found?.waiting?.chance).toBeGreaterThan(0.4)
  })

  test('is still more weight, every fourth time', () => {
    const rules = Array.from(
      { length: 12 },
      (_, index) => next(every(3, new Array(index + 9).fill(100)))?.rule,
    )
    expect(rules.map((rule) => rule === 'add_weight')).toEqual(rules.map((_, index) => (index + 9) % 4 === 0))
  })

  test('keeps rising for those who raise every time and succeed, though it gets harder', () => {
    const rising = every(
      3,
      Array.from({ length: 16 }, (_, index) => 60 + 2.5 * index),
    )
    const found = next(rising)
    expect(found).toMatchObject({ rule: 'add_weight', load: 100, untested: 'due' })
  })

  test('keeps rising for those who raise every other time', () => {
    const rising = every(
      3,
      Array.from({ length: 16 }, (_, index) => 60 + 5 * Math.floor(index / 2)),
    )
    expect(next(rising)).toMatchObject({ rule: 'add_weight', load: 97.5, untested: 'due' })
    expect(next(rising.slice(0, -1))?.load).toBe(95)
  })

  test('is the next single of a peak, not a double', () => {
    const peak = (
      [
        [150, 5],
        [160, 4],
        [170, 3],
        [180, 2],
        [190, 1],
      ] as const
    ).map(([load, reps], index) => ({
      ...session(index * 5, load, [reps, reps, reps]),
      sets: [reps, reps, reps].map((count) => ({ load, reps: count, rir: 2 })),
    }))
    expect(next(peak)).toMatchObject({ rule: 'add_weight', load: 192.5, reps: [1, 1, 1] })
  })

  test('is an occasional attempt for those who have always repeated the same weight', () => {
    const still = every(4, new Array(24).fill(70), [8, 8, 8])
    const found = next(still)
    expect(found).toMatchObject({ rule: 'add_weight', load: 72.5, untested: 'untested' })
    expect(found?.chance).toBeGreaterThan(0.5)
    expect(next(still.slice(1))).toMatchObject({ rule: 'hold', load: 70 })
  })

  test('is more weight where effort was logged and the sets were easy', () => {
    const easy = every(3, [100, 100, 100, 100, 100]).map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({ ...set, rir: 4 })),
    }))
    expect(next(easy)?.rule).toBe('add_weight')
  })
})

describe('a step too large for the usual reps', () => {
  const climbing = Array.from({ length: 8 }, (_, index) =>
    session(index * 3, 6, new Array(3).fill(14 + index)),
  )

  test('is taken with fewer reps once there were twenty', () => {
    const found = next(climbing, 2)
    expect(found).toMatchObject({ rule: 'add_weight', load: 8 })
    expect(found?.reps[0]).toBeLessThan(14)
    expect(found?.chance).toBeGreaterThanOrEqual(0.5)
  })

  test('is not taken before', () => {
    expect(next(climbing.slice(0, 6), 2)).toMatchObject({ rule: 'add_reps', load: 6 })
  })

  test('is not taken by those who have always done thirty', () => {
    const thirties = climbing.map((one) => ({ ...one, sets: one.sets.map((set) => ({ ...set, reps: 30 })) }))
    expect(next(thirties, 2)?.load).toBe(6)
  })
})

test('the smallest rise is taken where a whole step is unlikely', () => {
  const { lift, lifter } = lifted(every(4, [50, 50, 50, 50, 50], [10, 10, 10]))
  const options = { day: 24, loads: stepsOf(1), kilogramsOfUnit: 1, defaultStep: 5 }
  expect(prescribeLift(lift, lifter, options)).toMatchObject({ up: 51 })
})

describe('a light week', () => {
  const flat = every(7, new Array(12).fill(100))
  const stalled = flat.map((one, index) =>
    index % 4 === 3 ? { ...one, sets: session(0, 100, [5, 5, 4]).sets } : one,
  )

  test('is offered to those who have stalled', () => {
    expect(next([...stalled, session(84, 100, fives)])?.deload).toBeDefined()
  })

  test('is not offered to those who have missed nothing, and may have more in them', () => {
    expect(next(flat)?.deload).toBeUndefined()
    const hard = flat.map((one) => ({ ...one, sets: one.sets.map((set) => ({ ...set, rir: 0 })) }))
    expect([next(hard)?.rule, next(hard)?.deload !== undefined]).toEqual(['hold', true])
  })

  test('is not offered beside more weight', () => {
    const easy = flat.map((one) => ({ ...one, sets: one.sets.map((set) => ({ ...set, rir: 4 })) }))
    expect(next(easy)).toMatchObject({ rule: 'add_weight' })
    expect(next(easy)?.deload).toBeUndefined()
  })

  test('is not offered to those who come back, or have just had one', () => {
    const { lift, lifter } = lifted(stalled)
    const options = { loads: stepsOf(2.5), kilogramsOfUnit: 1, defaultStep: 2.5 }
    expect(prescribeLift(lift, lifter, { ...options, day: 300 })?.deload).toBeUndefined()
    expect(next([...stalled, session(84, 80, fives, true)])?.deload).toBeUndefined()
  })
})

test('in a repeating cycle of weeks, each forecast comes from the same week of the last cycle, in a narrow range', () => {
  const weeks = every(
    7,
    Array.from({ length: 16 }, (_, index) => [140, 147.5, 155, 100][index % 4] ?? 0),
    [5],
  )
  const found = next(weeks)
  expect(found).toMatchObject({ sessionsBack: 4 })
  expect((found?.forecast.high ?? 9) - (found?.forecast.low ?? 0)).toBeLessThan(0.15)
})

describe('the return to the usual weight', () => {
  const heavy = every(3, [100, 100, 100, 100])

  test('is gradual after a session that happened to be light', () => {
    expect(next([...heavy, session(15, 40, fives)])).toMatchObject({ rule: 'return', load: 50 })
  })

  test('goes halfway after a planned deload', () => {
    expect(next([...heavy, { ...session(15, 40, fives, true), planned: true }])).toMatchObject({
      rule: 'return',
      load: 70,
    })
  })
})
