import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import {
  firstSets,
  type LoggedWorkout,
  separateDaysOf,
  slotHistory,
  startOf,
} from '#training/programs/slot-history.ts'
import type { Scheme } from '#training/progression/schemes.ts'

const squat = 'barbell-back-squat'
const bench = 'barbell-bench-press'

type SetInput = Omit<Schemas['WorkoutSet'], 'id'>
type Entry = readonly [slot: string, exerciseId: string, ...sets: readonly SetInput[]]

const kilograms = (value: number, reps: number): SetInput => ({
  type: 'normal',
  weight: { value, unit: 'kg' },
  reps,
})

/** A workout in November 2026, on a day of a program. */
function workout(date: number, day: string | undefined, ...entries: readonly Entry[]): LoggedWorkout {
  return {
    id: `workout-${date}`,
    startedAt: new Date(Date.UTC(2026, 10, date)).toISOString(),
    ...(day !== undefined && {
      plan: { runId: 'run', cycle: 1, week: 'week', day },
    }),
    exercises: entries.map(([slot, exerciseId, ...sets], position) => ({
      id: `entry-${date}-${position}`,
      exerciseId,
      slot,
      sets: sets.map((set, index) => ({ id: `set-${date}-${position}-${index}`, ...set })),
    })),
  }
}

/** The grams and reps of each set, as text. */
const formatSets = (sets: ReturnType<typeof slotHistory>) =>
  sets.map(({ weightGrams, reps }) => `${weightGrams}×${reps}`)

describe('the history of a slot', () => {
  test('has only the sets of one exercise in that slot, oldest first', () => {
    const workouts = [
      workout(
        9,
        'a',
        ['squat', squat, kilograms(102.5, 5), kilograms(102.5, 4)],
        ['back-off', squat, kilograms(80, 8)],
      ),
      workout(5, 'a', ['squat', bench, kilograms(70, 5)], ['bench', bench, kilograms(72.5, 5)]),
      workout(2, 'a', ['squat', squat, kilograms(100, 5)]),
    ]
    expect(formatSets(slotHistory(workouts, 'squat', squat))).toEqual(['100000×5', '102500×5', '102500×4'])
    expect(formatSets(slotHistory(workouts, 'back-off', squat))).toEqual(['80000×8'])
    expect(formatSets(slotHistory(workouts, 'squat', bench))).toEqual(['70000×5'])
  })

  test('can be limited to the latest sessions, which skips workouts without the slot', () => {
    const workouts = [
      workout(9, 'a', ['squat', squat, kilograms(110, 5)]),
      workout(7, 'b', ['bench', bench, kilograms(70, 5)]),
      workout(5, 'a', ['squat', squat, kilograms(105, 5)]),
      workout(2, 'a', ['squat', squat, kilograms(100, 5)]),
    ]
    const latest = (maxSessions: number) => formatSets(slotHistory(workouts, 'squat', squat, { maxSessions }))
    expect(latest(1)).toEqual(['110000×5'])
    expect(latest(2)).toEqual(['105000×5', '110000×5'])
    expect(latest(3)).toEqual(['100000×5', '105000×5', '110000×5'])
  })

  test('leaves out separate days, but not workouts outside the plan', () => {
    const workouts = [
      workout(9, 'light', ['squat', squat, kilograms(80, 5)]),
      workout(5, 'heavy', ['squat', squat, kilograms(100, 5)]),
      workout(2, undefined, ['squat', squat, kilograms(95, 5)]),
    ]
    const separateDays = new Set(['light'])
    expect(formatSets(slotHistory(workouts, 'squat', squat, { separateDays }))).toEqual([
      '95000×5',
      '100000×5',
    ])
  })

  test('has grams and millimeters for all input units, and includes bodyweight, effort and target', () => {
    const entered: SetInput = {
      type: 'failure',
      reps: 6,
      weight: { value: 45, unit: 'lb' },
      assistance: { value: 10, unit: 'kg' },
      distance: { value: 1, unit: 'km' },
      durationSeconds: 300,
      rpe: 9,
      restSeconds: 180,
      target: { reps: { min: 5, max: 8 }, weight: { value: 100, unit: 'lb' } },
    }
    const logged = {
      ...workout(2, 'a', ['squat', squat, entered]),
      bodyweight: { value: 180, unit: 'lb' },
    } as const
    expect(slotHistory([logged], 'squat', squat)).toEqual([
      {
        id: 'set-2-0-0',
        workoutId: 'workout-2',
        exerciseId: squat,
        performedAt: Date.UTC(2026, 10, 2),
        timeZone: undefined,
        workoutBodyweightGrams: 81_647,
        type: 'failure',
        reps: 6,
        weightGrams: 20_412,
        assistanceGrams: 10_000,
        durationSeconds: 300,
        distanceMillimeters: 1_000_000,
        rpe: 9,
        rir: undefined,
        side: undefined,
        restSeconds: 180,
        target: { reps: { min: 5, max: 8 }, rpe: undefined, weightGrams: 45_359 },
      },
    ])
    const [minimalSet] = slotHistory(
      [workout(3, 'a', ['squat', squat, { type: 'normal', reps: 5 }])],
      'squat',
      squat,
    )
    expect(minimalSet).toMatchObject({ reps: 5 })
    expect([minimalSet?.weightGrams, minimalSet?.target, minimalSet?.workoutBodyweightGrams]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('is the same when computed twice', () => {
    const logged = workout(2, 'a', ['squat', squat, kilograms(100, 5)])
    const [first, second] = [1, 2].map(() => slotHistory([logged], 'squat', squat))
    expect(second).toEqual(first ?? [])
    expect([startOf(logged), startOf(logged)]).toEqual([Date.UTC(2026, 10, 2), Date.UTC(2026, 10, 2)])
  })
})

test('days on which a lift follows a different scheme are separate, whatever the order of the fields in its JSON', () => {
  const slot = (key: string, progression?: Scheme) => ({
    key,
    exerciseId: squat,
    sets: [],
    ...(progression && { progression }),
  })
  const heavy = slot('squat', { scheme: 'linear', reps: 5, sets: 3 })
  const days = [
    { key: 'heavy', slots: [heavy] },
    { key: 'same', slots: [slot('squat', { sets: 3, scheme: 'linear', reps: 5 })] },
    { key: 'light', slots: [slot('bench'), slot('squat', { scheme: 'linear', reps: 8, sets: 3 })] },
    { key: 'by feel', slots: [slot('squat')] },
    { key: 'other', slots: [slot('bench', { scheme: 'linear', reps: 8 })] },
  ]
  expect([...separateDaysOf({ days }, heavy)]).toEqual(['light', 'by feel'])
})

describe('the first sets of a slot', () => {
  /** The reps of each set, as text, with a plus sign if it is open-ended. */
  const formatFirstSets = (sets: ReturnType<typeof firstSets>) =>
    sets.map(({ reps, openEnded }) => `${reps?.min}–${reps?.max}${openEnded ? '+' : ''}`)

  test('are three of 8–12 reps without a scheme', () => {
    expect(formatFirstSets(firstSets({ key: 'a', exerciseId: squat }))).toEqual(['8–12', '8–12', '8–12'])
  })

  test.each<[Scheme, string[]]>([
    [{ scheme: 'double' }, ['8–12', '8–12', '8–12']],
    [{ scheme: 'double', sets: 2, minReps: 6, maxReps: 8 }, ['6–8', '6–8']],
    [{ scheme: 'linear' }, ['5–5', '5–5', '5–5']],
    [{ scheme: 'rpe', sets: 2, reps: 3 }, ['3–3', '3–3']],
    [{ scheme: 'memory' }, ['8–12', '8–12', '8–12']],
    [{ scheme: 'memory', range: { min: 4, max: 6 } }, ['4–6', '4–6', '4–6']],
    [{ scheme: 'two_for_two' }, ['10–10', '10–10', '10–10']],
    [{ scheme: 'sum' }, ['10–10', '10–10', '10–10']],
    [{ scheme: 'sum', sets: 4 }, ['8–8', '8–8', '8–8', '8–8']],
    [{ scheme: 'sum', sets: 2 }, ['15–15', '15–15']],
    [{ scheme: 'sum', sets: 4, totalReps: 1 }, ['1–1', '1–1', '1–1', '1–1']],
    [{ scheme: 'gzclp' }, ['3–3', '3–3', '3–3', '3–3', '3–3+']],
    [{ scheme: 'gzclp', tier: 2 }, ['10–10', '10–10', '10–10']],
    [{ scheme: 'gzclp', tier: 3 }, ['15–15', '15–15', '15–15+']],
    [{ scheme: 'five_three_one' }, ['5–5', '5–5', '5–5+']],
    [{ scheme: 'apre' }, ['6–6', '6–6', '6–6', '6–6']],
  ])('of the scheme %j', (progression, expected) => {
    const slot = { key: 'a', exerciseId: squat, restSeconds: 90, progression }
    const sets = firstSets(slot)
    expect(formatFirstSets(sets)).toEqual(expected)
    expect(sets.map(({ type, restSeconds }) => [type, restSeconds])).toEqual(sets.map(() => ['normal', 90]))
  })

  test('have no rest time if the slot has none', () => {
    const [set] = firstSets({ key: 'a', exerciseId: squat })
    expect(set).toStrictEqual({ type: 'normal', reps: { min: 8, max: 12 } })
  })
})
