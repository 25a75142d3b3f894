import { expect, test } from 'bun:test'
import { toJson } from '#db/engine/json.ts'
import { packPerformed, packSets } from '#db/packed/pack.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { unpackSets } from '#db/packed/unpack.ts'
import type { SetRow, WorkoutExerciseRow } from '#db/workouts/rows.ts'

const workoutId = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const [firstId, secondId] = ['fedcba98-7654-7210-8123-456789abcdef', '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03']

const bench: WorkoutExerciseRow = {
  id: 'entry',
  position: 0,
  exerciseId: 'barbell-bench-press',
  slot: null,
  supersetGroup: null,
  notes: null,
}

const bare: SetRow = {
  id: secondId,
  workoutExerciseId: bench.id,
  position: 1,
  type: 'failure',
  weightValue: null,
  weightUnit: null,
  weightGrams: null,
  assistanceValue: null,
  assistanceUnit: null,
  assistanceGrams: null,
  reps: null,
  durationSeconds: null,
  distanceValue: null,
  distanceUnit: null,
  distanceMillimeters: null,
  rpe: null,
  rir: 3,
  side: null,
  restSeconds: null,
  completedAt: null,
  notes: null,
  target: null,
  confirmed: null,
  exerciseId: bench.exerciseId,
  performedAt: 1000,
}

const full: SetRow = {
  ...bare,
  id: firstId,
  position: 0,
  type: 'drop',
  weightGrams: 4_000_000_123,
  assistanceGrams: 20_000,
  reps: 777,
  durationSeconds: 90,
  distanceMillimeters: 1_609_344_000.5,
  rpe: 8.5,
  rir: null,
  side: 'left',
}

const row: PackedWorkoutRow = {
  workoutId,
  startedAt: 1000,
  endedAt: null,
  timeZone: 'UTC',
  localStartedAt: 1000,
  bodyweightGrams: 80_000,
  phase: null,
  packedSets: packSets({ workout: { id: workoutId }, exercises: [bench], sets: [full, bare] }),
}

function figuresOf(sets: PackedSets) {
  const { type, side, reps, weightGrams, assistanceGrams, durationSeconds, distanceMillimeters, rpe, rir } =
    sets
  return { type, side, reps, weightGrams, assistanceGrams, durationSeconds, distanceMillimeters, rpe, rir }
}

test('every figure of a set is unpacked unchanged, and absent figures are undefined', () => {
  const sets = new PackedSets([row], (grams) => grams)
  expect([sets.performedAt, sets.next()]).toEqual([0, true])
  const { weightGrams, assistanceGrams, reps, durationSeconds, distanceMillimeters } = full
  const figures = { weightGrams, assistanceGrams, reps, durationSeconds, distanceMillimeters }
  expect<unknown>(figuresOf(sets)).toEqual({
    ...figures,
    type: 'drop',
    side: 'left',
    rpe: 8.5,
    rir: undefined,
  })
  expect([sets.exerciseId, sets.workoutId, sets.performedAt]).toEqual([
    'barbell-bench-press',
    workoutId,
    1000,
  ])
  expect(sets.next()).toBe(true)
  expect(JSON.parse(JSON.stringify(figuresOf(sets)))).toEqual({ type: 'failure', rir: 3 })
  expect([sets.endsWorkout, sets.next()]).toEqual([true, false])
})

test('a mark contains the full id of its set', () => {
  const sets = new PackedSets([row], (grams) => grams)
  const ids: string[] = []
  while (sets.next()) ids.push(sets.markAt(sets.position).id)
  expect(ids).toEqual([firstId, secondId])
})

test('sets packed by exercise also have their rest, target and units', () => {
  const planned: SetRow = {
    ...full,
    weightUnit: 'lb',
    assistanceUnit: 'kg',
    restSeconds: 100_000,
    confirmed: true,
    target: toJson({ key: 'töp', reps: { min: 5, max: 8 } }),
  }
  const [packed] = packPerformed({ workout: { id: workoutId }, exercises: [bench], sets: [planned, bare] })
  const [first, second, ...others] = unpackSets([
    { ...row, packedSets: packed?.packedSets ?? expect.unreachable() },
  ])
  const { weightUnit, assistanceUnit, restSeconds, confirmed, target, reps, rpe } = planned
  expect(first).toMatchObject({ weightUnit, assistanceUnit, restSeconds, confirmed, target, reps, rpe })
  expect(second).toMatchObject({ weightUnit: null, restSeconds: null, confirmed: null, target: null, rir: 3 })
  expect([packed?.setCount, first?.id, second?.id, others]).toEqual([2, firstId, secondId, []])
})
