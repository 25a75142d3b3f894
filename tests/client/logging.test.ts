import { describe, expect, test } from 'bun:test'
import {
  activeWorkout,
  addExercise,
  addSet,
  finish,
  logSet,
  planOf,
  removeSet,
  startWorkout,
} from '#client/logging/index.ts'
import { testApp } from '#tests/support/app.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { testDevice } from './support/device.ts'
import { repsOf, workoutIn } from './support/logs.ts'

const app = await testApp()
const hour = 3_600_000
const target = { reps: { min: 5, max: 8 }, weight: { value: 100, unit: 'kg' } } as const

/** A guest's log with a workout of three planned sets. */
async function startPlanned() {
  const replog = await testDevice(app).open({ guest: true })
  const planned = { type: 'normal', target } as const
  const { id } = await startWorkout(
    replog,
    { name: 'Legs', exercises: [{ exerciseId: 'barbell-back-squat', sets: [planned, planned, planned] }] },
    app.clock.now,
  )
  const sets = () => workoutIn(replog, id).exercises.flatMap((entry) => entry.sets)
  return { replog, id, sets }
}

test('a set done as planned gets the weight and minimum reps of its target, and the time', async () => {
  const { replog, id, sets } = await startPlanned()
  const [first] = sets()
  await logSet(replog, id, first?.id ?? '', {}, app.clock.now)
  const completedAt = new Date(app.clock.now).toISOString()
  expect(sets()[0]).toMatchObject({ reps: 5, weight: { value: 100, unit: 'kg' }, completedAt, target })
  // A correction keeps the time of completion.
  await logSet(replog, id, first?.id ?? '', { reps: 7, rpe: 9 }, app.clock.now + hour)
  expect(sets()[0]).toMatchObject({ reps: 7, rpe: 9, completedAt, target })
  await logSet(replog, id, first?.id ?? '', { reps: undefined, rpe: undefined, completedAt: undefined })
  expect(sets()[0]).toEqual({ id: first?.id ?? '', type: 'normal', target, weight: target.weight })
})

test('sets logged at the same time and edits of other parts of the workout are all kept', async () => {
  const { replog, id, sets } = await startPlanned()
  const ids = sets().map((set) => set.id)
  await Promise.all([
    ...ids.map((setId, index) => logSet(replog, id, setId, { reps: 10 + index })),
    addExercise(replog, id, 'barbell-bench-press'),
    replog.workouts.put({ ...workoutIn(replog, id), notes: 'Hot gym' }),
  ])
  expect(repsOf(replog.workouts.get(id))).toEqual([10, 11, 12, undefined])
  expect(replog.workouts.get(id)?.notes).toBe('Hot gym')
})

test('an added set is planned like the last one, and can be removed', async () => {
  const { replog, id, sets } = await startPlanned()
  const [entry] = workoutIn(replog, id).exercises
  await logSet(replog, id, sets()[2]?.id ?? '', { notes: 'slow' })
  await addSet(replog, id, entry?.id ?? '')
  expect(sets()[3]).toEqual({ id: expect.any(String), type: 'normal', target, weight: target.weight })
  await addSet(replog, id, entry?.id ?? '', { type: 'drop', reps: 12 })
  await removeSet(replog, id, sets()[0]?.id ?? '')
  expect(sets().map(({ reps }) => reps)).toEqual([undefined, 5, undefined, 12])
})

for (const [name, useMissing] of Object.entries({
  'logging a set that doesn’t exist': (replog: Parameters<typeof logSet>[0], id: string) =>
    logSet(replog, id, 'none'),
  'removing a set that doesn’t exist': (replog: Parameters<typeof logSet>[0], id: string) =>
    removeSet(replog, id, 'none'),
  'adding a set to an entry that doesn’t exist': (replog: Parameters<typeof logSet>[0], id: string) =>
    addSet(replog, id, 'none'),
  'finishing a workout that doesn’t exist': (replog: Parameters<typeof logSet>[0]) => finish(replog, 'none'),
})) {
  test(`${name} rejects with RangeError and changes nothing`, async () => {
    const { replog, id } = await startPlanned()
    const before = replog.workouts.get(id)
    expect(await rejectionOf(useMissing(replog, id))).toBeInstanceOf(RangeError)
    expect(replog.workouts.get(id)).toBe(before)
  })
}

describe('the active workout', () => {
  const at = (hours: number, more = {}) => ({
    startedAt: new Date(app.clock.now + hours * hour).toISOString(),
    exercises: [],
    ...more,
  })

  test('is the newest that has not ended and is less than twelve hours old', async () => {
    const replog = await testDevice(app).open({ guest: true })
    const active = () => activeWorkout(replog, app.clock.now)
    expect(active()).toBeUndefined()
    await replog.workouts.put(at(-12))
    expect(active()).toBeUndefined()
    const old = await replog.workouts.put(at(-11))
    expect(active()).toBe(old)
    const recent = await replog.workouts.put(at(-1))
    expect(active()).toBe(recent)
    // A plan for tomorrow hasn't started.
    await replog.workouts.put(at(24))
    expect(active()).toBe(recent)
    await finish(replog, recent.id, {}, app.clock.now)
    expect(active()).toBe(old)
  })

  test('ends now, or when it started if its start is in the future, and keeps or drops planned sets', async () => {
    const { replog, id, sets } = await startPlanned()
    await logSet(replog, id, sets()[0]?.id ?? '')
    await addExercise(replog, id, 'barbell-bench-press')
    await finish(replog, id, {}, app.clock.now - hour)
    expect(workoutIn(replog, id)).toMatchObject({ endedAt: workoutIn(replog, id).startedAt })
    expect(workoutIn(replog, id).exercises).toHaveLength(2)
    await finish(replog, id, { dropPlanned: true }, app.clock.now + hour)
    expect(repsOf(replog.workouts.get(id))).toEqual([5])
    expect(workoutIn(replog, id).endedAt).toBe(new Date(app.clock.now + hour).toISOString())
  })
})

test('repeating a workout plans the sets that were done, keeps those only planned, and creates new ids', async () => {
  const { replog, id, sets } = await startPlanned()
  await logSet(replog, id, sets()[0]?.id ?? '', { reps: 6, weight: { value: 102.5, unit: 'kg' }, rpe: 9 })
  const before = workoutIn(replog, id)
  const repeated = await startWorkout(replog, planOf(before), app.clock.now)
  expect(repeated.name).toBe('Legs')
  expect(repeated.exercises[0]?.sets).toEqual([
    {
      id: expect.any(String),
      type: 'normal',
      target: { reps: { min: 6, max: 6 }, weight: { value: 102.5, unit: 'kg' } },
    },
    { id: expect.any(String), type: 'normal', target },
    { id: expect.any(String), type: 'normal', target },
  ])
  const idsOf = ({ exercises }: typeof repeated) =>
    exercises.flatMap((entry) => [entry.id, ...entry.sets.map((set) => set.id)])
  expect(new Set([...idsOf(before), ...idsOf(repeated)]).size).toBe(8)
  // Passing a stored workout as the plan by mistake creates a new workout instead of overwriting the stored one.
  const copy = await startWorkout(replog, before, app.clock.now)
  expect(copy.id).not.toBe(id)
  expect(replog.workouts.list()).toHaveLength(3)
})
