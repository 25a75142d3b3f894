import { describe, expect, test } from 'bun:test'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { foldSessions, session, stepsOf } from './fold-sessions.ts'

function nextOf(...sessions: readonly LiftSession[]) {
  const { lift, lifter } = foldSessions(sessions)
  const day = (sessions.at(-1)?.day ?? 0) + 3
  return prescribeLift(lift, lifter, { day, loads: stepsOf(2.5), kilogramsOfUnit: 1, defaultStep: 2.5 })
}

describe('sets that stay below the top of their rep range', () => {
  /** Sets of 8, 7 and 6 reps with these reps in reserve; effort is not logged for sets beyond the list. */
  const sets = (...reserves: readonly number[]): LiftSession => ({
    day: 0,
    sets: [8, 7, 6].map((reps, index) => {
      const rir = reserves[index]
      return { load: 80, reps, ...(rir !== undefined && { rir }) }
    }),
  })

  test.each([
    ['earn weight with three reps in reserve', [3, 3, 3], 'add_weight', 82.5],
    ['earn weight even if only one set has a logged effort', [3], 'add_weight', 82.5],
    ['earn reps if one of them had fewer than three in reserve', [3, 3, 2], 'add_reps', 80],
    ['earn reps if no effort was logged', [], 'add_reps', 80],
  ])('%s', (_, reserves, rule, load) => {
    expect(nextOf(sets(...reserves))).toMatchObject({ rule, load, range: { low: 6, high: 8 } })
  })
})

test('after one light session, the load goes halfway back, without an open-ended set', () => {
  const usualSessions = [0, 3, 6].map((day) => session(day, 100, [5, 5, 5]))
  const next = nextOf(...usualSessions, session(9, 85, [5, 5, 5]))
  expect(next).toMatchObject({ rule: 'return', load: 92.5, reps: [5, 5, 5] })
  expect(next?.lastSetOpen).toBeUndefined()
})

test('the rep range of a single session spans the reps of its sets', () => {
  expect(nextOf(session(0, 60, [8, 9, 10]))?.range).toMatchObject({ low: 8, high: 10 })
})
