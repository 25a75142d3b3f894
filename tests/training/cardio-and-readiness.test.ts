import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { dayReadiness } from '#training/fatigue/day-readiness.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { exerciseIdsOf, pastSets, pushPullLegs, recommend, trains } from './athletes.ts'
import { now, press, progressionInput, workout } from './history.ts'

const running: ExerciseFacts = { ...press, tracking: 'distance_duration', category: 'cardio' }
/** Runs at 5:30 min/km, each so many days ago and so many kilometers long. */
const runs = (...log: readonly (readonly [daysAgo: number, km: number])[]) =>
  log.flatMap(([daysAgo, km]) =>
    workout(daysAgo, [{ distanceMillimeters: km * 1_000_000, durationSeconds: km * 330 }]),
  )

describe('the next prescription of a runner', () => {
  test.each([
    ['30 km this morning, and nothing else', 'easy', 10, runs([0.2, 30])],
    ['30 km yesterday', 'easy', 10, runs([8, 12], [5, 12], [1, 30])],
    ['30 km three days ago', 'return', 10, runs([17, 10], [14, 10], [11, 10], [3, 30])],
    ['5 km once', 'hold', 5, runs([2, 5])],
    [
      '5 km on each of the last three days, and 5 km last week',
      'hold',
      5,
      runs([9, 5], [3, 5], [2, 5], [1, 5]),
    ],
    ['10 km twice a week', 'add', 10.5, runs([12, 10], [9, 10], [5, 10], [2, 10])],
    ['five weeks off', 'comeback', 9, runs([41, 10], [38, 10], [35, 10])],
  ] as const)('after %s, follows the rule %s, with about %d km', (_, rule, km, log) => {
    for (const scheme of [undefined, { scheme: 'linear' }] as (Scheme | undefined)[]) {
      const next = progressionOf(progressionInput(log, scheme, { facts: running }))
      if (next.status !== 'prescription') throw new Error(next.reasons.join())
      expect(next.rule).toEndWith(`.${rule}`)
      const meters = (next.sets[0]?.distanceMillimeters ?? 0) / 1000
      expect(Math.abs(meters - km * 1000)).toBeLessThanOrEqual(1000)
      expect(next.chance).toBeGreaterThan(0.1)
    }
  })
})

test('after 30 km this morning, the recommended workout trains the upper body and spares the legs', () => {
  const run: TrainedSet = {
    id: 'run',
    workoutId: 'run',
    exerciseId: 'running',
    performedAt: now - dayMs / 5,
    type: 'normal',
    distanceMillimeters: 30_000_000,
    durationSeconds: 9900,
  }
  const workout = recommend({ minutes: 60 }, [...pushPullLegs, run])
  for (const id of exerciseIdsOf(workout))
    expect([id, trains(id, 'quads'), trains(id, 'calves')]).toEqual([id, false, false])
  expect(workout.exercises.length).toBeGreaterThan(2)
  expect(exerciseIdsOf(recommend({ minutes: 60 }, pushPullLegs)).some((id) => trains(id, 'quads'))).toBe(true)
})

describe('the readiness for training today', () => {
  test.each([
    [{ energy: 3, soreness: 2, fatigue: 30 }, 82],
    [{ energy: 2, soreness: 6, fatigue: 30 }, 52],
    [{ energy: 1, soreness: 9, fatigue: 60 }, 9],
    [{ fatigue: 0 }, 100],
    [{ fatigue: 0, energy: 5 }, 100],
    [{ fatigue: 100, soreness: 10, energy: 1 }, 0],
  ])('with %j is %i', (signs, readiness) => expect(dayReadiness(signs)).toBe(readiness))

  test('shortens the workout when it is low, and the reasons say so', () => {
    const sore = [{ muscle: 'forearms' as const, soreness: 8, reportedAt: now - dayMs / 2 }]
    const usual = recommend({ minutes: 60 }, pushPullLegs)
    const tired = recommend({ minutes: 60, energy: 1 }, pushPullLegs, { soreness: sore })
    expect(usual.readiness).toBeGreaterThan(80)
    expect(tired.readiness).toBeLessThan(75)
    let shortened = 0
    for (const { exerciseId, sets, reasons } of tired.exercises) {
      const usualExercise = usual.exercises.find((each) => each.exerciseId === exerciseId)
      if (usualExercise && usualExercise.sets.length > 2) {
        expect(sets.length).toBeLessThan(usualExercise.sets.length)
        shortened++
      }
      expect(reasons.at(-1)).toBe(
        `Your readiness is ${tired.readiness} out of 100 today: do fewer sets, and leave one more rep in reserve.`,
      )
    }
    expect(shortened).toBeGreaterThan(0)
  })

  test('asks for no set to failure when it is low', () => {
    const overrides = {
      soreness: [{ muscle: 'forearms' as const, soreness: 8, reportedAt: now - dayMs / 2 }],
      schemes: new Map([['barbell-bench-press', { scheme: { scheme: 'apre' as const } }]]),
    }
    const benchOn = (energy: number) =>
      recommend({ minutes: 60, energy, focus: ['chest'] }, pushPullLegs, overrides).exercises.find(
        ({ exerciseId }) => exerciseId === 'barbell-bench-press',
      )
    const usual = benchOn(5)
    const tired = benchOn(1)
    expect(usual?.sets.map(({ type }) => type)).toEqual(['warmup', 'warmup', 'failure', 'failure'])
    expect(tired?.sets.map(({ type, rpe, note, openEnded }) => ({ type, rpe, note, openEnded }))).toEqual([
      { type: 'warmup', rpe: undefined, note: undefined, openEnded: undefined },
      { type: 'warmup', rpe: undefined, note: undefined, openEnded: undefined },
      { type: 'normal', rpe: 9, note: undefined, openEnded: undefined },
      { type: 'normal', rpe: 9, note: undefined, openEnded: undefined },
    ])
    expect(tired?.reasons.at(-1)).toMatch(
      /^Your readiness is \d+ out of 100 today: leave one more rep in reserve\.$/,
    )
  })

  test('ignores soreness reported three days ago', () => {
    const reportedLongAgo = [{ muscle: 'forearms' as const, soreness: 10, reportedAt: now - 3 * dayMs }]
    expect(recommend({ minutes: 60 }, pushPullLegs, { soreness: reportedLongAgo }).readiness).toBe(
      recommend({ minutes: 60 }, pushPullLegs).readiness,
    )
    expect(recommend({ minutes: 60 }, pastSets(9, 'barbell-row', 60, [8, 8])).readiness).toBe(100)
  })
})
