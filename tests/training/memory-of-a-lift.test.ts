import { describe, expect, test } from 'bun:test'
import {
  chanceOf,
  doubtOf,
  forecast,
  type LiftSession,
  mostLifted,
  plateauOf,
  prescribeLift,
} from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { missProbability } from '#training/lift-state/miss-distribution.ts'
import { newLift, newLifter } from '#training/lift-state/state.ts'
import { sessionsBack, stepOf } from '#training/lift-state/structure.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { foldSessions, session, stepsOf } from './lift-state/fold-sessions.ts'
import vectors from './vectors/lift-memory.json'

interface VectorSession {
  readonly day: number
  readonly load: number
  readonly reps: readonly number[]
  readonly deload?: boolean
}

const kilogramsOf: Readonly<Record<string, number>> = { kg: 1, lb: 0.45359237 }
const sessionsOf = (sessions: readonly VectorSession[]): LiftSession[] =>
  sessions.map(({ day, load, reps, deload }) => session(day, load, reps, deload ? true : undefined))

test.each(vectors.levels)('the level of a session is the level of its best set', ({ sets, level }) => {
  expect(sessionLevel(sets)).toBeCloseTo(level, 4)
})

test.each(vectors.misses)('the probability of a miss matches its vector', ({ z, probability }) => {
  // The vector for z = 1, 0.82875, may be rounded either way in its last digit.
  expect(Math.abs(missProbability(z) - probability)).toBeLessThan(0.0001)
})

test.each(vectors.states)('the memory of a lift matches its vector', ({ sessions, ...expected }) => {
  const { lift, lifter } = foldSessions(sessionsOf(sessions))
  const actual = {
    level: lift.level,
    error: lift.error,
    errorWeight: lift.errorWeight,
    lifterError: lifter.error,
    lifterErrorWeight: lifter.errorWeight,
  }
  for (const [name, value] of Object.entries(actual)) {
    const inVector = Object.entries(expected).find(([key]) => key === name)?.[1]
    if (inVector !== undefined) expect(value).toBeCloseTo(Number(inVector), 4)
  }
})

test.each(vectors.forecasts)('a forecast matches its vector', ({ sessions, day, chances, ...expected }) => {
  const { lift, lifter } = foldSessions(sessionsOf(sessions))
  const actual = forecast(lift, lifter, day)
  expect(actual.absence).toBeCloseTo(expected.absence, 4)
  expect(Math.exp(actual.center)).toBeCloseTo(expected.oneRepMax, 3)
  expect(Math.exp(actual.low)).toBeCloseTo(expected.low, 3)
  expect(Math.exp(actual.high)).toBeCloseTo(expected.high, 3)
  expect(String(actual.label)).toBe(expected.label)
  for (const { load, reps, chance } of chances) expect(chanceOf(actual, load, reps)).toBeCloseTo(chance, 4)
})

test.each(vectors.steps)('the step between loads matches its vector', ({ loads, unit, step }) => {
  const kilograms = kilogramsOf[unit] ?? 0
  expect((stepOf({ loadsSeen: loads }, kilograms) ?? 0) / kilograms).toBeCloseTo(step, 6)
})

test.each(vectors.slots)(
  'the number of sessions back to the last one of the same kind matches its vector',
  ({ sessions, sessionsBack: back }) => {
    expect(sessionsBack(foldSessions(sessionsOf(sessions)).lift)).toBe(back)
  },
)

describe('the typing-error check of a set', () => {
  const { lift, lifter } = foldSessions(sessionsOf(vectors.gate.sessions))
  const expected = forecast(lift, lifter, vectors.gate.day)
  for (const { load, reps, meant } of vectors.gate.cases)
    test(`${load} × ${reps} is ${meant ? `taken for ${meant.load} × ${meant.reps}` : 'accepted'}`, () => {
      const doubt = doubtOf(lift, expected, { load, reps }, () => 700)
      if (!meant) return expect(doubt).toBeUndefined()
      expect(doubt?.repair?.load).toBeCloseTo(meant.load, 1)
      expect(doubt?.repair?.reps).toBe(meant.reps)
    })
})

describe('a first set is doubted only if hardly anybody could do it', () => {
  for (const { name, exercise, doubt, ...set } of vectors.firstSets)
    test(`${name}: ${doubt ? 'doubted' : 'accepted'}`, () => {
      const actual = doubtOf(newLift, forecast(newLift, newLifter, 0), set, () =>
        mostLifted(exercise as Partial<ExerciseFacts>),
      )
      expect<unknown>(actual?.reason).toBe(doubt?.reason)
      if (doubt?.meant === undefined) expect(actual?.repair).toBeUndefined()
      else expect(actual?.repair?.load).toBeCloseTo(doubt.meant, 6)
    })
})

describe('the next prescription', () => {
  for (const { name, sessions, day, range, step = 2.5, expected } of vectors.prescriptions)
    test(name, () => {
      const { lift, lifter } = foldSessions(sessionsOf(sessions))
      const options = { day, loads: stepsOf(step), kilogramsOfUnit: 1, defaultStep: step, range }
      const next = prescribeLift(lift, lifter, options)
      const { chance, top, ...prescription } = expected
      expect(next).toMatchObject(prescription)
      if (chance !== undefined) expect(next?.chance).toBeCloseTo(chance, 4)
      if (top !== undefined) expect(next?.top).toBe(top)
    })
})

test.each(vectors.plateaus)('a plateau matches its vector', ({ bests, expected }) => {
  const plateau = plateauOf(bests)
  if (!expected) return expect(plateau).toBeUndefined()
  expect(String(plateau?.kind)).toBe(expected.kind)
  expect(plateau?.sinceWeek).toBe(expected.sinceWeek)
})
