import { describe, expect, test } from 'bun:test'
import type { Prescription, TrainedSet } from '#training/progression/types.ts'
import { formatSets, progressionInput, setsAt, workout } from './history.ts'
import { nextPrescription } from './next-prescription.ts'

/** Sessions every three days, the last one two days ago. */
const sessions = (...performed: readonly (readonly [kg: number, reps: readonly number[]])[]): TrainedSet[] =>
  performed.flatMap(([kg, reps], index) => workout(2 + 3 * (performed.length - 1 - index), setsAt(kg, reps)))
const nextAfter = (log: readonly TrainedSet[]): Prescription =>
  nextPrescription(progressionInput(log, undefined))
const heaviest = (sets: Prescription['sets']) => Math.max(...sets.map(({ weightGrams = 0 }) => weightGrams))

const fives = [5, 5, 5] as const

describe('after a missed raise', () => {
  test('a novice tries for the same reps again, instead of working up to a peak', () => {
    const { rule, sets, reasons } = nextAfter(
      sessions([65, fives], [67.5, fives], [70, fives], [72.5, fives], [75, [4, 4, 4]]),
    )
    expect(rule).toBe('memory.add_reps')
    expect(formatSets(sets)).toEqual(['75×5', '75×5', '75×5'])
    expect(reasons[0]).not.toContain('working up')
  })

  test('the reason names what changes: one more rep in each set, and a step back after another miss', () => {
    const repeats = Array.from({ length: 5 }, () => [100, fives] as const)
    const { reasons } = nextAfter(sessions(...repeats, [102.5, [4, 4, 3]]))
    expect(reasons[0]).toBe(
      'You were short of 5 reps with 4, 4, 3 at 102.5 kg: stay and add a rep to each set, 5, 5, 4 at 102.5 kg; if you are short again, step back.',
    )
    expect(nextAfter(sessions(...repeats, [102.5, [4, 4, 3]], [102.5, [4, 3, 3]])).rule).toBe(
      'memory.step_back',
    )
  })

  test.each([
    { did: [7, 6, 5], next: '7, 7, 6' },
    { did: [7, 5, 3], next: '7, 6, 4' },
    { did: [6, 5, 4], next: '6, 6, 5' },
  ])('the reason says so if only the sets with fewer reps get one more rep: $next', ({ did, next }) => {
    const repeats = Array.from({ length: 12 }, () => [100, [8, 8, 8]] as const)
    expect(nextAfter(sessions(...repeats, [110, did])).reasons[0]).toStartWith(
      `You were short of 8 reps with ${did.join(', ')} at 110 kg: stay and add a rep to the sets with fewer, ${next} at 110 kg`,
    )
  })

  test('the reason promises no step back if the next lighter weight is far below', () => {
    const log = sessions(...Array.from({ length: 5 }, () => [12.5, [10, 10, 10]] as const), [15, [5, 5, 5]])
    const { rule, reasons } = nextAfter(log)
    expect(rule).toBe('memory.add_reps')
    expect(reasons[0]).not.toContain('step back')
  })
})

describe('the plan for a miss', () => {
  test.each([
    [
      'raises every time',
      sessions(...[0, 1, 2, 3, 4, 5, 6, 7].map((session) => [100 + 2 * session, [8, 8, 8]] as const)),
    ],
    ['falling reps', sessions([125, [10, 10]], [127.5, [10, 9]], [130, [10, 9]], [132.5, [9, 8]])],
    ['a peak', sessions([100, [5, 5]], [105, [4, 4]], [110, [3, 3]], [115, [2, 2]])],
    ['a plateau', sessions(...Array.from({ length: 8 }, () => [80, [8, 8, 8]] as const))],
  ])('is never heavier: %s', (_, log) => {
    const { sets, ifMissed } = nextAfter(log)
    expect(ifMissed).toBeDefined()
    expect(heaviest(ifMissed?.sets ?? [])).toBeLessThanOrEqual(heaviest(sets))
  })

  test('is another try at the same sets', () => {
    const log = sessions(...Array.from({ length: 6 }, () => [100, [5, 5, 4]] as const))
    expect(nextAfter(log).ifMissed?.text).toBe('If you miss reps, try 3 × 5 at 100 kg again next time.')
  })
})

test('a first session after a break that was too heavy is followed by a lighter one', () => {
  const beforeBreak = [260, 256, 252, 248, 244].flatMap((daysAgo) => workout(daysAgo, setsAt(100, [8, 8, 8])))
  const { rule, sets, reasons } = nextAfter([...beforeBreak, ...workout(3, setsAt(92.5, [5, 4, 4]))])
  expect(rule).toBe('memory.step_back')
  expect(heaviest(sets)).toBeLessThan(92_500)
  expect(reasons[0]).toStartWith('Your first time after 241 days off, 5, 4, 4 at 92.5 kg, was too heavy')
})

test('a raise that is due asks for fewer reps if the step is large', () => {
  const { rule, sets } = nextAfter(
    sessions([12, [10, 10]], [14, [10, 10]], [16, [10, 10]], [18, [10, 10]], [20, [10, 10]], [22, [10, 10]]),
  )
  expect(rule).toBe('memory.add_weight')
  expect(sets[0]?.reps?.min).toBeLessThan(10)
  expect(sets[0]?.reps?.min).toBeGreaterThanOrEqual(8)
})

test('after more than twenty reps, the reason mentions endurance instead of the chance of a raise', () => {
  const { reasons } = nextAfter(sessions(...Array.from({ length: 6 }, () => [20, [25, 25, 25]] as const)))
  expect(reasons[0]).toStartWith('You did 3 × 25 at 20 kg: more reps now build endurance')
})

test('without a known bodyweight, added weight progresses within the lifter’s usual reps', () => {
  const facts = { id: 'press', tracking: 'bodyweight_reps', category: 'pull', engagement: [] } as const
  const log = [11, 8, 5, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(15, [6, 6, 5])))
  const { rule, sets } = nextPrescription(progressionInput(log, undefined, { facts }))
  expect(rule).toBe('double.add_reps')
  expect(formatSets(sets)).toEqual(['15×6', '15×6', '15×6'])
})
