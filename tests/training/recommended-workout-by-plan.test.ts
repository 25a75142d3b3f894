import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { isAvailable } from '#training/equipment.ts'
import { weeklyLandmarks } from '#training/landmarks.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { setsPerWorkout } from '#training/weekly-workouts.ts'
import { byId, exerciseIdsOf, pastSets, recommend, trains } from './athletes.ts'
import { now } from './history.ts'

const hour = { minutes: 60 }
const isPrimary = (id: string, muscle: string) =>
  byId.get(id)?.engagement.some((each) => each.muscle === muscle && each.percent >= 50) ?? false
const trainsAny = (workout: ReturnType<typeof recommend>, ...muscles: readonly string[]) =>
  exerciseIdsOf(workout).some((id) => muscles.some((muscle) => isPrimary(id, muscle)))
/** The sets of a recommended workout as if they had been done `daysAgo` days ago. */
const setsOf = (workout: ReturnType<typeof recommend>, daysAgo: number): TrainedSet[] =>
  workout.exercises.flatMap(({ exerciseId, sets }) =>
    pastSets(
      daysAgo,
      exerciseId,
      40,
      sets.map(({ reps }) => reps?.min ?? 8),
    ),
  )

describe('with machines only', () => {
  const machines = recommend({ ...hour, equipment: ['machine'] }, [], { experience: 'beginner' })

  test('the workout includes pulldowns or rows at the stations of a gym', () => {
    expect(exerciseIdsOf(machines).filter((id) => /pulldown|row/.test(id))).not.toBeEmpty()
    for (const muscle of ['lats', 'upper_back', 'chest', 'quads'])
      expect(trainsAny(machines, muscle)).toBe(true)
  })

  test.each([
    ['lat-pulldown', ['machine'], true],
    ['seated-cable-row', ['machine'], true],
    ['lat-pulldown', ['cable'], true],
    ['triceps-pushdown', ['machine'], false],
    ['cable-crossover', ['machine'], false],
    ['lat-pulldown', ['dumbbell'], false],
    ['leg-press', ['cable'], false],
    ['barbell-row', [], false],
  ] as const)('isAvailable(%s) with the equipment %j is %p', (id, available, expected) => {
    const exercise = byId.get(id)
    expect(exercise && isAvailable(exercise, available)).toBe(expected)
  })

  test('a barbell exercise is available if no equipment is given', () => {
    const row = byId.get('barbell-row')
    expect(row && isAvailable(row, undefined)).toBe(true)
  })
})

describe('before the first workout, the number of workouts a week in the profile decides the split', () => {
  test.each([1, 2, 3])('with %d a week, each workout trains the whole body', (workoutsPerWeek) => {
    const workout = recommend(hour, [], { workoutsPerWeek })
    expect(trainsAny(workout, 'quads', 'hamstrings')).toBe(true)
    expect(trainsAny(workout, 'chest') && trainsAny(workout, 'lats', 'upper_back')).toBe(true)
  })

  test.each([4, 5])(
    'with %d a week, workouts alternate between the upper and the lower body',
    (workoutsPerWeek) => {
      const overrides = { workoutsPerWeek, experience: 'intermediate' } as const
      const first = recommend(hour, [], overrides)
      expect([trainsAny(first, 'chest'), trainsAny(first, 'quads', 'hamstrings')]).toEqual([true, false])
      expect(first.leftOut.some(({ code, muscle }) => code === 'other_day' && muscle === 'quads')).toBe(true)
      const second = recommend(hour, setsOf(first, 1), overrides)
      expect([trainsAny(second, 'chest', 'lats'), trainsAny(second, 'quads')]).toEqual([false, true])
    },
  )

  test.each([6, 12])('with %d a week, workouts rotate through push, pull and legs', (workoutsPerWeek) => {
    const overrides = { workoutsPerWeek, experience: 'intermediate' } as const
    const first = recommend(hour, [], overrides)
    const second = recommend(hour, setsOf(first, 1), overrides)
    const third = recommend(hour, [...setsOf(first, 2), ...setsOf(second, 1)], overrides)
    const trainedMuscles = [first, second, third].map((workout) =>
      ['chest', 'lats', 'quads'].filter((muscle) => trainsAny(workout, muscle)).join(),
    )
    expect(trainedMuscles.toSorted()).toEqual(['chest', 'lats', 'quads'])
  })

  test('a requested muscle is trained even on a day for other muscles', () => {
    const workout = recommend({ ...hour, focus: ['quads'] }, [], { workoutsPerWeek: 5 })
    expect(exerciseIdsOf(workout).some((id) => trains(id, 'quads'))).toBe(true)
  })

  test('the goal of weekly sets fits into the workouts of the week', () => {
    const reasons = recommend(hour, [], { workoutsPerWeek: 1 }).exercises.flatMap(
      (exercise) => exercise.reasons,
    )
    const goals = reasons.flatMap((reason) => reason.match(/ of (?:at least |up to )?(\d+) sets/)?.[1] ?? [])
    expect(goals.length).toBeGreaterThan(0)
    expect(Math.max(...goals.map(Number))).toBeLessThanOrEqual(6)
  })

  test('the sets of a workout are a share of the weekly sets, and at most 11', () => {
    const { chest, glutes } = weeklyLandmarks
    const ranges = [1, 2, 3, 4, 6].map((workouts) => setsPerWorkout(chest, workouts))
    expect(ranges.map(({ min }) => min)).toEqual([10, 5, 4, 5, 5])
    for (const { min, max } of [...ranges, setsPerWorkout(glutes, 1)]) {
      expect(min).toBeLessThanOrEqual(max)
      expect(max).toBeLessThanOrEqual(11)
    }
  })
})

describe('close to a competition', () => {
  const weeks = [6, 5, 4, 3, 2, 2, 1, 1]
  const peak = weeks.flatMap((reps, week) => {
    const daysAgo = 7 * (weeks.length - week)
    const rounded = (kg: number) => Math.round((kg * (1 + 0.035 * week)) / 2.5) * 2.5
    return [
      ...pastSets(daysAgo, 'barbell-back-squat', rounded(160), [reps, reps]),
      ...pastSets(daysAgo, 'barbell-row', 80, [8, 8, 8]),
      ...pastSets(daysAgo - 2, 'barbell-bench-press', rounded(110), [reps, reps]),
      ...pastSets(daysAgo - 4, 'barbell-deadlift', rounded(190), [reps]),
    ]
  })
  const lifts = ['barbell-back-squat', 'barbell-bench-press', 'barbell-deadlift']
  const heavy = (workout: ReturnType<typeof recommend>) =>
    exerciseIdsOf(workout).filter((id) => lifts.includes(id))
  const competingIn = (days: number) => ({ competitionDay: Math.floor(now / dayMs) + days })
  const advanced = { experience: 'advanced' } as const

  test.each([
    ['known from the day of the competition', competingIn(10), 'Your competition is in 10 days'],
    [
      'known from the phase of the last workout',
      { phase: 'peak' as const },
      'You are working up to heavy singles',
    ],
    ['known from the log', {}, 'You are working up to heavy singles'],
  ])(
    '%s, the workout has one heavy lift, the one done longest ago, and no new exercise',
    (_, overrides, why) => {
      const workout = recommend({ minutes: 90 }, peak, { ...advanced, ...overrides })
      expect(heavy(workout)).toEqual(['barbell-back-squat'])
      const reasons = (id: string) => workout.exercises.find(({ exerciseId }) => exerciseId === id)?.reasons
      const isPeakingReason = (reason: string) => reason === `${why}: one heavy lift a day, and nothing new.`
      expect(reasons('barbell-back-squat')?.filter(isPeakingReason)).toHaveLength(1)
      expect(reasons('barbell-row')?.filter(isPeakingReason)).toEqual([])
      for (const id of exerciseIdsOf(workout)) expect([...lifts, 'barbell-row']).toContain(id)
      expect(
        workout.leftOut.filter(({ code }) => code === 'peaking').map(({ exerciseId }) => exerciseId),
      ).toEqual(['barbell-bench-press', 'barbell-deadlift'])
    },
  )

  test('in the last week the workout has fewer sets, and on the last two days it is empty', () => {
    const weekBefore = recommend({ minutes: 90 }, peak, { ...advanced, ...competingIn(10) })
    const lastWeek = recommend({ minutes: 90 }, peak, { ...advanced, ...competingIn(5) })
    expect(lastWeek.exercises[0]?.sets.length).toBeLessThan(weekBefore.exercises[0]?.sets.length ?? 0)
    expect(lastWeek.exercises[0]?.reasons.at(-1)).toStartWith('Your competition is in 5 days')
    for (const days of [2, 1, 0])
      expect(recommend({ minutes: 90 }, peak, { ...advanced, ...competingIn(days) }).empty?.code).toBe(
        'competition',
      )
  })

  test('in the last week, no set goes to failure, whatever the scheme', () => {
    const schemes = new Map([['barbell-back-squat', { scheme: { scheme: 'apre' as const } }]])
    const squatOf = (days: number) =>
      recommend({ minutes: 90 }, peak, { ...advanced, ...competingIn(days), schemes }).exercises.find(
        ({ exerciseId }) => exerciseId === 'barbell-back-squat',
      )?.sets
    expect(squatOf(10)?.at(-1)).toMatchObject({ type: 'failure', rpe: 10 })
    expect(squatOf(5)?.map(({ type, rpe, note }) => ({ type, rpe, note }))).toEqual([
      { type: 'normal', rpe: 9, note: undefined },
      { type: 'normal', rpe: 9, note: undefined },
    ])
  })

  test('a competition that is over or far off changes nothing', () => {
    const fives = [5, 4, 3, 2, 1].flatMap((week) => [
      ...pastSets(7 * week, 'barbell-back-squat', 140, [5, 5, 5]),
      ...pastSets(7 * week, 'barbell-bench-press', 100, [5, 5, 5]),
    ])
    const usual = recommend({ minutes: 90 }, fives, advanced)
    for (const days of [-1, 60])
      expect(recommend({ minutes: 90 }, fives, { ...advanced, ...competingIn(days) })).toEqual(usual)
  })
})
