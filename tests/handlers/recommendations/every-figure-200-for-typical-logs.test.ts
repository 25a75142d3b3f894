import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { chooseDoubleProgression, get, log, ownExercise, reps, weigh, workoutOf } from '../training.ts'

// The figures of typical logs, computed by hand.

const now = Date.parse('2026-06-30T20:00:00Z')
const app = await testApp({ now })

const read = async <Report>(user: TestUser, path: string) => (await get<Report>(user, `/api/${path}`)).body
const progressOf = (user: TestUser, id: string) =>
  read<Schemas['ExerciseProgress']>(user, `analytics/progress?exerciseId=${id}`)
const fatigueOf = async (user: TestUser, muscle: Schemas['Muscle'], at = '2026-06-30T18:00:00Z') =>
  (await read<Schemas['FatigueReport']>(user, `analytics/fatigue?at=${at}`)).muscles.find(
    (candidate) => candidate.muscle === muscle,
  )
async function nextOf(user: TestUser, id: string): Promise<Schemas['Prescription']> {
  const path = `recommendations/progression?exerciseId=${id}`
  const [next] = (await read<Schemas['ProgressionReport']>(user, path)).items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}
async function getRecommendation(user: TestUser, body: object): Promise<Schemas['WorkoutRecommendation']> {
  const response = await user.send('POST', '/api/recommendations/workout', { body })
  if (response.status !== 200) throw new Error(response.text)
  return response.json()
}

describe('two workouts on a day', async () => {
  const user = await app.register()
  const { body: curl } = await ownExercise(user, {
    category: 'pull',
    engagement: [{ muscle: 'biceps', percent: 90 }],
  })
  const logAt = (hour: string, kilograms: number, exertion: number, minutes: number, repsDone: number) =>
    log(user, {
      ...workoutOf(
        `2026-06-30T${hour}:00:00.000Z`,
        curl.id,
        ...[1, 2, 3].map(() => reps(repsDone, kilograms, { rir: 2 })),
      ),
      endedAt: new Date(Date.parse(`2026-06-30T${hour}:00:00Z`) + minutes * 60_000).toISOString(),
      exertion,
    })
  const morning = await logAt('08', 20, 7, 60, 12)
  const evening = await logAt('18', 22.5, 8, 30, 8)

  test('count as two points and two workouts, and one day of the calendar', async () => {
    const { points } = await progressOf(user, curl.id)
    expect(points.map(({ workoutId, day }) => [workoutId, day])).toEqual([
      [morning.body.id, '2026-06-30'],
      [evening.body.id, '2026-06-30'],
    ])
    const { days } = await read<Schemas['CalendarReport']>(user, 'analytics/calendar')
    // 3 × 12 × 20 + 3 × 8 × 22.5
    expect(days.at(-1)).toMatchObject({
      day: '2026-06-30',
      workoutIds: [morning.body.id, evening.body.id],
      sets: 6,
      reps: 60,
      volumeLoad: { value: 1260, unit: 'kg' },
      durationSeconds: 5400,
    })
    const volume = await read<Schemas['VolumeReport']>(user, 'analytics/volume?from=2026-06-30')
    expect([volume.workouts, volume.muscles[0]?.directSets, volume.muscles[0]?.volumeLoad.value]).toEqual([
      2, 6, 1134,
    ])
  })

  test('add up to the fatigue of a muscle', async () => {
    // Each workout has a stimulus of 3: 100 × (1 − e^−½) = 39.35, and a recovery of 48 × √½ = 33.94 hours.
    // After 10 hours, 27.75 remains of the first workout’s fatigue.
    const biceps = await fatigueOf(user, 'biceps')
    expect(biceps).toMatchObject({ fatigue: 67.1, state: 'fatigued', lastTrainedAt: evening.body.startedAt })
    expect(biceps?.contributions.map(({ workoutId, fatigue }) => [workoutId, fatigue])).toEqual([
      [morning.body.id, 27.75],
      [evening.body.id, 39.35],
    ])
  })

  test('add up to a training load of 7 × 60 + 8 × 30', async () => {
    const load = await read<Schemas['TrainingLoadReport']>(user, 'analytics/load?from=2026-06-30')
    expect(load.days).toMatchObject([
      { day: '2026-06-30', load: 660, workoutIds: [morning.body.id, evening.body.id] },
    ])
  })

  test('lead to the prescription that follows from the later workout', async () => {
    await chooseDoubleProgression(user, curl.id)
    expect((await nextOf(user, curl.id)).reasons[0]).toBe(
      'You did 3 × 8 at 22.5 kg: add a rep to each set, up to 12, before adding weight: 3 × 9 at 22.5 kg.',
    )
  })
})

describe('after a year off', async () => {
  const user = await app.register()
  const days = ['2025-06-02', '2025-06-09', '2025-06-16', '2025-06-23', '2025-06-30']
  for (const [index, day] of days.entries())
    await log(
      user,
      workoutOf(`${day}T18:00:00Z`, 'barbell-bench-press', ...[1, 2, 3].map(() => reps(8 + index, 80))),
    )

  test('the streak has ended, no muscle is fatigued, and the trend has no data', async () => {
    const summary = await read<Schemas['TrainingSummary']>(user, 'analytics/summary')
    expect(summary).toMatchObject({ streakWeeks: 0, lastWorkout: { day: '2025-06-30' } })
    expect(await fatigueOf(user, 'chest')).toMatchObject({ fatigue: 0, readiness: 100, state: 'recovered' })
    const progress = await progressOf(user, 'barbell-bench-press')
    expect([progress.status, progress.points]).toEqual(['insufficient_data', []])
  })

  test('the prescription is lighter, with the reason', async () => {
    const next = await nextOf(user, 'barbell-bench-press')
    expect([next.rule, next.sets.length, next.deload]).toEqual(['memory.comeback', 3, undefined])
    expect(next.sets[0]?.weight?.value).toBeLessThan(80)
    expect(next.reasons[0]).toStartWith('It has been 365 days since 3 × 12 at 80 kg: start back with 3 × ')
    expect(next.chance).toBeGreaterThan(0.4)
  })

  test('a recommended workout has the same prescription', async () => {
    const { exercises, workout } = await getRecommendation(user, { minutes: 45 })
    const bench = exercises.find(({ exerciseId }) => exerciseId === 'barbell-bench-press')
    const next = await nextOf(user, 'barbell-bench-press')
    expect(bench?.sets).toEqual(next.sets)
    expect(bench?.reasons).toEqual(expect.arrayContaining(next.reasons))
    await log(await app.register(), workout)
  })

  test('the first workout starts a new streak, and the old records remain', async () => {
    await log(user, workoutOf('2026-06-30T10:00:00Z', 'barbell-bench-press', reps(12, 70), reps(12, 70)))
    expect(await read<Schemas['TrainingSummary']>(user, 'analytics/summary')).toMatchObject({
      streakWeeks: 1,
    })
    const records = await read<Schemas['ExerciseRecords']>(
      user,
      'analytics/records?exerciseId=barbell-bench-press',
    )
    expect(JSON.stringify(records.current)).toContain('2025-06-30')
    const next = await nextOf(user, 'barbell-bench-press')
    expect([next.rule, next.sets[0]?.weight?.value]).toEqual(['memory.return', 75])
  })
})

test('a load is the bodyweight plus the weight minus the assistance', async () => {
  const user = await app.register()
  await weigh(user, '2026-06-01T07:00:00Z', 80)
  await log(
    user,
    workoutOf(
      '2026-06-29T18:00:00Z',
      'pull-up',
      reps(5, 20),
      reps(8),
      reps(10, undefined, { assistance: { value: 30, unit: 'kg' } }),
    ),
  )
  const { points } = await progressOf(user, 'pull-up')
  // Epley: 100 × (1 + 5/30) = 116.67; 80 × (1 + 8/30) = 101.33; 50 × (1 + 10/30) = 66.67. Volume 500 + 640 + 500.
  expect(points[0]).toMatchObject({
    oneRepMax: { value: 116.67 },
    volumeLoad: { value: 1640, unit: 'kg' },
    reps: 23,
  })
})

test('an assisted exercise progresses by less assistance', async () => {
  const user = await app.register()
  await chooseDoubleProgression(user, 'pull-up')
  const assisted = (repsDone: number) => reps(repsDone, undefined, { assistance: { value: 30, unit: 'kg' } })
  await weigh(user, '2026-06-01T07:00:00Z', 80)
  await log(user, workoutOf('2026-06-29T18:00:00Z', 'pull-up', assisted(12), assisted(12), assisted(12)))
  const next = await nextOf(user, 'pull-up')
  expect(
    next.sets.map(({ assistance, weight, reps: range }) => [assistance?.value, weight, range?.min]),
  ).toEqual([1, 2, 3].map(() => [27.5, undefined, 8]))
  expect(next.reasons[0]).toBe(
    'You did 3 × 12 at 30 kg of assistance, so move up to 3 × 8 at 27.5 kg of assistance.',
  )
})

test('with dumbbells per hand and one-sided sets, each hand and side counts, and the weaker side decides', async () => {
  const user = await app.register()
  await log(
    user,
    workoutOf(
      '2026-06-29T18:00:00Z',
      'dumbbell-curl',
      reps(12, 14, { side: 'left' }),
      reps(11, 14, { side: 'right' }),
      reps(12, 14),
    ),
  )
  const { points } = await progressOf(user, 'dumbbell-curl')
  // A per-hand weight counts twice, for each side done: (12 + 11 + 12) × 28.
  expect(points[0]).toMatchObject({ volumeLoad: { value: 980, unit: 'kg' }, oneRepMax: { value: 19.6 } })
  // The sides with 12 and 11 reps are one set of 11, and the third set has 12.
  await chooseDoubleProgression(user, 'dumbbell-curl')
  expect((await nextOf(user, 'dumbbell-curl')).reasons[0]).toStartWith('You did 11, 12 at 14 kg each hand')
  // Left and right are one set, and both hands another one: 100 × (1 − e^−⅓).
  expect(await fatigueOf(user, 'biceps', '2026-06-29T18:00:00Z')).toMatchObject({ fatigue: 28.35 })
})

test('pounds and kilograms of an exercise are compared', async () => {
  const user = await app.register()
  const pounds = reps(5, undefined, { weight: { value: 225, unit: 'lb' } })
  await log(user, workoutOf('2026-06-22T18:00:00Z', 'barbell-bench-press', reps(5, 100)))
  await log(user, workoutOf('2026-06-29T18:00:00Z', 'barbell-bench-press', pounds, pounds))
  const { points } = await progressOf(user, 'barbell-bench-press')
  // 225 × 0.45359237 = 102.058 kg; × 35/30 = 119.07; × 10 = 1020.58.
  expect(points.map(({ oneRepMax, volumeLoad }) => [oneRepMax?.value, volumeLoad?.value])).toEqual([
    [116.67, 500],
    [119.07, 1020.58],
  ])
  const { workout } = await getRecommendation(user, { minutes: 60, focus: ['chest'] })
  await log(user, workout)
})

test('a workout that lasts past midnight belongs to the day on which it started, for recovery too', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  // From 23:30 to 00:30 in Berlin.
  const workout = workoutOf('2026-06-28T21:30:00.000Z', 'barbell-bench-press', reps(5, 100), reps(5, 100))
  await log(user, { ...workout, endedAt: '2026-06-28T22:30:00.000Z' })
  const { points } = await progressOf(user, 'barbell-bench-press')
  expect(points.map(({ day }) => day)).toEqual(['2026-06-28'])
  expect(await fatigueOf(user, 'chest')).toMatchObject({ lastTrainedAt: '2026-06-28T21:30:00.000Z' })
  const next = await nextOf(user, 'barbell-bench-press')
  expect(next.workoutIds).toHaveLength(1)
})

test('a custom exercise without engagement causes no fatigue and is not recommended, but progresses', async () => {
  const user = await app.register()
  const { body } = await ownExercise(user, { engagement: [] })
  await chooseDoubleProgression(user, body.id)
  await log(user, workoutOf('2026-06-29T18:00:00Z', body.id, reps(12, 40), reps(12, 40), reps(12, 40)))
  const fatigue = await read<Schemas['FatigueReport']>(user, 'analytics/fatigue')
  expect(fatigue.muscles.every(({ readiness }) => readiness === 100)).toBe(true)
  expect((await progressOf(user, body.id)).points[0]).toMatchObject({ volumeLoad: { value: 1440 } })
  expect((await nextOf(user, body.id)).sets.map(({ weight }) => weight?.value)).toEqual([42.5, 42.5, 42.5])
  const { exercises } = await getRecommendation(user, { minutes: 60 })
  expect(exercises.map(({ exerciseId }) => exerciseId)).not.toContain(body.id)
})

test('each set counts with its own effort, even if only some sets have one', async () => {
  const user = await app.register()
  await log(
    user,
    workoutOf(
      '2026-06-30T18:00:00Z',
      'barbell-bench-press',
      reps(5, 100, { rpe: 8 }),
      reps(5, 100),
      reps(5, 100, { rpe: 10 }),
    ),
  )
  const { points } = await progressOf(user, 'barbell-bench-press')
  // 7 effective reps: 100 × (1 + 7/30). A set without an RPE counts only its reps.
  expect(points[0]).toMatchObject({ oneRepMax: { value: 123.33, confidence: 'medium' } })
  // The stimulus is 1 (two reps in reserve) + 1 (unknown) + 1.25 (none): 100 × (1 − e^(−3.25/6)) = 41.82.
  expect(await fatigueOf(user, 'chest')).toMatchObject({ fatigue: 41.82 })
})
