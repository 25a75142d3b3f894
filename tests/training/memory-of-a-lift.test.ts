import { describe, expect, test } from 'bun:test'
import {
  chanceOf,
  doubtOf,
  forecast,
  type LiftSession,
  plateauOf,
  prescribeLift,
} from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { missProbability } from '#training/lift-state/miss-distribution.ts'
import { sessionsBack, stepOf } from '#training/lift-state/structure.ts'
import { lifted, session, stepsOf } from './lift-state/lifted.ts'
import vectors from './vectors/lift-memory.json'

interface VectorSession {
  readonly day: number
  readonly load: number
  readonly reps: readonly number[]
  readonly deload?: boolean
}

const kilogramsOf: Readonly<Record<string, number>> = { kg: 1, lb: 0.45359237 }
const sessionsOf = (given: readonly VectorSession[]): LiftSession[] =>
  given.map(({ day, load, reps, deload }) => session(day, load, reps, deload ? true : undefined))

test.each(vectors.levels)('a session shows the level of its best set', ({ sets, level }) => {
  expect(sessionLevel(sets)).toBeCloseTo(level, 4)
})

test.each(vectors.misses)('the distribution of misses', ({ z, probability }) => {
  // F(1) is published to a digit that rounds either way: 0.82875.
  expect(Math.abs(missProbability(z) - probability)).toBeLessThan(0.0001)
})

test.each(vectors.states)('the memory of a lift', ({ sessions, ...expected }) => {
  const { lift, lifter } = lifted(sessionsOf(sessions))
  const found = {
    level: lift.level,
    error: lift.error,
    errorWeight: lift.errorWeight,
    lifterError: lifter.error,
    lifterErrorWeight: lifter.errorWeight,
  }
  for (const [name, value] of Object.entries(found)) {
    const published = Object.entries(expected).find(([key]) => key === name)?.[1]
    if (published !== undefined) expect(value).toBeCloseTo(Number(published), 4)
  }
})

test.each(vectors.forecasts)('the forecast interval of a day', ({ sessions, day, chances, ...expected }) => {
  const { lift, lifter } = lifted(sessionsOf(sessions))
  const found = forecast(lift, lifter, day)
  expect(found.absence).toBeCloseTo(expected.absence, 4)
  expect(Math.exp(found.center)).toBeCloseTo(expected.oneRepMax, 3)
  expect(Math.exp(found.low)).toBeCloseTo(expected.low, 3)
  expect(Math.exp(found.high)).toBeCloseTo(expected.high, 3)
  expect(String(found.label)).toBe(expected.label)
  for (const { load, reps, chance } of chances) expect(chanceOf(found, load, reps)).toBeCloseTo(chance, 4)
})

test.each(vectors.steps)('the step between loads', ({ loads, unit, step }) => {
  const kilograms = kilogramsOf[unit] ?? 0
  expect((stepOf({ loadsSeen: loads }, kilograms) ?? 0) / kilograms).toBeCloseTo(step, 6)
})

test.each(vectors.slots)('the last session of the same kind', ({ sessions, sessionsBack: back }) => {
  expect(sessionsBack(lifted(sessionsOf(sessions)).lift)).toBe(back)
})

describe('the typing-error check of a set', () => {
  const { lift, lifter } = lifted(sessionsOf(vectors.gate.sessions))
  const expected = forecast(lift, lifter, vectors.gate.day)
  for (const { load, reps, meant } of vectors.gate.cases)
    test(`${load} × ${reps}`, () => {
      const doubt = doubtOf(lift, expected, { load, reps })
      if (!meant) return expect(doubt).toBeUndefined()
      expect(doubt?.repair?.load).toBeCloseTo(meant.load, 1)
      expect(doubt?.repair?.reps).toBe(meant.reps)
    })
})

describe('the next prescription', () => {
  for (const { name, sessions, day, range, step = 2.5, expected } of vectors.prescriptions)
    test(name, () => {
      const { lift, lifter } = lifted(sessionsOf(sessions))
      const options = { day, loads: stepsOf(step), kilogramsOfUnit: 1, defaultStep: step, range }
      const next = prescribeLift(lift, lifter, options)
      const { chance, top, ...rest } = expected
      expect(next).toMatchObject(rest)
      if (chance !== undefined) expect(next?.chance).toBeCloseTo(chance, 4)
      if (top !== undefined) expect(next?.top).toBe(top)
    })
})

test.each(vectors.plateaus)('a plateau', ({ bests, expected }) => {
  const found = plateauOf(bests)
  if (!expected) return expect(found).toBeUndefined()
  expect(String(found?.kind)).toBe(expected.kind)
  expect(found?.sinceWeek).toBe(expected.sinceWeek)
})
