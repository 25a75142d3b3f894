import { describe, expect, test } from 'bun:test'
import { did, ids, recommend } from './athletes.ts'

/** Eight weeks of a split, each day's lifts a week apart; the last of each so many days ago. */
const weeksOf = (
  lifts: readonly (readonly [id: string, kg: number, reps: readonly number[], daysAgo: number])[],
) =>
  lifts
    .flatMap(([id, kg, reps, daysAgo]) =>
      Array.from({ length: 8 }, (_, week) => ({ daysAgo: daysAgo + 7 * week, id, kg, reps })),
    )
    .sort((a, b) => b.daysAgo - a.daysAgo)
    .flatMap(({ daysAgo, id, kg, reps }) => did(daysAgo, id, kg, reps))

const tens = [10, 10, 10, 10, 10]
const fourDays = weeksOf([
  ['barbell-overhead-press', 50, tens, 7],
  ['barbell-deadlift', 120, tens, 6],
  ['barbell-bench-press', 70, tens, 4],
  ['barbell-back-squat', 100, tens, 3],
])

describe('a lift with its day in the week', () => {
  test('is recommended on that day, however many sets its muscles had', () => {
    expect(ids(recommend({ minutes: 60 }, fourDays))).toContain('barbell-overhead-press')
  })

  test('and not long before it', () => {
    const chosen = ids(recommend({ minutes: 60 }, fourDays))
    expect(chosen).not.toContain('barbell-back-squat')
  })
})

test('nothing new is begun with a muscle that was trained this morning', () => {
  const morning = did(0.1, 'barbell-bench-press', 100, [8, 8, 8, 8, 8])
  const before = [14, 11, 8, 5].flatMap((daysAgo) => did(daysAgo, 'barbell-bench-press', 100, [8, 8, 8]))
  const { exercises } = recommend({ minutes: 60 }, [...before, ...morning])
  for (const id of ['push-up', 'dumbbell-bench-press', 'machine-chest-press'])
    expect(exercises.map(({ exerciseId }) => exerciseId)).not.toContain(id)
})

test('who has just come back goes on with all lifts from before, where the memory puts them', () => {
  const before = [130, 127, 124, 121, 118].flatMap((daysAgo) => [
    ...did(daysAgo, 'barbell-bench-press', 85, [6, 6, 6]),
    ...did(daysAgo, 'barbell-overhead-press', 50, [8, 8, 8]),
    ...did(daysAgo, 'barbell-row', 75, [8, 8, 8]),
  ])
  const { exercises } = recommend({ minutes: 75 }, [
    ...before,
    ...did(3, 'barbell-bench-press', 55, [8, 8, 8]),
  ])
  const row = exercises.find(({ exerciseId }) => exerciseId === 'barbell-row')
  expect(row?.rule).toBe('memory.comeback')
  expect(row?.sets[0]?.weightGrams).toBeLessThan(75_000)
  expect(row?.sets[0]?.weightGrams).toBeGreaterThan(40_000)
})
