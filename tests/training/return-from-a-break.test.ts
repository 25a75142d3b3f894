import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription, TrainedSet } from '#training/progression/types.ts'
import { now, progressionInput, setsAt, workout } from './history.ts'

const fives = [5, 5, 5]

/** Twelve sessions, `gap` days apart, that rise to a weight; then a break of `daysOff` days that ends today. */
const logBeforeBreak = (weight: number, reps: readonly number[], daysOff: number, gap = 4) =>
  Array.from({ length: 12 }, (_, index) =>
    workout(daysOff + gap * (11 - index), setsAt(weight - 2.5 * Math.floor((11 - index) / 3), reps)),
  ).flat()

function next(sets: readonly TrainedSet[], at: number): Prescription {
  const progression = progressionOf(progressionInput(sets, undefined, { now: at }))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}

/** Does the prescribed sets every four days; `firstWeight` replaces the weight of the first session. */
function follow(log: readonly TrainedSet[], sessions: number, firstWeight?: number) {
  let sets = [...log]
  const followed: { weight: number; rule: string; reason: string }[] = []
  for (let index = 0; index < sessions; index++) {
    const at = now + index * 4 * dayMs
    const { rule, sets: prescribed, reasons } = next(sets, at)
    const weight = index === 0 && firstWeight ? firstWeight : (prescribed[0]?.weightGrams ?? 0) / 1000
    followed.push({ weight, rule, reason: reasons[0] ?? '' })
    const reps = prescribed.map((set) => set.reps?.min ?? 0)
    sets = [...sets, ...workout(-index * 4, setsAt(weight, reps))]
  }
  return followed
}

describe('the return to the previous weight after a long break', () => {
  test.each([
    ['with five reps, after eight months', 100, fives, 240, undefined, 6],
    ['with eight reps, after six months', 80, [8, 8, 8], 180, undefined, 11],
    ['after a restart at 60%', 100, fives, 240, 60, 8],
  ] as const)('%s, takes only a few sessions', (_, weight, reps, daysOff, firstWeight, maxSessions) => {
    const back = follow(logBeforeBreak(weight, reps, daysOff), maxSessions, firstWeight)
    expect(back.at(-1)?.weight).toBeGreaterThanOrEqual(weight)
    const weights = back.slice(1).map((session) => session.weight)
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
  })

  test('takes the usual steps after a break of only seven weeks', () => {
    const back = follow(logBeforeBreak(60, [8, 8, 8], 50), 6, 45)
    expect(back.slice(1).filter(({ weight }) => weight > 45 + 5 * 2.5)).toEqual([])
  })

  test('goes halfway each time, and the reason names the previous weight', () => {
    const [, second, third] = follow(logBeforeBreak(100, fives, 240), 3, 60)
    expect(second).toMatchObject({ weight: 75, rule: 'memory.return' })
    expect(third).toMatchObject({ weight: 87.5, rule: 'memory.return' })
    expect(third?.reason).toBe(
      'Your 2nd time after 240 days off was 3 × 5 at 75 kg: work back toward 100 kg with 3 × 5 at 87.5 kg.',
    )
  })

  test('comes with a chance that assumes the usual return of strength, unlike the expected one-rep max', () => {
    const log = [
      ...logBeforeBreak(100, fives, 240),
      ...workout(4, setsAt(70, fives)),
      ...workout(0.1, setsAt(82.5, fives)),
    ]
    const { reasons } = next(log, now + 4 * dayMs)
    expect(reasons[1]).toMatch(
      /^Your chance of making the first set is about \d+% if your strength returns as fast as usual; judging by what you have lifted since, your expected/,
    )
  })

  test.each([
    ['reps were missed', setsAt(80, [5, 4, 3])],
    ['the last rep was the limit', setsAt(80, fives, { rpe: 10 })],
  ])('stops if %s', (_, sets) => {
    const log = [...logBeforeBreak(100, fives, 240), ...workout(8, setsAt(70, fives)), ...workout(4, sets)]
    expect(next(log, now).rule).not.toBe('memory.return')
  })

  test('is not prescribed for a lift that is only done once a month', () => {
    const log = [
      ...logBeforeBreak(100, fives, 240, 30),
      ...workout(8, setsAt(60, fives)),
      ...workout(4, setsAt(65, fives)),
    ]
    expect(next(log, now).rule).not.toBe('memory.return')
  })
})

describe('a lifter who works up to a heavy single', () => {
  const peak = [
    [100, [5, 5]],
    [105, [4, 4]],
    [110, [3, 3]],
    [120, [2, 2]],
  ] as const
  const log = peak.flatMap(([weight, reps], index) => workout(7 * (4 - index), setsAt(weight, reps)))

  test('is not prescribed more reps again', () => {
    const { sets, rule } = next(log, now)
    expect(Math.max(...sets.map(({ reps }) => reps?.min ?? 0))).toBeLessThanOrEqual(2)
    expect(['memory.hold', 'memory.add_weight']).toContain(rule)
  })

  test('is not someone whose sets of ten get heavier with the same reps', () => {
    const tens = [60, 62.5, 65, 67.5].flatMap((weight, index) =>
      workout(7 * (4 - index), setsAt(weight, [10, 9, 8])),
    )
    expect(next(tens, now).reasons[0]).not.toContain('working up')
  })
})
