import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { workByExercise } from '#training/exercise-work.ts'
import { landmarkSets } from '#training/landmarks.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import type { AthleteLog } from '#training/recommend/athlete-log.ts'
import { movementOf } from '#training/recommend/movements.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import { outgrownExercises } from '#training/recommend/staples.ts'
import type { WorkoutRequest } from '#training/recommend/types.ts'
import { muscleVolumes } from '#training/volume.ts'
import { athleteLog, byId, candidates, exerciseIdsOf, pastSets, recommend, trains } from './athletes.ts'
import { now } from './history.ts'

const exerciseOf = (id: string) => {
  const exercise = byId.get(id)
  if (!exercise) throw new Error(`no exercise ${id}`)
  return exercise
}
const isIsolation = (id: string) => movementOf(exerciseOf(id)) === undefined

/** Follows recommendations for four weeks. Returns the direct sets per muscle and the workouts of the last week. */
function fourWeeks(request: WorkoutRequest, days: readonly number[], overrides: Partial<AthleteLog>) {
  const log: TrainedSet[] = []
  const lastWorkouts: string[][] = []
  for (let week = 0; week < 4; week++)
    for (const weekday of days) {
      const at = now + (7 * week + weekday) * dayMs
      const workout = recommendWorkout(
        candidates,
        request,
        athleteState(athleteLog(log, { at, ...overrides })),
      )
      for (const { exerciseId, sets } of workout.exercises)
        for (const [index, set] of sets.entries())
          log.push({
            id: `${at}-${exerciseId}-${index}`,
            workoutId: `w${at}`,
            exerciseId,
            performedAt: at,
            type: 'normal',
            weightGrams: set.weightGrams ?? 20_000,
            reps: set.reps?.min,
            durationSeconds: set.durationSeconds,
          })
      if (week === 3) lastWorkouts.push(exerciseIdsOf(workout))
    }
  const lastWeek = now + 21 * dayMs
  const context = { exercises: byId, bodyweightAt: () => 80_000 }
  const work = workByExercise(
    log.filter(({ performedAt }) => performedAt >= lastWeek),
    context,
  ).values()
  const directSetsByMuscle = new Map(
    muscleVolumes(work, byId).map(({ muscle, directSets }) => [muscle, directSets]),
  )
  return { directSets: (muscle: Schemas['Muscle']) => directSetsByMuscle.get(muscle) ?? 0, lastWorkouts }
}

describe.each([
  ['an hour, three times', { minutes: 60 }, [0, 2, 4]],
  ['45 minutes, three times', { minutes: 45 }, [0, 2, 4]],
  ['half an hour with dumbbells, three times', { minutes: 30, equipment: ['dumbbell'] }, [0, 2, 4]],
  ['an hour, twice', { minutes: 60 }, [0, 3]],
] as const)('the week of a beginner: %s', (_, request, days) => {
  const { directSets } = fourWeeks(request, days, { experience: 'beginner' })
  test('trains the chest, back and thighs about equally', () => {
    const back = Math.max(directSets('lats'), directSets('upper_back'))
    expect(directSets('chest')).toBeGreaterThanOrEqual(6)
    expect(back).toBeGreaterThanOrEqual(6)
    expect(back).toBeLessThanOrEqual(2 * directSets('chest'))
    expect(directSets('quads') + directSets('hamstrings')).toBeGreaterThanOrEqual(directSets('chest'))
  })
})

test('someone who trains four or five days a week doesn’t squat, row or deadlift on all of them', () => {
  for (const days of [
    [0, 1, 3, 4],
    [0, 1, 2, 4, 5],
  ]) {
    const { lastWorkouts } = fourWeeks({ minutes: 60 }, days, { experience: 'intermediate' })
    for (const id of ['barbell-back-squat', 'barbell-row', 'barbell-deadlift'])
      expect([id, lastWorkouts.every((workout) => workout.includes(id))]).toEqual([id, false])
  }
})

describe.each(['intermediate', 'advanced'] as const)('%s lifters without a log', (experience) => {
  test('with a barbell get no compound lift that only suits beginners', () => {
    const { exercises } = recommend({ minutes: 60, equipment: ['barbell', 'dumbbell', 'cable'] }, [], {
      experience,
    })
    for (const { exerciseId } of exercises)
      expect([exerciseId, !isIsolation(exerciseId) && outgrownExercises.has(exerciseId)]).toEqual([
        exerciseId,
        false,
      ])
    expect(exercises[0]?.exerciseId).toBe('barbell-back-squat')
  })
  test('with only dumbbells get a squat or lunge', () => {
    const workout = recommend({ minutes: 45, equipment: ['dumbbell'] }, [], { experience })
    expect(exerciseIdsOf(workout).some((id) => movementOf(exerciseOf(id)) === 'knee')).toBe(true)
  })
})

describe('the available equipment', () => {
  const needsBar = /pull-up|chin-up|^dip$|inverted-row|hang/
  const calisthenics = [2, 9, 16].flatMap((daysAgo) => [
    ...pastSets(daysAgo, 'pull-up', 0, [8, 8, 8]),
    ...pastSets(daysAgo, 'dip', 0, [12, 12, 12]),
  ])
  test.each(['beginner', 'intermediate', 'advanced'] as const)(
    'does not include a bar if only bodyweight is requested: %s',
    (experience) => {
      for (const minutes of [10, 20, 45]) {
        const workout = recommend({ minutes, equipment: ['bodyweight'] }, calisthenics, { experience })
        expect(workout.exercises.length).toBeGreaterThan(0)
        for (const id of exerciseIdsOf(workout)) expect(id).not.toMatch(needsBar)
      }
    },
  )
  test('includes a bar if the profile has only bodyweight and the log has pull-ups', () => {
    const usualEquipment = { minutes: 45, equipment: ['bodyweight'], isUsualEquipment: true } as const
    expect(exerciseIdsOf(recommend(usualEquipment, calisthenics))).toContain('pull-up')
    expect(exerciseIdsOf(recommend(usualEquipment, []))).not.toContain('pull-up')
  })
  test('includes a pull-up bar in a gym with barbells, but no bench with dumbbells alone', () => {
    const gym = recommend(
      { minutes: 60, equipment: ['barbell', 'dumbbell', 'bodyweight'], focus: ['lats'] },
      [],
      {
        experience: 'intermediate',
      },
    )
    expect(exerciseIdsOf(gym)).toContain('pull-up')
    expect(exerciseIdsOf(recommend({ minutes: 45, equipment: ['dumbbell'] }))).not.toContain(
      'dumbbell-bench-press',
    )
  })
  test('is given as the reason in leftOut if it rules an exercise out', () => {
    const { leftOut } = recommend({ minutes: 20, equipment: ['bodyweight'] }, calisthenics)
    expect(leftOut).toContainEqual({
      code: 'equipment',
      exerciseId: 'pull-up',
      text: 'Pull-Up needs something to hang from or hold on to.',
    })
  })
})

describe('a workout', () => {
  test.each([5, 8, 10, 15, 20, 30, 45, 90])(
    'of %i minutes fits and starts with a compound lift',
    (minutes) => {
      const { estimatedSeconds, exercises } = recommend({ minutes })
      expect(estimatedSeconds).toBeLessThanOrEqual(minutes * 60)
      expect(exercises.length).toBeGreaterThan(0)
      // Even five minutes are enough for one compound lift.
      expect(isIsolation(exercises[0]?.exerciseId ?? '')).toBe(false)
    },
  )
  test.each([
    [20, ['dumbbell']],
    [20, ['barbell', 'cable', 'machine']],
    [25, ['kettlebell', 'bodyweight']],
  ] as const)('of %i minutes has legs, a push and a pull', (minutes, equipment) => {
    const movements = exerciseIdsOf(recommend({ minutes, equipment })).map((id) => movementOf(exerciseOf(id)))
    expect(movements).toContain('push')
    expect(movements).toContain('pull')
    expect(movements.includes('knee') || movements.includes('hip')).toBe(true)
  })
})

describe('the reasons', () => {
  test('don’t name a muscle that already has its weekly sets', () => {
    const glutes = [1, 3, 5].flatMap((daysAgo) =>
      pastSets(daysAgo, 'barbell-hip-thrust', 100, [10, 10, 10, 10]),
    )
    const { exercises } = recommend({ minutes: 90 }, glutes, { experience: 'intermediate' })
    const reasons = exercises.flatMap((exercise) => exercise.reasons)
    const setCounts = reasons.flatMap((reason) => {
      const [, sets, goal] = / got ([\d.]+) of (?:at least )?([\d.]+) sets/.exec(reason) ?? []
      return sets === undefined ? [] : [{ sets: Number(sets), goal: Number(goal) }]
    })
    expect(setCounts).not.toBeEmpty()
    for (const { sets, goal } of setCounts) expect(sets).toBeLessThan(goal)
    expect(reasons.join()).not.toContain('of up to')
  })
})

test('from age 60, new exercises start with two lighter sets', () => {
  const { exercises } = recommend({ minutes: 45 }, [], { birthYear: 1960 })
  expect(exercises).not.toBeEmpty()
  for (const { sets, reasons } of exercises) {
    expect(sets).toHaveLength(2)
    for (const { reps, rpe } of sets) if (reps) expect([reps.min, reps.max, rpe]).toEqual([10, 15, 6])
    expect(reasons.at(-1)).toMatch(/four reps in reserve|while your form is still good/)
  }
})

test('the landmark sets of the glutes count hip thrusts, but neither squats nor deadlifts', () => {
  const log = [
    ...pastSets(1, 'barbell-back-squat', 100, [5, 5, 5]),
    ...pastSets(1, 'barbell-deadlift', 140, [5]),
    ...pastSets(1, 'barbell-romanian-deadlift', 90, [8, 8]),
    ...pastSets(1, 'barbell-hip-thrust', 100, [10, 10]),
    ...pastSets(1, 'barbell-overhead-press', 40, [8]),
    ...pastSets(1, 'barbell-shrug', 100, [12, 12, 12]),
  ]
  const work = workByExercise(log, { exercises: byId, bodyweightAt: () => 80_000 }).values()
  const sets = new Map(muscleVolumes(work, byId).map((volume) => [volume.muscle, landmarkSets(volume, byId)]))
  const landmarkSetCounts = (['glutes', 'quads', 'hamstrings', 'front_delts', 'traps'] as const).map(
    (muscle) => sets.get(muscle),
  )
  expect(landmarkSetCounts).toEqual([2, 3, 3, 1, 3])
})

test('a lift that is always done for twelve sets keeps more than nine sets, although those beyond eleven are worth less', () => {
  const twelveSets = [7, 14, 21, 28].flatMap((daysAgo) =>
    pastSets(daysAgo, 'barbell-bench-press', 80, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]),
  )
  const bench = recommend({ minutes: 90, focus: ['chest'] }, twelveSets).exercises.find(
    ({ exerciseId }) => exerciseId === 'barbell-bench-press',
  )
  expect(bench?.sets.length).toBeGreaterThan(9)
})

test('the second workout of a day doesn’t repeat a lift, unless its muscle is requested', () => {
  const morning = [14, 7, 0.3].flatMap((daysAgo) => [
    ...pastSets(daysAgo, 'barbell-bench-press', 80, [8, 8, 8]),
    ...pastSets(daysAgo, 'barbell-row', 70, [8, 8, 8]),
  ])
  const evening = recommend({ minutes: 45 }, morning)
  expect(exerciseIdsOf(evening)).not.toContain('barbell-bench-press')
  expect(exerciseIdsOf(evening)).not.toContain('barbell-row')
  expect(evening.leftOut).toContainEqual(
    expect.objectContaining({ exerciseId: 'barbell-row', text: 'Barbell Row: you did it 7 hours ago.' }),
  )
  expect(exerciseIdsOf(recommend({ minutes: 45, focus: ['chest'] }, morning))).toContain(
    'barbell-bench-press',
  )
})

test('no exercise trains an avoided muscle, even if its weekly sets are missing', () => {
  const chosen = exerciseIdsOf(
    recommend({ minutes: 60, avoid: ['lower_back'] }, [], { experience: 'advanced' }),
  )
  expect(chosen).not.toBeEmpty()
  for (const id of chosen) expect(trains(id, 'lower_back')).toBe(false)
})
