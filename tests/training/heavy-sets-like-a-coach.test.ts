import { expect, test } from 'bun:test'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription, TrainedSet } from '#training/progression/types.ts'
import { type LoggedSet, progressionInput, setsAt, workout } from './history.ts'

function next(sets: readonly TrainedSet[]): Prescription {
  const progression = progressionOf(progressionInput(sets, undefined))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}
const weekly = (sessions: readonly (readonly LoggedSet[])[]) =>
  sessions.flatMap((sets, index) => workout(7 * (sessions.length - index), sets))
const repsOf = ({ sets }: Prescription) => sets.map(({ reps }) => [reps?.min, reps?.max])

test('a lifter who is peaking gets singles, not 1–3 reps, even after a miss', () => {
  const peak = [5, 5, 5, 4, 4, 3, 3, 3, 2, 2, 1, 1]
  const deadlift = next(weekly(peak.map((reps, week) => setsAt(200 + 5 * week, [reps], { rpe: 9 }))))
  expect(repsOf(deadlift)).toEqual([[1, 1]])
  const squat = next(
    weekly(
      peak.map((reps, week) => [
        ...setsAt(170 + 5 * week, [reps], { rpe: 8.5 }),
        ...setsAt(150 + 4 * week, [reps, reps, reps]),
      ]),
    ),
  )
  expect(repsOf(squat)).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(squat.ifMissed?.sets.map(({ reps }) => reps?.max)).toEqual([1, 1, 1, 1])
})

test('triples on the way to a single are repeated as triples, even after a miss', () => {
  const triples = next(
    weekly([5, 5, 4, 4, 3, 3].map((reps, week) => setsAt(150 + 5 * week, [reps, reps, reps]))),
  )
  expect(triples.rule).toBe('memory.hold')
  expect(repsOf(triples)).toEqual([
    [3, 3],
    [3, 3],
    [3, 3],
  ])
  expect(triples.ifMissed?.sets.map(({ reps }) => reps?.max)).toEqual([3, 3, 3])
})

test('missed reps in later sets aren’t a peak: the weight stays, and only the sets with fewer reps get one more', () => {
  const made = Array.from({ length: 8 }, (_, index) => setsAt(80 + 5 * index, [3, 3, 3, 3, 4]))
  const failed = [
    setsAt(120, [3, 3, 3, 2, 1]),
    setsAt(120, [2, 2, 2, 2, 2, 2]),
    setsAt(125, [2, 2, 2, 2, 1, 1]),
  ]
  const { sets, reasons } = next(weekly([...made, ...failed]))
  expect(reasons[0]).toContain('add a rep to the sets with fewer')
  expect(sets.map(({ weightGrams, reps }) => [weightGrams, reps?.min])).toEqual(Array(6).fill([125_000, 2]))
})

test('after a small raise, two sessions with missed sets still aim at the usual reps, at the same weight', () => {
  const made = Array.from({ length: 6 }, () => setsAt(100, [5, 5, 5]))
  const { rule, reasons } = next(weekly([...made, setsAt(102.5, [5, 4, 3]), setsAt(102.5, [4, 3, 3])]))
  expect(rule).toBe('memory.add_reps')
  expect(reasons[0]).toContain('short of 5 reps')
})

test.each([
  [4, 4],
  [5, 6],
])('heavy sets of %p aren’t pushed above %p reps by the sets of ten on other days', (heavy, most) => {
  const log = Array.from({ length: 12 }, (_, week) => [
    ...workout(83 - 7 * week, setsAt(90 + 2.5 * Math.floor(week / 2), [heavy, heavy, heavy, heavy])),
    ...workout(80 - 7 * week, setsAt(70 + 2.5 * Math.floor(week / 3), [10, 10, 10, 10])),
  ]).flat()
  const maxReps = next(log).sets.map(({ reps }) => reps?.max ?? 0)
  expect(Math.max(...maxReps)).toBe(most)
})
