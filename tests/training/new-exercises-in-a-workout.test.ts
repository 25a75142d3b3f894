import { expect, test } from 'bun:test'
import { exerciseIdsOf, pastSets, recommend } from './athletes.ts'

const hour = { minutes: 60 }
const bench = 'barbell-bench-press'
const habit = (kgOf: Readonly<Record<string, number>>, workouts = 8) =>
  Array.from({ length: workouts }, (_, index) => 3 + 4 * index).flatMap((daysAgo) =>
    Object.entries(kgOf).flatMap(([id, kg]) => pastSets(daysAgo, id, kg, [10, 10])),
  )
const few = { 'goblet-squat': 10, 'dumbbell-row': 8, 'incline-push-up': 0, 'dumbbell-romanian-deadlift': 10 }
const newIn = (workout: ReturnType<typeof recommend>, known: Readonly<Record<string, number>>) =>
  exerciseIdsOf(workout).filter((id) => !(id in known))

test.each([
  ['four lifts', few, { experience: 'beginner', birthYear: 1961, goal: 'health' }],
  ['two lifts', { 'bodyweight-squat': 0, 'barbell-romanian-deadlift': 40 }, { goal: 'sport' }],
  [
    'two lifts and years of training',
    { 'barbell-back-squat': 140, 'barbell-bench-press': 100 },
    { experience: 'advanced' },
  ],
] as const)('someone with %s gets those and two new exercises', (_, known, overrides) => {
  const workout = recommend(hour, habit(known), overrides)
  expect(exerciseIdsOf(workout)).toEqual(expect.arrayContaining(Object.keys(known)))
  expect(newIn(workout, known)).toHaveLength(2)
})

test('a muscle that only a third new exercise would train is left out for that reason', () => {
  const workout = recommend(hour, habit({ 'bodyweight-squat': 0, 'barbell-romanian-deadlift': 40 }))
  expect(workout.leftOut).toContainEqual({
    code: 'new_exercises',
    muscle: 'calves',
    text: expect.stringMatching(
      /; saved for next time, because 2 new exercises are enough to learn at once\.$/,
    ),
  })
})

test('the reasons tell a lift that was never done from one that was done long ago', () => {
  const log = [
    ...habit({ 'barbell-back-squat': 100, 'dumbbell-row': 30 }),
    ...pastSets(70, bench, 60, [8, 8]),
  ]
  const reasonsWith = (sets: typeof log) =>
    recommend(
      { ...hour, focus: ['chest'] },
      sets.toSorted((a, b) => a.performedAt - b.performedAt),
    )
      .exercises.find(({ exerciseId }) => exerciseId === bench)
      ?.reasons.at(-1)
  const advice = 'find a weight that leaves three reps in reserve.'
  expect(reasonsWith(log)).toBe(`You haven’t done this lately: ${advice}`)
  expect(reasonsWith(log.filter(({ exerciseId }) => exerciseId !== bench))).toBe(
    `You haven’t done this before: ${advice}`,
  )
})

test('the first workout of someone without a log is whole but short', () => {
  const workout = recommend({ minutes: 120 }, [], { experience: 'beginner' })
  expect(workout.exercises).toHaveLength(5)
  expect(workout.estimatedSeconds).toBeLessThan(50 * 60)
})

test('an experienced lifter whose log has only begun gets a full workout', () => {
  const log = pastSets(2, bench, 100, [5, 5, 5])
  const workout = recommend(hour, log, { experience: 'advanced' })
  expect(newIn(workout, { 'barbell-bench-press': 100 }).length).toBeGreaterThan(2)
  expect(workout.leftOut.map(({ code }) => code)).not.toContain('new_exercises')
})

test('without the equipment for their own lifts, a lifter gets a whole workout of new ones', () => {
  const lifts = habit({ 'barbell-back-squat': 100, 'barbell-bench-press': 80 })
  expect(recommend({ minutes: 40, equipment: ['bodyweight'] }, lifts).exercises).toHaveLength(5)
})

test.each([30, 45, 60])(
  'a new exercise doesn’t displace one of the lifter’s own for the same muscle in %p minutes',
  (minutes) => {
    const known = { 'bodyweight-squat': 0, 'incline-push-up': 0, 'glute-bridge': 0, 'dumbbell-row': 8 }
    const workout = recommend({ minutes }, habit(known, 3), { experience: 'beginner' })
    expect(exerciseIdsOf(workout)).toContain('glute-bridge')
  },
)
