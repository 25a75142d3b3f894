import { describe, expect, test } from 'bun:test'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { foldSessions, session, stepsOf } from './fold-sessions.ts'

const fives = [0, 3, 6, 9, 12, 15].map((day) => session(day, 100, [5, 5, 5]))

function nextAfter(sessions: readonly LiftSession[], gap = 3) {
  const { lift, lifter } = foldSessions(sessions)
  const day = (sessions.at(-1)?.day ?? 0) + gap
  return prescribeLift(lift, lifter, { day, loads: stepsOf(2.5), kilogramsOfUnit: 1, defaultStep: 2.5 })
}

describe('the next prescription continues from the usual sets', () => {
  test('after a heavy single', () => {
    expect(nextAfter([...fives, session(18, 125, [1])])).toMatchObject({
      rule: 'return',
      load: 100,
      reps: [5, 5, 5],
    })
  })

  test.each([
    [20, 'repeat'],
    [40, 'comeback'],
  ])('after a far heavier session and %p days off', (gap, rule) => {
    const next = nextAfter([...fives, session(18, 145, [5])], gap)
    expect(next).toMatchObject({ rule, reps: [5, 5, 5] })
    expect(next?.load).toBeLessThanOrEqual(100)
  })
})

describe('the next prescription continues from the last session', () => {
  test('if it was a little heavier', () => {
    expect(nextAfter([...fives, session(18, 107.5, [3, 3, 3])])?.load).toBeGreaterThanOrEqual(105)
  })

  test('if it had ordinary reps', () => {
    expect(nextAfter([...fives, session(18, 120, [5, 5, 5])])?.load).toBe(120)
  })

  test('if it was a failed attempt', () => {
    expect(nextAfter([...fives, session(18, 120, [0])])?.rule).toBe('step_back')
  })

  test('if it leads up to a heavy single', () => {
    const peak = [session(18, 107.5, [3]), session(21, 115, [2]), session(24, 130, [1])]
    expect(nextAfter([...fives.slice(0, 2), ...peak])?.load).toBeGreaterThanOrEqual(130)
  })
})

test('the rep range of a pyramid is that of its top sets', () => {
  const pyramid = (day: number): LiftSession => ({
    day,
    sets: [
      { load: 20, reps: 12 },
      { load: 22, reps: 10 },
      { load: 24, reps: 8 },
    ],
  })
  const next = nextAfter([0, 3, 6, 9].map(pyramid))
  expect(next?.range).toEqual({ low: 8, high: 8, fixed: true })
  expect(next?.rule).not.toBe('step_back')
})

describe('heavy and light days that alternate', () => {
  const heavyDays = [
    [80, 4],
    [82.5, 3],
    [85, 2],
    [87.5, 1],
  ] as const
  const sessions = heavyDays.flatMap(([load, reps], index) => [
    session(7 * index, load, [reps, reps, reps]),
    session(7 * index + 3, 70, [3, 3, 3, 3]),
  ])

  test('may lead up to a heavy single, which isn’t followed by more reps', () => {
    const next = nextAfter(sessions)
    expect(next).toMatchObject({ sessionsBack: 2, peaking: true })
    expect(next?.reps.every((reps) => reps === 1)).toBe(true)
  })

  test('have no open-ended set on the light day', () => {
    const light = nextAfter(sessions.slice(0, -1))
    expect(light).toMatchObject({ sessionsBack: 2, rule: 'hold', load: 70 })
    expect(light?.lastSetOpen).toBeFalsy()
  })
})

test('a comeback that was planned goes on at its own pace', () => {
  const comeback = [50, 55, 60].map((load, index) => ({
    ...session(60 + 4 * index, load, [8, 8, 8]),
    planned: true,
    deload: true,
  }))
  const before = [0, 3, 6, 9, 12].map((day) => session(day, 90, [5, 5, 5]))
  expect(nextAfter([...before, ...comeback], 4)).toMatchObject({ rule: 'return', load: 65 })
})
