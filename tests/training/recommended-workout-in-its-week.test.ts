import { describe, expect, test } from 'bun:test'
import { exerciseIdsOf, pastSets, recommend } from './athletes.ts'

/** Eight weeks of a split: each lift once a week, most recently `daysAgo` days ago. */
const weeksOf = (
  lifts: readonly (readonly [id: string, kg: number, reps: readonly number[], daysAgo: number])[],
) =>
  lifts
    .flatMap(([id, kg, reps, daysAgo]) =>
      Array.from({ length: 8 }, (_, week) => ({ daysAgo: daysAgo + 7 * week, id, kg, reps })),
    )
    .sort((a, b) => b.daysAgo - a.daysAgo)
    .flatMap(({ daysAgo, id, kg, reps }) => pastSets(daysAgo, id, kg, reps))

const tens = [10, 10, 10, 10, 10]
const fourDays = weeksOf([
  ['barbell-overhead-press', 50, tens, 7],
  ['barbell-deadlift', 120, tens, 6],
  ['barbell-bench-press', 70, tens, 4],
  ['barbell-back-squat', 100, tens, 3],
])

describe('a lift with a fixed day of the week', () => {
  test('is recommended on its day, even if its muscles have already had their weekly sets', () => {
    expect(exerciseIdsOf(recommend({ minutes: 60 }, fourDays))).toContain('barbell-overhead-press')
  })

  test('is not recommended days before its day', () => {
    const chosen = exerciseIdsOf(recommend({ minutes: 60 }, fourDays))
    expect(chosen).not.toContain('barbell-back-squat')
  })
})

test('no new exercise is recommended for a muscle that was trained this morning', () => {
  const morning = pastSets(0.1, 'barbell-bench-press', 100, [8, 8, 8, 8, 8])
  const earlierWorkouts = [14, 11, 8, 5].flatMap((daysAgo) =>
    pastSets(daysAgo, 'barbell-bench-press', 100, [8, 8, 8]),
  )
  const { exercises } = recommend({ minutes: 60 }, [...earlierWorkouts, ...morning])
  for (const id of ['push-up', 'dumbbell-bench-press', 'machine-chest-press'])
    expect(exercises.map(({ exerciseId }) => exerciseId)).not.toContain(id)
})

test('a lifter who has just come back from a break resumes other lifts at lower weights too', () => {
  const beforeBreak = [130, 127, 124, 121, 118].flatMap((daysAgo) => [
    ...pastSets(daysAgo, 'barbell-bench-press', 85, [6, 6, 6]),
    ...pastSets(daysAgo, 'barbell-overhead-press', 50, [8, 8, 8]),
    ...pastSets(daysAgo, 'barbell-row', 75, [8, 8, 8]),
  ])
  const { exercises } = recommend({ minutes: 75 }, [
    ...beforeBreak,
    ...pastSets(3, 'barbell-bench-press', 55, [8, 8, 8]),
  ])
  const row = exercises.find(({ exerciseId }) => exerciseId === 'barbell-row')
  expect(row?.rule).toBe('memory.comeback')
  expect(row?.sets[0]?.weightGrams).toBeLessThan(75_000)
  expect(row?.sets[0]?.weightGrams).toBeGreaterThan(40_000)
})
