import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { TrainedSet } from '#training/progression/types.ts'
import { type AthleteLog, athleteState } from '#training/recommend/athlete.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import { recommendationRules } from '#training/recommend/rules.ts'
import { firstChoices, staples } from '#training/recommend/staples.ts'
import type { WorkoutRequest } from '#training/recommend/types.ts'
import { muscles } from '#training/types.ts'
import { unserializable } from './arbitraries.ts'
import { byId, candidates, did, habit, ids, logOf, recommend, trains } from './athletes.ts'
import { day, now } from './history.ts'

test('the common exercises are in the catalogue', () => {
  for (const id of [...staples, ...firstChoices])
    expect({ id, known: byId.has(id) }).toEqual({ id, known: true })
  for (const id of firstChoices) expect(staples).toContain(id)
})

describe('an hour for someone with regular exercises', () => {
  const workout = recommend({ minutes: 60 }, habit)

  test('consists of their exercises, with weights, warm-ups and reasons', () => {
    const known = new Set(habit.map(({ exerciseId }) => exerciseId))
    const own = ids(workout).filter((id) => known.has(id))
    expect(own.length).toBeGreaterThanOrEqual(3)
    for (const { exerciseId, sets, reasons, rule } of workout.exercises) {
      expect(reasons.length).toBeGreaterThan(1)
      expect(sets.length).toBeGreaterThan(1)
      if (known.has(exerciseId)) expect(rule).toMatch(/^memory\./)
    }
    const reasons = workout.exercises.flatMap((exercise) => exercise.reasons).join(' ')
    expect(workout.exercises.some(({ warmUps }) => warmUps.length > 0)).toBe(true)
    expect(reasons).toContain('workouts over the last 8 weeks')
  })

  test('fits into the hour and leaves no muscle over 100', () => {
    expect(workout.estimatedSeconds).toBeGreaterThan(40 * 60)
    expect(workout.estimatedSeconds).toBeLessThanOrEqual(60 * 60)
    for (const { before, after } of workout.addedFatigue) expect(after > before && after <= 100).toBe(true)
  })

  test('says what was left out and why', () => {
    const { leftOut } = recommend({ minutes: 30 }, habit)
    expect(leftOut.some(({ exerciseId }) => exerciseId !== undefined)).toBe(true)
    for (const { text } of leftOut) expect(text.length).toBeGreaterThan(15)
  })
})

test('a beginner without a log gets common exercises without a weight', () => {
  const workout = recommend({ minutes: 45 }, [], { experience: 'beginner' })
  expect(workout.exercises.length).toBeGreaterThan(3)
  for (const { exerciseId, sets, reasons } of workout.exercises) {
    expect(staples).toContain(exerciseId)
    expect(byId.get(exerciseId)?.difficulty).toBe('beginner')
    expect(sets.every(({ weightGrams }) => weightGrams === undefined)).toBe(true)
    const isHeld = byId.get(exerciseId)?.tracking === 'duration'
    expect(reasons.at(-1)).toContain(isHeld ? 'hold it well' : 'three reps in reserve')
  }
})

test('a fatigued muscle is spared, and the result says so', () => {
  const hard = did(0.5, 'barbell-bench-press', 100, [5, 5, 5, 5, 5, 5, 5, 5])
  const workout = recommend({ minutes: 60 }, [...habit, ...hard])
  for (const id of ids(workout)) expect(trains(id, 'chest')).toBe(false)
  expect(workout.leftOut).toContainEqual(expect.objectContaining({ code: 'fatigued', muscle: 'chest' }))
  expect(workout.leftOut).toContainEqual(
    expect.objectContaining({ code: 'fatigued', exerciseId: 'barbell-bench-press' }),
  )
})

test('soreness that a user reports spares the muscle too', () => {
  const soreness = [{ muscle: 'quads' as const, soreness: 9, reportedAt: now - day / 24 }]
  for (const id of ids(recommend({ minutes: 60 }, habit, { soreness })))
    expect(trains(id, 'quads')).toBe(false)
})

test('requested muscles are included; avoided muscles and excluded exercises are not', () => {
  const workout = recommend(
    { minutes: 60, focus: ['biceps'], avoid: ['lower_back'], exclude: ['pull-up'] },
    habit,
  )
  expect(
    ids(workout).filter((id) =>
      byId.get(id)?.engagement.some(({ muscle, percent }) => muscle === 'biceps' && percent >= 50),
    ).length,
  ).toBeGreaterThan(0)
  for (const id of ids(workout)) expect(trains(id, 'lower_back') || id === 'pull-up').toBe(false)
  expect(workout.leftOut).toContainEqual(expect.objectContaining({ code: 'excluded', exerciseId: 'pull-up' }))
})

test('only available equipment is used', () => {
  const workout = recommend({ minutes: 45, equipment: ['kettlebell', 'bodyweight'] }, habit)
  expect(workout.exercises.length).toBeGreaterThan(2)
  for (const id of ids(workout)) expect(['kettlebell', 'bodyweight']).toContain(byId.get(id)?.equipment ?? '')
})

test('after three weeks away the weights are no heavier', () => {
  const at = now + 20 * day
  const workout = recommendWorkout(candidates, { minutes: 60 }, athleteState(logOf(habit, { at })))
  const squat = workout.exercises.find(({ exerciseId }) => exerciseId === 'barbell-back-squat')
  expect(squat?.sets[0]?.weightGrams).toBe(110_000)
  expect(squat?.reasons.join(' ')).toContain('days since')
})

describe('an empty workout says why', () => {
  const empty = (
    request: WorkoutRequest,
    sets: readonly TrainedSet[] = habit,
    more: Partial<AthleteLog> = {},
  ) => {
    const { exercises, empty: why, estimatedSeconds } = recommend(request, sets, more)
    expect([exercises.length, estimatedSeconds]).toEqual([0, 0])
    return why?.code
  }
  test('no time', () => expect(empty({ minutes: 0 })).toBe('no_time'))
  test('no equipment', () => expect(empty({ minutes: 60, equipment: [] })).toBe('no_equipment'))
  test('every muscle avoided', () => expect(empty({ minutes: 60, avoid: muscles })).toBe('all_excluded'))
  test('everything sore', () => {
    const soreness = muscles.map((muscle) => ({ muscle, soreness: 10, reportedAt: now }))
    expect(empty({ minutes: 60 }, habit, { soreness })).toBe('nothing_recovered')
  })
  test('no candidates at all', () => {
    expect(recommendWorkout([], { minutes: 60 }, athleteState(logOf([]))).empty?.code).toBe('no_equipment')
  })
})

test('ten thousand minutes are capped', () => {
  const workout = recommend({ minutes: 10_000 }, habit)
  expect(workout.exercises.length).toBeLessThanOrEqual(recommendationRules.mostExercises)
})

describe('for any request and log', () => {
  const request: fc.Arbitrary<WorkoutRequest> = fc.record(
    {
      minutes: fc.integer({ min: 0, max: 200 }),
      equipment: fc.subarray([
        'barbell',
        'dumbbell',
        'cable',
        'machine',
        'bodyweight',
        'kettlebell',
        'band',
      ] as const),
      focus: fc.subarray([...muscles], { maxLength: 3 }),
      avoid: fc.subarray([...muscles], { maxLength: 3 }),
      exclude: fc.subarray(['pull-up', 'barbell-row', 'plank']),
    },
    { requiredKeys: ['minutes'] },
  )
  const log = fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(...staples),
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
      ),
      { maxLength: 15 },
    )
    .map((done) => done.flatMap(([daysAgo, id, kg, reps]) => did(daysAgo, id, kg, reps)))

  test('it never exceeds the minutes, the equipment or a muscle, and the order of the catalogue changes nothing', () => {
    fc.assert(
      fc.property(request, log, (asked, sets) => {
        const state = athleteState(logOf(sets))
        const workout = recommendWorkout(candidates, asked, state)
        expect(recommendWorkout(candidates.toReversed(), asked, athleteState(logOf(sets)))).toEqual(workout)
        expect(unserializable(workout)).toBeUndefined()
        expect(workout.estimatedSeconds).toBeLessThanOrEqual(asked.minutes * 60)
        expect(workout.exercises.length === 0).toBe(workout.empty !== undefined)
        expect(new Set(ids(workout)).size).toBe(workout.exercises.length)
        const fatigued = state.fatigue.filter((each) => each.state === 'fatigued').map(({ muscle }) => muscle)
        for (const id of ids(workout)) {
          if (asked.equipment)
            expect<readonly string[]>(asked.equipment).toContain(byId.get(id)?.equipment ?? '')
          expect(asked.exclude ?? []).not.toContain(id)
          for (const muscle of [...fatigued, ...(asked.avoid ?? [])]) expect(trains(id, muscle)).toBe(false)
        }
        for (const { after } of workout.addedFatigue) expect(after).toBeLessThanOrEqual(100)
      }),
      { numRuns: 40 },
    )
  })
})
