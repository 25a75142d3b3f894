import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription, TrainedSet } from '#training/progression/types.ts'
import { formatSets, now, progressionInput, setsAt, workout } from './history.ts'

/** Twelve sessions at one weight, four days apart, and then a break of `daysOff` days that ends today. */
const logBeforeBreak = (daysOff: number, weight: number, reps: readonly number[]) =>
  Array.from({ length: 12 }, (_, index) => workout(daysOff + 4 * (11 - index), setsAt(weight, reps))).flat()

function nextPrescription(sets: readonly TrainedSet[], scheme: Scheme, at: number): Prescription {
  const progression = progressionOf(progressionInput(sets, scheme, { now: at, since: now - 400 * dayMs }))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}

/**
 * Follows a scheme every four days after a break. `firstWeight` replaces the prescribed weight of the first session.
 */
function follow(log: readonly TrainedSet[], scheme: Scheme, sessions: number, firstWeight?: number) {
  let sets = [...log]
  return Array.from({ length: sessions }, (_, index) => {
    const { rule, sets: prescribedSets, reasons } = nextPrescription(sets, scheme, now + index * 4 * dayMs)
    const lifted = prescribedSets.map(({ weightGrams = 0, reps }) => ({
      weight: index === 0 && firstWeight ? firstWeight : weightGrams / 1000,
      reps: reps?.min ?? 0,
      ...(index > 0 && { target: { weightGrams, reps } }),
    }))
    sets = [...sets, ...workout(-4 * index, lifted)]
    return {
      rule,
      text: formatSets(prescribedSets)[0],
      top: Math.max(...lifted.map(({ weight }) => weight)),
      reason: reasons[0],
    }
  })
}

const fives = [5, 5, 5]
const eights = [8, 8, 8]

describe('the return to the previous weight after a break', () => {
  test.each([
    [{ scheme: 'linear', reps: 5, sets: 3 }, fives],
    [{ scheme: 'double', minReps: 8, maxReps: 12 }, eights],
    [{ scheme: 'sum', totalReps: 24 }, eights],
    [{ scheme: 'two_for_two', reps: 8 }, eights],
  ] as const)('takes larger steps than those of the scheme: %j', (scheme, reps) => {
    const back = follow(logBeforeBreak(240, 100, reps), scheme, 4, 60)
    expect(back[1]).toMatchObject({ rule: `${scheme.scheme}.return`, text: `75×${reps[0]}` })
    expect(back[1]?.reason).toStartWith('Your first time after 240 days off was 3 × ')
    expect(back[1]?.reason).toContain('work back toward 100 kg')
    expect(back[3]?.top).toBeGreaterThanOrEqual(90)
    expect(Math.max(...back.map(({ top }) => top))).toBeLessThanOrEqual(100)
  })

  test('takes small steps after a break of only seven weeks', () => {
    const back = follow(logBeforeBreak(50, 100, fives), { scheme: 'linear', reps: 5, sets: 3 }, 4, 80)
    expect(back.map(({ top }) => top)).toEqual([80, 85, 87.5, 90])
  })

  test.each([30, 60, 240])('never treats the first session as a light day, after %i days off', (daysOff) => {
    for (const scheme of [
      { scheme: 'linear', reps: 5, sets: 3 },
      { scheme: 'double', minReps: 5, maxReps: 8 },
      { scheme: 'gzclp', tier: 2 },
      { scheme: 'gzclp', tier: 3 },
    ] as const) {
      const [, second, third] = follow(logBeforeBreak(daysOff, 100, fives), scheme, 3, 70)
      for (const { top, reason } of [second, third].flatMap((session) => session ?? [])) {
        expect(top).toBeLessThan(100)
        expect(top).toBeGreaterThanOrEqual(70)
        expect(reason).not.toContain('doesn’t count')
      }
    }
  })
})

describe('5/3/1 after a break', () => {
  const scheme = { scheme: 'five_three_one' } as const
  const weeksAfter = (daysOff: number) => follow(logBeforeBreak(daysOff, 100, fives), scheme, 4)

  test('starts a new cycle from a reduced training max', () => {
    const [first, second, third, fourth] = weeksAfter(240)
    expect(first?.rule).toBe('five_three_one.comeback')
    expect(second?.reason).toContain('workout 2 of 4 (3s)')
    expect(third?.reason).toContain('workout 3 of 4 (5/3/1)')
    expect(fourth?.reason).toContain('workout 4 of 4 (deload)')
    // 0.9 × a one-rep max of 116.67 kg, plus three cycles of 2.5 kg, less an eighth lost during the break.
    expect(third?.top).toBeLessThanOrEqual(0.95 * 99)
    expect(third?.top).toBeGreaterThan(0.95 * 93)
  })

  test('still counts the days off after a workout lighter than prescribed', () => {
    const light = workout(1, setsAt(40, fives))
    const { rule, reasons } = nextPrescription([...logBeforeBreak(61, 100, fives), ...light], scheme, now)
    expect(rule).toBe('five_three_one.restart')
    expect(reasons[0]).toStartWith('After 60 days off, start over with a training max of ')
  })

  test('reduces the training max less after two months than after eight, and not after three weeks', () => {
    const heaviest = (daysOff: number) => weeksAfter(daysOff)[2]?.top ?? 0
    expect(heaviest(60)).toBeGreaterThan(heaviest(240))
    expect(nextPrescription(logBeforeBreak(21, 100, fives), scheme, now).rule).not.toContain('restart')
  })
})
