import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayMs } from '#training/day-ms.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import type { AthleteLog } from '#training/recommend/athlete-log.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import { recommendationRules } from '#training/recommend/rules.ts'
import { mainStaples, staples } from '#training/recommend/staples.ts'
import type { WorkoutRequest } from '#training/recommend/types.ts'
import { muscles } from '#training/types.ts'
import { unserializable } from './arbitraries.ts'
import {
  athleteLog,
  byId,
  candidates,
  exerciseIdsOf,
  pastSets,
  pushPullLegs,
  recommend,
  trains,
} from './athletes.ts'
import { now } from './history.ts'

test('the staples and first choices are in the catalogue', () => {
  for (const id of [...staples, ...mainStaples])
    expect({ id, isListed: byId.has(id) }).toEqual({ id, isListed: true })
  for (const id of mainStaples) expect(staples).toContain(id)
})

describe('an hour-long workout for someone with regular exercises', () => {
  const workout = recommend({ minutes: 60 }, pushPullLegs)

  test('has at least three of those exercises, with warm-ups and reasons', () => {
    const familiar = new Set(pushPullLegs.map(({ exerciseId }) => exerciseId))
    expect(exerciseIdsOf(workout).filter((id) => familiar.has(id)).length).toBeGreaterThanOrEqual(3)
    for (const { exerciseId, sets, reasons, rule } of workout.exercises) {
      expect(reasons.length).toBeGreaterThan(1)
      expect(sets.length).toBeGreaterThan(1)
      if (familiar.has(exerciseId)) expect(rule).toMatch(/^memory\./)
    }
    const reasons = workout.exercises.flatMap((exercise) => exercise.reasons).join(' ')
    expect(workout.exercises.some(({ warmUps }) => warmUps.length > 0)).toBe(true)
    expect(reasons).toContain('workouts over the last 8 weeks')
  })

  test('fits into the hour, and leaves no muscle with a fatigue over 100', () => {
    expect(workout.estimatedSeconds).toBeGreaterThan(40 * 60)
    expect(workout.estimatedSeconds).toBeLessThanOrEqual(60 * 60)
    for (const { before, after } of workout.addedFatigue) expect(after > before && after <= 100).toBe(true)
  })

  test('lists what was left out and why', () => {
    const { leftOut } = recommend({ minutes: 30 }, pushPullLegs)
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
    expect(reasons.at(-1)).toContain(isHeld ? 'while your form is still good' : 'three reps in reserve')
  }
})

test('a fatigued muscle is spared and listed in leftOut', () => {
  const hardBenchPresses = pastSets(0.5, 'barbell-bench-press', 100, [5, 5, 5, 5, 5, 5, 5, 5])
  const workout = recommend({ minutes: 60 }, [...pushPullLegs, ...hardBenchPresses])
  for (const id of exerciseIdsOf(workout)) expect(trains(id, 'chest')).toBe(false)
  expect(workout.leftOut).toContainEqual(expect.objectContaining({ code: 'fatigued', muscle: 'chest' }))
  expect(workout.leftOut).toContainEqual(
    expect.objectContaining({ code: 'fatigued', exerciseId: 'barbell-bench-press' }),
  )
})

test('a muscle that the user reports as sore is spared', () => {
  const soreness = [{ muscle: 'quads' as const, soreness: 9, reportedAt: now - dayMs / 24 }]
  const chosen = exerciseIdsOf(recommend({ minutes: 60 }, pushPullLegs, { soreness }))
  expect(chosen).not.toBeEmpty()
  for (const id of chosen) expect(trains(id, 'quads')).toBe(false)
})

test('requested muscles are included; avoided muscles and excluded exercises are not', () => {
  const workout = recommend(
    { minutes: 60, focus: ['biceps'], avoid: ['lower_back'], exclude: ['pull-up'] },
    pushPullLegs,
  )
  expect(
    exerciseIdsOf(workout).filter((id) =>
      byId.get(id)?.engagement.some(({ muscle, percent }) => muscle === 'biceps' && percent >= 50),
    ).length,
  ).toBeGreaterThan(0)
  for (const id of exerciseIdsOf(workout)) expect(trains(id, 'lower_back') || id === 'pull-up').toBe(false)
  expect(workout.leftOut).toContainEqual(expect.objectContaining({ code: 'excluded', exerciseId: 'pull-up' }))
})

test('only available equipment is used', () => {
  const workout = recommend({ minutes: 45, equipment: ['kettlebell', 'bodyweight'] }, pushPullLegs)
  expect(workout.exercises.length).toBeGreaterThan(2)
  for (const id of exerciseIdsOf(workout))
    expect(['kettlebell', 'bodyweight']).toContain(byId.get(id)?.equipment ?? '')
})

test('after three weeks off, the weights are no heavier than before', () => {
  const at = now + 20 * dayMs
  const workout = recommendWorkout(
    candidates,
    { minutes: 60 },
    athleteState(athleteLog(pushPullLegs, { at })),
  )
  const squat = workout.exercises.find(({ exerciseId }) => exerciseId === 'barbell-back-squat')
  expect(squat?.sets[0]?.weightGrams).toBe(110_000)
  expect(squat?.reasons.join(' ')).toContain('days since')
})

describe('a workout is empty, with a reason,', () => {
  const emptyReason = (
    request: WorkoutRequest,
    sets: readonly TrainedSet[] = pushPullLegs,
    overrides: Partial<AthleteLog> = {},
  ) => {
    const { exercises, empty, estimatedSeconds } = recommend(request, sets, overrides)
    expect([exercises.length, estimatedSeconds]).toEqual([0, 0])
    return empty?.code
  }
  test('if there is no time', () => expect(emptyReason({ minutes: 0 })).toBe('no_time'))
  test('if there is no equipment', () =>
    expect(emptyReason({ minutes: 60, equipment: [] })).toBe('no_equipment'))
  test('if every muscle is avoided', () =>
    expect(emptyReason({ minutes: 60, avoid: muscles })).toBe('all_excluded'))
  test('if every muscle is sore', () => {
    const soreness = muscles.map((muscle) => ({ muscle, soreness: 10, reportedAt: now }))
    expect(emptyReason({ minutes: 60 }, pushPullLegs, { soreness })).toBe('nothing_recovered')
  })
  test('if there are no candidates', () => {
    expect(recommendWorkout([], { minutes: 60 }, athleteState(athleteLog([]))).empty?.code).toBe(
      'no_equipment',
    )
  })
})

test('a workout never has more than maxExercises, even with ten thousand minutes', () => {
  const workout = recommend({ minutes: 10_000 }, pushPullLegs)
  expect(workout.exercises.length).toBeLessThanOrEqual(recommendationRules.maxExercises)
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
    .map((workouts) => workouts.flatMap(([daysAgo, id, kg, reps]) => pastSets(daysAgo, id, kg, reps)))

  test('a workout respects the minutes, equipment and muscles, whatever the order of the catalogue', () => {
    fc.assert(
      fc.property(request, log, (arbitraryRequest, sets) => {
        const state = athleteState(athleteLog(sets))
        const workout = recommendWorkout(candidates, arbitraryRequest, state)
        expect(
          recommendWorkout(candidates.toReversed(), arbitraryRequest, athleteState(athleteLog(sets))),
        ).toEqual(workout)
        expect(unserializable(workout)).toBeUndefined()
        expect(workout.estimatedSeconds).toBeLessThanOrEqual(arbitraryRequest.minutes * 60)
        expect(workout.exercises.length === 0).toBe(workout.empty !== undefined)
        expect(new Set(exerciseIdsOf(workout)).size).toBe(workout.exercises.length)
        const fatigued = state.fatigue.filter((each) => each.state === 'fatigued').map(({ muscle }) => muscle)
        for (const id of exerciseIdsOf(workout)) {
          const { equipment = 'other' } = byId.get(id) ?? {}
          // Machines include the stations for pulldowns and seated rows.
          const isStation =
            /lat-pulldown$|cable-row$/.test(id) && arbitraryRequest.equipment?.includes('machine')
          if (arbitraryRequest.equipment && !isStation)
            expect<readonly string[]>(arbitraryRequest.equipment).toContain(equipment)
          expect(arbitraryRequest.exclude ?? []).not.toContain(id)
          for (const muscle of [...fatigued, ...(arbitraryRequest.avoid ?? [])])
            expect(trains(id, muscle)).toBe(false)
        }
        for (const { after } of workout.addedFatigue) expect(after).toBeLessThanOrEqual(100)
      }),
      { numRuns: 40 },
    )
  })
})
