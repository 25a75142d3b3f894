import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { get, inputOf, log, reps, type SetInput, save, type Workout, type WorkoutInput } from '../training.ts'
import { anySet, anyWorkout } from './arbitrary-workout.ts'

const app = await testApp()
const user = await app.register()
const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const startedAt = '2026-03-02T10:00:00.000Z'

/** Logs a workout, replaces it, and compares the response with GET. Resolves to the result as an input. */
async function replace(before: WorkoutInput, after: WorkoutInput): Promise<WorkoutInput> {
  const workoutId = crypto.randomUUID()
  const { etag } = await log(user, { ...before, id: workoutId })
  const { body } = await save(user, { ...after, id: workoutId }, etag)
  expect((await get<Workout>(user, `/api/workouts/${workoutId}`)).body).toEqual(body)
  return { ...inputOf(body), id: after.id ?? workoutId }
}

test('any workout that replaces any other is returned as sent', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkout, anyWorkout, async (before, after) => {
      expect(await replace(before, after)).toEqual(after)
    }),
    { numRuns: runs(50) },
  )
})

test('exercises and sets that are added, removed, moved or swapped are returned as saved', async () => {
  const exerciseIndex = fc.integer({ min: 0, max: 3 })
  const pool = fc.uniqueArray(anySet, { minLength: 8, maxLength: 8, selector: (set) => set.id })
  const layout = fc.array(fc.record({ set: fc.integer({ min: 0, max: 7 }), exercise: exerciseIndex }), {
    maxLength: 8,
  })
  const order = fc.shuffledSubarray([0, 1, 2, 3])
  const workoutWith = (
    sets: readonly SetInput[],
    exercises: readonly number[],
    placed: readonly { set: number; exercise: number }[],
  ) => {
    const exerciseBySet = new Map(placed.map(({ set, exercise }) => [set, exercise]))
    return {
      id,
      startedAt,
      timeZone: 'UTC',
      exercises: exercises.map((exercise) => ({
        id: `0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8e0${exercise}`,
        exerciseId: ['barbell-row', 'plank', 'pull-up', 'barbell-row'][exercise] ?? 'plank',
        sets: [...exerciseBySet].flatMap(([set, index]) =>
          index === exercise ? [sets[set] ?? reps(1)] : [],
        ),
      })),
    }
  }
  await fc.assert(
    fc.asyncProperty(pool, order, layout, order, layout, async (sets, order1, layout1, order2, layout2) => {
      const after = JSON.parse(JSON.stringify(workoutWith(sets, order2, layout2)))
      expect(await replace(workoutWith(sets, order1, layout1), after)).toEqual(after)
    }),
    { numRuns: runs(60) },
  )
})

test('omitted fields are removed', async () => {
  const exerciseId = 'barbell-bench-press'
  const full: WorkoutInput = {
    id,
    name: 'Push A',
    startedAt,
    endedAt: '2026-03-02T11:00:00.000Z',
    notes: 'strong',
    energy: 4,
    phase: 'deload',
    exertion: 7.5,
    bodyweight: { value: 82.4, unit: 'kg' },
    exercises: [
      {
        id,
        exerciseId,
        supersetGroup: 1,
        notes: 'pause',
        sets: [reps(5, 100, { id, rpe: 8, notes: 'easy' })],
      },
    ],
  }
  const minimal: WorkoutInput = {
    id,
    startedAt,
    timeZone: 'UTC',
    exercises: [{ id, exerciseId, sets: [{ id, type: 'normal' }] }],
  }
  expect(await replace(full, minimal)).toEqual(minimal)
})

test('omitted ids in a replacement are generated', async () => {
  const input: WorkoutInput = { startedAt, exercises: [{ exerciseId: 'plank', sets: [reps(1), reps(2)] }] }
  const first = await log(user, input)
  const second = await save(user, { ...input, id: first.body.id }, first.etag)
  expect(second.body.revision).toBe(2)
  expect(second.body.exercises[0]?.id).not.toBe(first.body.exercises[0]?.id)
  expect(second.body.exercises[0]?.sets.map(({ reps: count }) => count)).toEqual([1, 2])
})

test('a save increments the revision and updates updatedAt, but not createdAt', async () => {
  const first = await log(user, { startedAt, exercises: [] })
  app.clock.now += 5000
  const second = await save(user, { ...inputOf(first.body), name: 'B' }, first.etag)
  expect(second.body).toEqual({
    ...first.body,
    name: 'B',
    revision: 2,
    updatedAt: new Date(app.clock.now).toISOString(),
  })
  expect(second.etag).toStartWith('"2-')
})
