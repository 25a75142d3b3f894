import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { type LiftSession, prescribeLift } from '#training/lift-state/index.ts'
import { lifted, session, steady, stepsOf } from './lifted.ts'

const range812 = { min: 8, max: 12 }
const rising = [8, 9, 10, 11, 12].map((reps, index) =>
  session([0, 3, 7, 10, 14][index] ?? 0, 40, [reps, reps, reps]),
)

interface Row {
  readonly name: string
  readonly sessions: readonly LiftSession[]
  readonly day: number
  readonly step?: number
  readonly range?: { readonly min: number; readonly max: number }
  readonly want: {
    readonly rule: string
    readonly load: number
    readonly reps: readonly number[]
    readonly chance?: number
  }
}

const rows: readonly Row[] = [
  {
    name: 'a success on a fixed 3 × 5 adds weight',
    sessions: steady,
    day: 24,
    want: { rule: 'add_weight', load: 102.5, reps: [5, 5, 5], chance: 0.4493 },
  },
  {
    name: 'three weeks away repeat the last session',
    sessions: steady,
    day: 42,
    want: { rule: 'repeat', load: 100, reps: [5, 5, 5] },
  },
  {
    name: 'two months away begin lighter',
    sessions: steady,
    day: 81,
    want: { rule: 'comeback', load: 92.5, reps: [5, 5, 5] },
  },
  {
    name: 'four months away begin lighter still',
    sessions: steady,
    day: 141,
    want: { rule: 'comeback', load: 90, reps: [5, 5, 5] },
  },
  {
    name: 'a light day is followed by half the way back',
    sessions: [...steady, session(24, 80, [5, 5, 5])],
    day: 27,
    want: { rule: 'return', load: 90, reps: [5, 5, 5] },
  },
  {
    name: 'the top of a range adds weight',
    sessions: rising,
    day: 17,
    range: range812,
    want: { rule: 'add_weight', load: 42.5, reps: [8, 8, 8], chance: 0.9002 },
  },
  {
    name: 'the first set at the top and the others near it add weight',
    sessions: [...rising, session(17, 42.5, [12, 11, 11])],
    day: 20,
    range: range812,
    want: { rule: 'add_weight', load: 45, reps: [8, 8, 8] },
  },
  {
    name: 'before a jump that is large for the load the reps go further',
    sessions: [9, 10, 11, 12].map((reps, index) => session(index * 3, 10, [reps, reps, reps])),
    day: 12,
    step: 2,
    range: range812,
    want: { rule: 'add_reps', load: 10, reps: [13, 13, 13] },
  },
  {
    name: 'short of the range twice steps back',
    sessions: [session(0, 100, [8, 8, 8]), session(3, 102.5, [4, 4, 3]), session(6, 102.5, [4, 3, 3])],
    day: 9,
    range: { min: 5, max: 8 },
    want: { rule: 'step_back', load: 100, reps: [5, 5, 5] },
  },
  {
    name: 'heavy and light days take turns, each following its own kind',
    sessions: Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? session(index * 3, 100, [5, 5, 5]) : session(index * 3, 80, [8, 8, 8]),
    ),
    day: 36,
    want: { rule: 'add_reps', load: 100, reps: [6, 6, 6] },
  },
]

function prescribed({ sessions, day, step = 2.5, range }: Omit<Row, 'name' | 'want'>) {
  const { lift, lifter } = lifted(sessions)
  return prescribeLift(lift, lifter, {
    day,
    loads: stepsOf(step),
    kilogramsOfUnit: 1,
    defaultStep: step,
    range,
  })
}

test.each(rows)('$name', ({ want, ...given }) => {
  const next = prescribed(given)
  expect(next).toMatchObject({ rule: want.rule, load: want.load, reps: [...want.reps] })
  if (want.chance !== undefined) expect(next?.chance).toBeCloseTo(want.chance, 4)
})

test('a lift without a session has no prescription', () => {
  expect(prescribed({ sessions: [], day: 0 })).toBeUndefined()
})

test('whatever was lifted, the prescription is finite, and its load available or lifted before', () => {
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
    fc.property(history, fc.integer({ min: 0, max: 1000 }), (gaps, wait) => {
      let day = 0
      const sessions = gaps.map(({ gap, ...rest }) => {
        day += gap
        return { day, ...rest }
      })
      const next = prescribed({ sessions, day: day + wait })
      expect(next).toBeDefined()
      if (!next) return
      expect(Number.isFinite(next.load)).toBe(true)
      const isStep = Math.abs(next.load / 2.5 - Math.round(next.load / 2.5)) < 1e-6
      expect(isStep || sessions.some((one) => one.sets.some(({ load }) => load === next.load))).toBe(true)
      expect(next.reps.length).toBeGreaterThan(0)
      for (const reps of next.reps) expect(Number.isInteger(reps) && reps >= 1).toBe(true)
      expect(next.chance >= 0 && next.chance <= 1).toBe(true)
    }),
  )
})
