import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { workByExercise } from '#training/exercise-work.ts'
import { landmarkSets } from '#training/landmarks.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { type AthleteLog, athleteState } from '#training/recommend/athlete.ts'
import { movementOf } from '#training/recommend/movements.ts'
import { recommendWorkout } from '#training/recommend/recommend.ts'
import { outgrown } from '#training/recommend/staples.ts'
import type { WorkoutRequest } from '#training/recommend/types.ts'
import { muscleVolumes } from '#training/volume.ts'
import { byId, candidates, did, ids, logOf, recommend, trains } from './athletes.ts'
import { day, now } from './history.ts'

const factsOf = (id: string) => {
  const found = byId.get(id)
  if (!found) throw new Error(`no exercise ${id}`)
  return found
}
const isolated = (id: string) => movementOf(factsOf(id)) === undefined

/** Follows recommended workouts for four weeks; the direct sets of each muscle in the last one, and its workouts. */
function fourWeeks(request: WorkoutRequest, days: readonly number[], more: Partial<AthleteLog>) {
  const log: TrainedSet[] = []
  const last: string[][] = []
  for (let week = 0; week < 4; week++)
    for (const weekday of days) {
      const at = now + (7 * week + weekday) * day
      const workout = recommendWorkout(candidates, request, athleteState(logOf(log, { at, ...more })))
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
      if (week === 3) last.push(ids(workout))
    }
  const from = now + 21 * day
  const context = { exercises: byId, bodyweightAt: () => 80_000 }
  const work = workByExercise(
    log.filter(({ performedAt }) => performedAt >= from),
    context,
  ).values()
  const direct = new Map(muscleVolumes(work, byId).map((done) => [done.muscle, done.directSets]))
  return { of: (muscle: Schemas['Muscle']) => direct.get(muscle) ?? 0, workouts: last }
}

describe.each([
  ['an hour three times', { minutes: 60 }, [0, 2, 4]],
  ['45 minutes three times', { minutes: 45 }, [0, 2, 4]],
  ['dumbbells, half an hour three times', { minutes: 30, equipment: ['dumbbell'] }, [0, 2, 4]],
  ['an hour twice', { minutes: 60 }, [0, 3]],
] as const)('the week of a beginner: %s', (_, request, days) => {
  const { of } = fourWeeks(request, days, { experience: 'beginner' })
  test('trains the chest, back and thighs about equally', () => {
    const back = Math.max(of('lats'), of('upper_back'))
    expect(of('chest')).toBeGreaterThanOrEqual(6)
    expect(back).toBeGreaterThanOrEqual(6)
    expect(back).toBeLessThanOrEqual(2 * of('chest'))
    expect(of('quads') + of('hamstrings')).toBeGreaterThanOrEqual(of('chest'))
  })
})

test('someone who trains four or five days doesn’t squat, row or bench on three days running', () => {
  for (const days of [
    [0, 1, 3, 4],
    [0, 1, 2, 4, 5],
  ]) {
    const { workouts } = fourWeeks({ minutes: 60 }, days, { experience: 'intermediate' })
    for (const id of ['barbell-back-squat', 'barbell-row', 'barbell-deadlift'])
      expect([id, workouts.every((workout) => workout.includes(id))]).toEqual([id, false])
  }
})

describe.each(['intermediate', 'advanced'] as const)('%s lifters', (experience) => {
  test('with a barbell get nothing that they have outgrown', () => {
    const { exercises } = recommend({ minutes: 60, equipment: ['barbell', 'dumbbell', 'cable'] }, [], {
      experience,
    })
    for (const { exerciseId } of exercises)
      expect([exerciseId, !isolated(exerciseId) && outgrown.has(exerciseId)]).toEqual([exerciseId, false])
    expect(exercises[0]?.exerciseId).toBe('barbell-back-squat')
  })
  test('with dumbbells alone still squat in some way', () => {
    const workout = recommend({ minutes: 45, equipment: ['dumbbell'] }, [], { experience })
    expect(ids(workout).some((id) => movementOf(factsOf(id)) === 'knee')).toBe(true)
  })
})

describe('equipment is taken literally', () => {
  const hangs = /pull-up|chin-up|^dip$|inverted-row|hang/
  const calisthenics = [2, 9, 16].flatMap((daysAgo) => [
    ...did(daysAgo, 'pull-up', 0, [8, 8, 8]),
    ...did(daysAgo, 'dip', 0, [12, 12, 12]),
  ])
  test.each(['beginner', 'intermediate', 'advanced'] as const)(
    'a hotel room has no bar: %s',
    (experience) => {
      for (const minutes of [10, 20, 45]) {
        const workout = recommend({ minutes, equipment: ['bodyweight'] }, calisthenics, { experience })
        expect(workout.exercises.length).toBeGreaterThan(0)
        for (const id of ids(workout)) expect(id).not.toMatch(hangs)
      }
    },
  )
  test('the bar at home is there, where the profile says bodyweight', () => {
    const usual = { minutes: 45, equipment: ['bodyweight'], usualEquipment: true } as const
    expect(ids(recommend(usual, calisthenics))).toContain('pull-up')
    expect(ids(recommend(usual, []))).not.toContain('pull-up')
  })
  test('a gym has bars and benches; dumbbells alone come without', () => {
    const gym = recommend(
      { minutes: 60, equipment: ['barbell', 'dumbbell', 'bodyweight'], focus: ['lats'] },
      [],
      {
        experience: 'intermediate',
      },
    )
    expect(ids(gym)).toContain('pull-up')
    expect(ids(recommend({ minutes: 45, equipment: ['dumbbell'] }))).not.toContain('dumbbell-bench-press')
  })
  test('what is left out says why', () => {
    const { leftOut } = recommend({ minutes: 20, equipment: ['bodyweight'] }, calisthenics)
    expect(leftOut).toContainEqual({
      code: 'equipment',
      exerciseId: 'pull-up',
      text: 'Pull-Up needs something to hang from or hold on to.',
    })
  })
})

describe('the time is kept to and used', () => {
  test.each([5, 8, 10, 15, 20, 30, 45, 90])('%i minutes', (minutes) => {
    const { estimatedSeconds, exercises } = recommend({ minutes })
    expect(estimatedSeconds).toBeLessThanOrEqual(minutes * 60)
    expect(exercises.length).toBeGreaterThan(0)
    // Five minutes are enough for one of a squat, a press and a pull.
    expect(isolated(exercises[0]?.exerciseId ?? '')).toBe(false)
  })
  test.each([
    [20, ['dumbbell']],
    [20, ['barbell', 'cable', 'machine']],
    [25, ['kettlebell', 'bodyweight']],
  ] as const)('%i minutes have legs, a push and a pull', (minutes, equipment) => {
    const movements = ids(recommend({ minutes, equipment })).map((id) => movementOf(factsOf(id)))
    expect(movements).toContain('push')
    expect(movements).toContain('pull')
    expect(movements.includes('knee') || movements.includes('hip')).toBe(true)
  })
})

describe('wording', () => {
  test('a muscle that has had its sets is no reason for more', () => {
    const glutes = [1, 3, 5].flatMap((daysAgo) => did(daysAgo, 'barbell-hip-thrust', 100, [10, 10, 10, 10]))
    const { exercises } = recommend({ minutes: 90 }, glutes, { experience: 'intermediate' })
    for (const { reasons } of exercises)
      for (const reason of reasons) {
        const [, has, goal] = /: ([\d.]+) (?:of at least|on the way to) ([\d.]+) sets/.exec(reason) ?? []
        if (has !== undefined) expect(Number(has)).toBeLessThan(Number(goal))
        expect(reason).not.toContain('of up to')
      }
  })
})

test('from age 60, new exercises start lighter', () => {
  const { exercises } = recommend({ minutes: 45 }, [], { birthYear: 1960 })
  for (const { sets, reasons } of exercises) {
    expect(sets).toHaveLength(2)
    for (const { reps, rpe } of sets) if (reps) expect([reps.min, reps.max, rpe]).toEqual([10, 15, 6])
    expect(reasons.at(-1)).toMatch(/four reps in reserve|hold it well/)
  }
})

test('landmarks of the glutes count hip thrusts, but neither squats nor deadlifts', () => {
  const log = [
    ...did(1, 'barbell-back-squat', 100, [5, 5, 5]),
    ...did(1, 'barbell-deadlift', 140, [5]),
    ...did(1, 'barbell-romanian-deadlift', 90, [8, 8]),
    ...did(1, 'barbell-hip-thrust', 100, [10, 10]),
    ...did(1, 'barbell-overhead-press', 40, [8]),
    ...did(1, 'barbell-shrug', 100, [12, 12, 12]),
  ]
  const work = workByExercise(log, { exercises: byId, bodyweightAt: () => 80_000 }).values()
  const judged = new Map(muscleVolumes(work, byId).map((done) => [done.muscle, landmarkSets(done, byId)]))
  const of = (muscle: Schemas['Muscle']) => judged.get(muscle)
  expect([of('glutes'), of('quads'), of('hamstrings'), of('front_delts'), of('traps')]).toEqual([
    2, 3, 3, 1, 3,
  ])
})

test('after eleven sets of a muscle, more sets are worth less but not nothing', () => {
  const volume = [2, 9, 16, 23].flatMap((daysAgo) =>
    did(daysAgo + 5, 'barbell-bench-press', 80, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]),
  )
  const bench = recommend({ minutes: 90, focus: ['chest'] }, volume).exercises.find(
    ({ exerciseId }) => exerciseId === 'barbell-bench-press',
  )
  expect(bench?.sets.length).toBeGreaterThan(9)
})

test('a second workout on a day has other lifts, unless requested', () => {
  const morning = [14, 7, 0.3].flatMap((daysAgo) => [
    ...did(daysAgo, 'barbell-bench-press', 80, [8, 8, 8]),
    ...did(daysAgo, 'barbell-row', 70, [8, 8, 8]),
  ])
  const evening = recommend({ minutes: 45 }, morning)
  expect(ids(evening)).not.toContain('barbell-bench-press')
  expect(ids(evening)).not.toContain('barbell-row')
  expect(evening.leftOut).toContainEqual(
    expect.objectContaining({ exerciseId: 'barbell-row', text: 'Barbell Row: you did it 7 hours ago.' }),
  )
  expect(ids(recommend({ minutes: 45, focus: ['chest'] }, morning))).toContain('barbell-bench-press')
})

test('no exercise trains an avoided muscle, whatever the week needs', () => {
  for (const id of ids(recommend({ minutes: 60, avoid: ['lower_back'] }, [], { experience: 'advanced' })))
    expect(trains(id, 'lower_back')).toBe(false)
})
