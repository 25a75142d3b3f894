import { expect, test } from 'bun:test'
import { userDays } from '#training/days.ts'
import { exerciseProgress } from '#training/progress.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { fewerSets } from '#training/recommend/fewer-sets.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { type LoggedSet, now, press, progressionInput, setsAt, workout } from './history.ts'

function next(sets: readonly TrainedSet[], more: Partial<ProgressionInput> = {}): Prescription {
  const progression = progressionOf(progressionInput(sets, undefined, more))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}
const every3Days = (sessions: readonly (readonly LoggedSet[])[]) =>
  sessions.flatMap((sets, index) => workout(3 * (sessions.length - index), sets))

test('a ramp that is cut short keeps its top set, and even sets lose the last', () => {
  const ramp = [45, 50, 57.5].map((kg) => ({ type: 'normal' as const, weightGrams: 1000 * kg }))
  expect(fewerSets(ramp, 2).map(({ weightGrams = 0 }) => weightGrams / 1000)).toEqual([50, 57.5])
  const set = { type: 'normal', weightGrams: 60_000 } as const
  expect(fewerSets([set, set, set], 2)).toEqual([set, set])
})

test.each([
  [12, '14 kg'],
  [14, '16 kg'],
  [32, '34 kg'],
])(
  'after dumbbells of %p kg, which no rack in steps of 2.5 kg has, the next pair is 2 kg heavier',
  (kg, heavier) => {
    const curl: ExerciseFacts = { ...press, equipment: 'dumbbell', perHand: true }
    const log = every3Days([8, 9, 10, 10, 11, 12].map((reps) => setsAt(kg, [reps, reps, reps])))
    expect(next(log, { facts: curl }).reasons[0]).toContain(heavier)
  },
)

test('a raise that seems unlikely only because the limit is unknown is prescribed, with a conditional chance', () => {
  const rising = Array.from({ length: 40 }, (_, index) =>
    setsAt(Math.round((95 + 0.2 * index) / 2.5) * 2.5, [6, 6, 6, 6]),
  )
  const { rule, chance, reasons } = next(every3Days(rising))
  expect(rule).toBe('memory.add_weight')
  expect(reasons[0]).toContain(', and your limit isn’t known: try ')
  expect(reasons[1]).toContain('if you have been leaving 2 or more reps in reserve')
  expect(chance).toBeGreaterThan(0.6)
})

test('workouts marked as a deload lower neither the expected one-rep max nor the weights after them', () => {
  const heavy = Array.from({ length: 12 }, () => setsAt(140, [6, 6, 6]))
  const light = Array.from({ length: 3 }, () => setsAt(100, [6, 6], { phase: 'deload' }))
  const { rule, oneRepMax } = next(every3Days([...heavy, ...light]))
  expect(rule).toBe('memory.return')
  expect(oneRepMax?.valueGrams).toBeGreaterThan(160_000)
})

test('no lighter week is offered alongside a prescription that is already as light', () => {
  const log = [...Array.from({ length: 16 }, () => setsAt(100, [5, 5, 5])), setsAt(100, [0, 0, 0])]
  const { rule, deload } = next(every3Days(log))
  expect(rule).toBe('memory.step_back')
  expect(deload).toBeUndefined()
})

test('pull-ups with less and less assistance and an unknown bodyweight have too little data for a plateau', () => {
  const pullUp: ExerciseFacts = { ...press, tracking: 'bodyweight_reps', category: 'pull' }
  const log = Array.from({ length: 24 }, (_, index) =>
    setsAt(0, [6, 6, 6]).map((set) => ({
      ...set,
      weight: undefined,
      assistanceGrams: 40_000 - 2500 * Math.floor(index / 3),
    })),
  )
  const days = userDays({ timeZone: 'UTC' })
  const progress = exerciseProgress(every3Days(log), pullUp, {
    days,
    bodyweightAt: () => undefined,
    asOf: days.dayOf(now),
  })
  expect(progress).toMatchObject({ metric: 'reps', status: 'insufficient_data' })
})
