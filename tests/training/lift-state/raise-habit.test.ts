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

  test('is not asked about sessions in which the weight was not made', () => {
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

describe('what comes next', () => {
  test('is more weight for those who raise it', () => {
    expect(next(every(3, [100, 102.5, 105, 107.5, 110]))).toMatchObject({ rule: 'add_weight', load: 112.5 })
  })

  test('is the same for those who stay, and the chance of more', () => {
    const found = next(every(3, [100, 100, 100, 100, 100]))
    expect(found).toMatchObject({ rule: 'hold', load: 100, reps: fives, lastSetOpen: true, up: 102.5 })
    expect(found?.waiting).toBeGreaterThan(0.4)
  })

  test('is more weight all the same, every fourth time', () => {
    const rules = Array.from(
      { length: 12 },
      (_, index) => next(every(3, new Array(index + 9).fill(100)))?.rule,
    )
    expect(rules.map((rule) => rule === 'add_weight')).toEqual(rules.map((_, index) => (index + 9) % 4 === 0))
  })

  test('is more weight where effort was logged and the sets were easy', () => {
    const easy = every(3, [100, 100, 100, 100, 100]).map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({ ...set, rir: 4 })),
    }))
    expect(next(easy)?.rule).toBe('add_weight')
  })
})

describe('a step too large to be made with the usual reps', () => {
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

  test('nor by those who have always done thirty', () => {
    const thirties = climbing.map((one) => ({ ...one, sets: one.sets.map((set) => ({ ...set, reps: 30 })) }))
    expect(next(thirties, 2)?.load).toBe(6)
  })
})

describe('the way back', () => {
  const heavy = every(3, [100, 100, 100, 100])

  test('is no leap after a session that happened to be light', () => {
    expect(next([...heavy, session(15, 40, fives)])).toMatchObject({ rule: 'return', load: 50 })
  })

  test('goes halfway after a deload by plan', () => {
    expect(next([...heavy, { ...session(15, 40, fives, true), planned: true }])).toMatchObject({
      rule: 'return',
      load: 70,
    })
  })
})
