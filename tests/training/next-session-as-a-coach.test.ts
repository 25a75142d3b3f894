import { describe, expect, test } from 'bun:test'
import { isAlwaysMade, MemoryFold } from '#training/lift-state/index.ts'
import { plateauOf } from '#training/lift-state/plateau.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { liftedIn } from '#training/progression/memory-loads.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { asked, even, press, read, type Written, workout } from './history.ts'
import { lifted, session } from './lift-state/lifted.ts'

// What a coach refused while reading the logs of twenty athletes, each one example of its kind.

function next(
  sets: readonly TrainedSet[],
  more: Partial<ProgressionInput> = {},
  scheme?: Scheme,
): Prescription {
  const found = progressionOf(asked(sets, scheme, more))
  if (found.status !== 'prescription') throw new Error(found.reasons.join())
  return found
}
/** Workouts so many days apart, the last one so many days ago. */
const spaced = (apart: number, workouts: readonly (readonly Written[])[]) =>
  workouts.flatMap((sets, index) => workout(apart * (workouts.length - index), sets))
const at = (weight: number, ...reps: readonly number[]) => even(weight, reps)

/** Weeks of 5/3/1 with five sets of ten after them, without any scheme chosen. */
const waves = Array.from({ length: 5 }, (_, cycle) => cycle).flatMap((cycle) => {
  const tens = at(50 + 2.5 * cycle, 10, 10, 10, 10, 10)
  const max = 100 + 2.5 * cycle
  const to = (percent: number) => Math.round((max * percent) / 250) * 2.5
  return [
    [...at(to(65), 5), ...at(to(75), 5), ...at(to(85), 6), ...tens],
    [...at(to(70), 3), ...at(to(80), 3), ...at(to(90), 4), ...tens],
    [...at(to(75), 5), ...at(to(85), 3), ...at(to(95), 2), ...tens],
    [...at(to(40), 5), ...at(to(50), 5), ...at(to(60), 5)],
  ]
})

describe('the whole session', () => {
  test('5/3/1 keeps its ramp and its sets of ten, in proportion', () => {
    const { sets, reasons, ifMissed } = next(spaced(7, waves.slice(0, -2)))
    expect(sets).toHaveLength(8)
    const weights = sets.map(({ weightGrams = 0 }) => weightGrams)
    const [first = 0, second = 0, top = 0, ...tens] = weights
    expect(first < second && second < top).toBe(true)
    expect(tens).toEqual(new Array(5).fill(tens[0]))
    expect(sets.slice(3).map(({ reps }) => reps?.min)).toEqual([10, 10, 10, 10, 10])
    expect(reasons[1]).toStartWith('Your chance of making the heaviest set')
    expect(reasons.at(-1)).toBe('The other sets are the ones you usually do, in proportion.')
    // A miss is about the next of these weeks, not about a deload.
    expect(ifMissed?.sets).toHaveLength(8)
  })

  test('a top single before the volume stays before it, and its chance is the one shown', () => {
    const weeks = Array.from({ length: 6 }, (_, week) => [
      ...at(130 + 2.5 * week, 1),
      ...at(115 + 2.5 * week, 3, 3, 3),
    ])
    const { sets, reasons } = next(spaced(7, weeks))
    expect(read(sets).slice(0, 2)).toEqual(['145×1', '130×3'])
    expect(reasons[1]).toStartWith('Your chance of making the top set')
  })

  test('sets at another weight that happened once do not become a habit', () => {
    const { sets } = next(
      spaced(4, [at(80, 8, 8, 8), at(80, 8, 8, 8), at(80, 8, 8, 8), [...at(60, 8), ...at(80, 8, 8, 8)]]),
    )
    expect(new Set(sets.map(({ weightGrams }) => weightGrams)).size).toBe(1)
  })
})

describe('heavy and light days', () => {
  const days = Array.from({ length: 14 }, (_, index) =>
    index % 2 === 0 ? at(140, 2, 2, 2, 2, 2, 2) : at(110, 10, 9, 10),
  )

  test('the reps of one are not those of the other', () => {
    const heavy = next(spaced(4, days))
    expect(heavy.sets[0]?.weightGrams).toBeGreaterThanOrEqual(140_000)
    expect(Math.max(...heavy.sets.map(({ reps }) => reps?.max ?? 0))).toBeLessThanOrEqual(3)
    const light = next(spaced(4, days.slice(0, -1)))
    expect(light.sets[0]?.weightGrams).toBeLessThan(120_000)
    expect(Math.min(...light.sets.map(({ reps }) => reps?.min ?? 0))).toBeGreaterThanOrEqual(9)
  })
})

describe('reps that are easy', () => {
  test('the way back from a failed jump asks for nearly what was done there', () => {
    const { rule, sets } = next(
      spaced(4, [at(5, 12, 12), at(5, 12, 12), at(5, 12, 12), at(5, 12, 12), at(7.5, 0, 0)]),
    )
    expect(rule).toBe('memory.step_back')
    expect(sets[0]).toMatchObject({ weightGrams: 5000 })
    expect(sets[0]?.reps?.min).toBeGreaterThanOrEqual(10)
  })

  test('no set has fewer reps than the time before, however many they were', () => {
    const pushUp: ExerciseFacts = { ...press, tracking: 'bodyweight_reps', bodyweightShare: 0.65 }
    const { sets } = next(
      spaced(
        4,
        [30, 30, 30, 30].map((reps) => [{ reps }, { reps: 22 }]),
      ),
      {
        facts: pushUp,
        bodyweightAt: () => 75_000,
        loading: loadingFor({ unit: 'kg' }),
      },
    )
    expect(sets[0]?.reps?.min).toBeGreaterThanOrEqual(30)
  })
})

describe('a body without any weight', () => {
  const pullUp: ExerciseFacts = { ...press, tracking: 'bodyweight_reps', category: 'pull' }
  const body = { facts: pullUp, bodyweightAt: () => 75_000, loading: loadingFor({ unit: 'kg' }) }
  const pulls = (...reps: readonly number[]) => reps.map((count) => ({ reps: count }))

  test('gets more reps before more weight', () => {
    const { rule, sets } = next(spaced(4, new Array(4).fill(pulls(10, 9, 4))), body)
    expect([rule, ...read(sets)]).toEqual(['memory.add_reps', '×11', '×10', '×5+'])
  })

  test('gets weight once every set has twelve', () => {
    const { sets } = next(
      spaced(
        4,
        [9, 10, 11, 12].map((reps) => pulls(reps, reps, reps)),
      ),
      body,
    )
    expect(read(sets)[0]).toStartWith('2.5×')
  })

  test('is not lightened by a machine that nobody mentioned', () => {
    const flat = spaced(5, [pulls(10, 9, 8), ...new Array(11).fill(pulls(10, 9, 8))])
    const { deload } = next(flat, body)
    expect(deload?.sets.map(({ assistanceGrams }) => assistanceGrams)).toEqual([undefined, undefined])
    expect(deload?.sets[0]?.reps?.min).toBeLessThan(8)
    const back = next(
      flat.map((set) => ({ ...set, performedAt: set.performedAt - 90 * 86_400_000 })),
      body,
    )
    expect(back.sets.every(({ assistanceGrams }) => assistanceGrams === undefined)).toBe(true)
  })
})

describe('what may be in a lifter', () => {
  test('a novice who has made every raise isn’t told that the next one is unlikely', () => {
    const rises = spaced(
      2,
      Array.from({ length: 8 }, (_, index) => at(60 + 2.5 * index, 5, 5, 5)),
    )
    const { chance, reasons } = next(rises, {}, { scheme: 'linear', sets: 3, reps: 5 })
    expect(chance).toBeGreaterThan(0.6)
    expect(reasons.at(-1)).toContain('if you have been leaving two reps in reserve')
    const { lift } = lifted([0, 2, 4, 6].map((on, index) => session(on, 60 + 2.5 * index, [5, 5, 5])))
    expect([isAlwaysMade(lift, 70), isAlwaysMade(lift, 67.5)]).toEqual([true, false])
  })

  test('a try is one that is likely enough: fewer reps where the step is large', () => {
    const { rule, sets, chance } = next(spaced(3.5, new Array(12).fill(at(35, 12, 12))))
    expect(rule).toBe('memory.add_weight')
    expect(read(sets)[0]).toMatch(/^37\.5×(9|10|11)$/)
    expect(chance).toBeGreaterThanOrEqual(0.5)
  })

  test('nothing is certain to a per cent: a rep more or less is more than that', () => {
    const { oneRepMax } = next(spaced(3, new Array(40).fill(at(80, 8, 8))))
    const { lowGrams = 0, highGrams = 0, valueGrams = 1 } = oneRepMax ?? {}
    expect((highGrams - lowGrams) / valueGrams).toBeGreaterThan(0.055)
  })
})

describe('light sets', () => {
  const doubts = (sets: readonly TrainedSet[]) => {
    const fold = new MemoryFold()
    const { bodyweightAt, days } = asked(sets, undefined)
    fold.take(new ListedSets(sets), { exercises: new Map([[press.id, press]]), bodyweightAt, days })
    return fold.doubts()
  }
  const heavy = [30, 26, 22, 18].flatMap((daysAgo) => workout(daysAgo, at(120, 5, 5, 5)))

  test('a ramp, back-off sets and a deload by plan are no typing errors', () => {
    const ramp = [...at(55, 5), ...at(67.5, 5), ...at(82.5, 5)]
    expect(doubts([...heavy, ...workout(10, ramp)])).toEqual([])
    expect(doubts([...heavy, ...workout(10, [...at(120, 5), ...at(60, 10, 10)])])).toEqual([])
    expect(doubts([...heavy, ...workout(10, even(40, [5, 5], { phase: 'deload' }))])).toEqual([])
  })

  test('a decimal or a unit that slipped is one, and is corrected by the sets beside it', () => {
    const slipped = doubts([...heavy, ...workout(10, [...at(127.5, 5), ...at(12.75, 5), ...at(127.5, 5)])])
    expect(slipped.map(({ doubt }) => doubt.repair?.load)).toEqual([127.5])
    const pounds = doubts([...heavy, ...workout(10, [...at(54.43, 5), ...at(120, 5, 5)])])
    expect(pounds.map(({ doubt }) => doubt.repair?.kind)).toEqual(['unit'])
  })

  test('what is beyond belief is not believed for being typed again, unless nothing else is done', () => {
    const often = [
      ...heavy,
      ...workout(14, at(1200, 5)),
      ...workout(12, at(120, 5)),
      ...workout(10, at(1200, 5)),
    ]
    expect(doubts(often)).toHaveLength(2)
    const changed = [...heavy, ...workout(14, at(20, 5)), ...workout(10, at(20, 5))]
    expect(doubts(changed)).toEqual([])
  })
})

test('a novice who slows down from six to one per cent a week has no plateau', () => {
  const bests = Array.from({ length: 12 }, (_, week) => 70 * 1.06 ** Math.min(week, 4) * 1.011 ** week)
  expect(plateauOf(bests)).toBeUndefined()
})

test('200 lb is no weight of a rack in kilograms, but all there is where a log in pounds was converted', () => {
  expect(liftedIn('kg', [90_000, 90_718, 90_000])).toEqual([90_000, 90_000])
  expect(liftedIn('kg', [61_235, 65_771, 60_000])).toEqual([61_235, 65_771, 60_000])
})

test('the first time after a break is called that, and not a light day', () => {
  const before = [130, 127, 124, 121].flatMap((daysAgo) => workout(daysAgo, at(90, 6, 6, 6)))
  const { rule, reasons } = next([...before, ...workout(3, at(55, 8, 8, 8))])
  expect(rule).toBe('memory.return')
  expect(reasons[0]).toStartWith(
    'Your first time after 118 days was 3 × 8 at 55 kg: work back toward 90 kg with ',
  )
})

test('a lifter who trains for strength rows for eights', () => {
  const row: ExerciseFacts = { ...press, category: 'pull', pattern: 'horizontal_pull' }
  const { rule } = next(spaced(5, new Array(5).fill(at(100, 8, 8, 8))), { facts: row, goal: 'strength' })
  expect(rule).not.toBe('memory.new_range')
})

test('the range of a goal isn’t judged by a deload', () => {
  const weeks = [at(80, 12, 11, 10), at(80, 12, 12, 10), at(82.5, 11, 10, 10)]
  const light = even(60, [14, 13], { phase: 'deload' })
  const { sets } = next(spaced(6, [...weeks, light]), { goal: 'size' })
  expect(sets[0]?.reps?.min).toBeGreaterThanOrEqual(10)
})

test('GZCLP takes a lifter at the stage that they show', () => {
  const tens = new Array(10).fill(1)
  const log = [at(110, 3, 3, 2, 2, 2), at(110, 2, 2, 2, 1, 1, 1), at(90, 8, 9, 8), at(110, ...tens)]
  const { rule, reasons } = next(spaced(4, log), {}, { scheme: 'gzclp' })
  expect(rule).toBe('gzclp.raised')
  expect(reasons[0]).toStartWith('You did 10 × 1 at 110 kg, so move up to ')
})

test('a practice that always takes as long is not made longer', () => {
  const practice: ExerciseFacts = { ...press, tracking: 'duration', category: 'cardio' }
  const bouts = spaced(3, new Array(10).fill([{ durationSeconds: 3000 }]))
  const { rule, reasons } = next(bouts, { facts: practice })
  expect([rule, reasons[0]]).toEqual(['memory.hold', 'You did the same in your last 8 workouts: repeat it.'])
})
