import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { raiseHabitOf, raiseShare } from '#training/lift-state/raise-habit.ts'
import { foldSessions, session, stepsOf } from './fold-sessions.ts'

const fives = [5, 5, 5]
const everyDays = (days: number, loads: readonly number[], reps: readonly number[] = fives) =>
  loads.map((load, index) => session(index * days, load, reps))

/** The next prescription, based on the lifter's habit in this lift alone. */
function next(sessions: readonly LiftSession[], step = 2.5) {
  const { lift, lifter } = foldSessions(sessions)
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
  test('counts raises and repeats after a success, but not sessions that added reps', () => {
    const { lift } = foldSessions([
      ...everyDays(3, [100, 100, 102.5, 102.5]),
      session(12, 102.5, [6, 6, 6]),
      session(15, 102.5, [6, 6, 6]),
    ])
    expect(raiseHabitOf(lift, () => true)).toEqual({ raises: 1, choices: 4 })
  })

  test('ignores choices after a session with missed reps', () => {
    const { lift } = foldSessions([
      ...everyDays(3, [100, 100], [5, 4, 3]),
      ...everyDays(3, [100, 100, 100]).slice(2),
    ])
    expect(raiseHabitOf(lift)).toEqual({ raises: 0, choices: 0 })
  })

  test('compares a heavy day with the previous heavy day', () => {
    const { lift } = foldSessions(everyDays(3, [100, 80, 100, 80, 100, 80, 100, 80]))
    expect(raiseHabitOf(lift, () => true)).toEqual({ raises: 0, choices: 6 })
  })

  test('gives a share of raises that grows with each raise and shrinks with each repeat', () => {
    const count = fc.nat({ max: 1000 })
    fc.assert(
      fc.property(count, count, count, count, (raises, repeats, allRaises, allRepeats) => {
        const habit = { raises, choices: raises + repeats }
        const raised = { raises: raises + 1, choices: habit.choices + 1 }
        const repeated = { raises, choices: habit.choices + 1 }
        const all = { raises: allRaises, choices: allRaises + allRepeats }
        const share = raiseShare(habit, all)
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThan(1)
        expect(raiseShare(raised, all)).toBeGreaterThan(share)
        expect(raiseShare(repeated, all)).toBeLessThan(share)
      }),
    )
  })
})

describe('the next prescription', () => {
  test('adds weight for lifters who usually do', () => {
    expect(next(everyDays(3, [100, 102.5, 105, 107.5, 110]))).toMatchObject({
      rule: 'add_weight',
      load: 112.5,
    })
  })

  test('repeats the weight for lifters who usually do, with the chance of success at a heavier one', () => {
    const prescription = next(everyDays(3, [100, 100, 100, 100, 100]))
    expect(prescription).toMatchObject({ rule: 'hold', load: 100, reps: fives, lastSetOpen: true, up: 102.5 })
    expect(prescription?.waiting?.chance).toBeGreaterThan(0.4)
  })

  test('adds weight every fourth time even for lifters who usually repeat it', () => {
    const rules = Array.from(
      { length: 12 },
      (_, index) => next(everyDays(3, new Array(index + 9).fill(100)))?.rule,
    )
    expect(rules.map((rule) => rule === 'add_weight')).toEqual(rules.map((_, index) => (index + 9) % 4 === 0))
  })

  test('keeps rising for lifters who raise the weight every time and succeed', () => {
    const rising = everyDays(
      3,
      Array.from({ length: 16 }, (_, index) => 60 + 2.5 * index),
    )
    const prescription = next(rising)
    expect(prescription).toMatchObject({ rule: 'add_weight', load: 100, untested: 'due' })
  })

  test('keeps rising for lifters who raise the weight every other time', () => {
    const rising = everyDays(
      3,
      Array.from({ length: 16 }, (_, index) => 60 + 5 * Math.floor(index / 2)),
    )
    expect(next(rising)).toMatchObject({ rule: 'add_weight', load: 97.5, untested: 'due' })
    expect(next(rising.slice(0, -1))?.load).toBe(95)
  })

  test('is a heavier single at the end of a peak, not a double', () => {
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

  test('occasionally adds weight for lifters who have always repeated the same weight', () => {
    const unchanged = everyDays(4, new Array(24).fill(70), [8, 8, 8])
    const prescription = next(unchanged)
    expect(prescription).toMatchObject({ rule: 'add_weight', load: 72.5, untested: 'untested' })
    expect(prescription?.chance).toBeGreaterThan(0.5)
    expect(next(unchanged.slice(1))).toMatchObject({ rule: 'hold', load: 70 })
  })

  test('adds weight if the logged effort was low', () => {
    const easy = everyDays(3, [100, 100, 100, 100, 100]).map((each) => ({
      ...each,
      sets: each.sets.map((set) => ({ ...set, rir: 4 })),
    }))
    expect(next(easy)?.rule).toBe('add_weight')
  })
})

describe('a step in weight that is too large for the usual reps', () => {
  const climbing = Array.from({ length: 8 }, (_, index) =>
    session(index * 3, 6, new Array(3).fill(14 + index)),
  )

  test('is taken with fewer reps once the lifter has reached twenty', () => {
    const prescription = next(climbing, 2)
    expect(prescription).toMatchObject({ rule: 'add_weight', load: 8 })
    expect(prescription?.reps[0]).toBeLessThan(14)
    expect(prescription?.chance).toBeGreaterThanOrEqual(0.5)
  })

  test('is not taken before twenty reps', () => {
    expect(next(climbing.slice(0, 6), 2)).toMatchObject({ rule: 'add_reps', load: 6 })
  })

  test('is not taken by lifters who have always done thirty reps', () => {
    const thirties = climbing.map((each) => ({
      ...each,
      sets: each.sets.map((set) => ({ ...set, reps: 30 })),
    }))
    expect(next(thirties, 2)?.load).toBe(6)
  })
})

test('the smallest available step is suggested if the default step is unlikely to succeed', () => {
  const { lift, lifter } = foldSessions(everyDays(4, [50, 50, 50, 50, 50], [10, 10, 10]))
  const options = { day: 24, loads: stepsOf(1), kilogramsOfUnit: 1, defaultStep: 5 }
  expect(prescribeLift(lift, lifter, options)).toMatchObject({ up: 51 })
})

describe('a light week', () => {
  const flat = everyDays(7, new Array(12).fill(100))
  const stalled = flat.map((earlier, index) =>
    index % 4 === 3 ? { ...earlier, sets: session(0, 100, [5, 5, 4]).sets } : earlier,
  )

  test('is offered to lifters who have stalled', () => {
    expect(next([...stalled, session(84, 100, fives)])?.deload).toBeDefined()
  })

  test('is not offered to lifters who have missed nothing, unless every set was to failure', () => {
    expect(next(flat)?.deload).toBeUndefined()
    const hard = flat.map((each) => ({ ...each, sets: each.sets.map((set) => ({ ...set, rir: 0 })) }))
    expect([next(hard)?.rule, next(hard)?.deload !== undefined]).toEqual(['hold', true])
  })

  test('is not offered together with more weight', () => {
    const easy = flat.map((each) => ({ ...each, sets: each.sets.map((set) => ({ ...set, rir: 4 })) }))
    expect(next(easy)).toMatchObject({ rule: 'add_weight' })
    expect(next(easy)?.deload).toBeUndefined()
  })

  test('is not offered after a break or just after another light week', () => {
    const { lift, lifter } = foldSessions(stalled)
    const options = { loads: stepsOf(2.5), kilogramsOfUnit: 1, defaultStep: 2.5 }
    expect(prescribeLift(lift, lifter, { ...options, day: 300 })?.deload).toBeUndefined()
    expect(next([...stalled, session(84, 80, fives, true)])?.deload).toBeUndefined()
  })
})

test('in a repeating cycle of weeks, the forecast comes from the same week of the last cycle and is narrow', () => {
  const weeks = everyDays(
    7,
    Array.from({ length: 16 }, (_, index) => [140, 147.5, 155, 100][index % 4] ?? 0),
    [5],
  )
  const prescription = next(weeks)
  expect(prescription).toMatchObject({ sessionsBack: 4 })
  expect((prescription?.forecast.high ?? 9) - (prescription?.forecast.low ?? 0)).toBeLessThan(0.15)
})

describe('the return to the usual weight', () => {
  const heavy = everyDays(3, [100, 100, 100, 100])

  test('is gradual after an unplanned light session', () => {
    expect(next([...heavy, session(15, 40, fives)])).toMatchObject({ rule: 'return', load: 45 })
  })

  test('goes halfway after a planned deload', () => {
    expect(next([...heavy, { ...session(15, 40, fives, true), planned: true }])).toMatchObject({
      rule: 'return',
      load: 70,
    })
  })
})
