import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { foldSessions, stepsOf } from './fold-sessions.ts'

interface LiftHistory {
  readonly sessions: readonly LiftSession[]
  readonly day: number
  readonly step?: number
}

function prescribed({ sessions, day, step = 2.5 }: LiftHistory) {
  const { lift, lifter } = foldSessions(sessions)
  return prescribeLift(lift, lifter, {
    day,
    loads: stepsOf(step),
    kilogramsOfUnit: 1,
    defaultStep: step,
  })
}

test('a lift without a session has no prescription', () => {
  expect(prescribed({ sessions: [], day: 0 })).toBeUndefined()
})

test('after any history, the prescription is finite, and its load is available or was lifted before', () => {
  const sets = fc.array(
    fc.record({
      load: fc.double({ min: 0.25, max: 600, noNaN: true }),
      reps: fc.integer({ min: 1, max: 1000 }),
      rir: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const history = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 400 }), sets, deload: fc.boolean() }), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 1000 }), (spacedSessions, daysSince) => {
      let day = 0
      const sessions = spacedSessions.map(({ gap, ...session }) => {
        day += gap
        return { day, ...session }
      })
      const next = prescribed({ sessions, day: day + daysSince })
      expect(next).toBeDefined()
      if (!next) return
      expect(Number.isFinite(next.load)).toBe(true)
      const isStep = Math.abs(next.load / 2.5 - Math.round(next.load / 2.5)) < 1e-6
      expect(isStep || sessions.some((session) => session.sets.some(({ load }) => load === next.load))).toBe(
        true,
      )
      expect(next.reps.length).toBeGreaterThan(0)
      for (const reps of next.reps) expect(Number.isInteger(reps) && reps >= 1).toBe(true)
      expect(next.chance >= 0 && next.chance <= 1).toBe(true)
    }),
  )
})

test('one more rep is prescribed only if its chance is at least 30%', () => {
  const session = fc.record({
    reps: fc.integer({ min: 1, max: 12 }),
    steps: fc.integer({ min: 36, max: 44 }),
  })
  fc.assert(
    fc.property(fc.array(session, { minLength: 3, maxLength: 12 }), (evenSessions) => {
      const sessions = evenSessions.map(({ reps, steps }, index) => {
        const set = { load: 2.5 * steps, reps }
        return { day: 3 * index, sets: [set, set, set] }
      })
      const next = prescribed({ sessions, day: 3 * sessions.length })
      if (next?.rule === 'add_reps') expect(next.chance).toBeGreaterThanOrEqual(0.3)
    }),
    { numRuns: 2000 },
  )
})
