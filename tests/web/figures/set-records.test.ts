import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { recordsByExercise } from '#training/records/records.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'
import { setRecords } from '#web/figures/set-records.ts'

const utc = { dayOf: (time: number) => Math.floor(time / dayMs), startOf: (day: number) => day * dayMs }

/** The records of workouts of one exercise on consecutive days. */
function recordsOf(tracking: Schemas['Tracking'], workouts: readonly (readonly Partial<PerformedSet>[])[]) {
  const facts: ExerciseFacts = {
    id: 'lift',
    tracking,
    engagement: [],
    category: 'core',
    perHand: false,
    unilateral: false,
  }
  const sets = workouts.flatMap((ofDay, day) =>
    ofDay.map(
      (set, index): PerformedSet => ({
        id: `${day}-${index}`,
        workoutId: String(day),
        exerciseId: 'lift',
        performedAt: day * dayMs,
        type: 'normal',
        ...set,
      }),
    ),
  )
  const context = { exercises: new Map([['lift', facts]]), bodyweightAt: bodyweightOver([], utc), days: utc }
  const records = recordsByExercise(sets, context).get('lift')
  if (!records) throw new Error('no records')
  return setRecords(records).beaten.map(({ kind, setId, value, gain }) => ({ kind, setId, value, gain }))
}

describe('the record of a workout', () => {
  test('is the one-rep max of a lift that has one, once per workout', () => {
    const workouts = [
      [{ weightGrams: 100_000, reps: 1 }],
      [
        { weightGrams: 105_000, reps: 1 },
        { weightGrams: 110_000, reps: 1 },
      ],
      [{ weightGrams: 60_000, reps: 15 }],
    ]
    expect(recordsOf('weight_reps', workouts)).toEqual([
      { kind: 'best_one_rep_max', setId: '1-1', value: 110_000, gain: 10_000 },
    ])
  })

  test('is the most reps at the same weight of a lift that has none', () => {
    const workouts = [
      [{ reps: 20 }],
      [{ reps: 20 }],
      [{ reps: 22 }, { reps: 25 }],
      [{ reps: 23 }],
      [{ weightGrams: 5000, reps: 15 }],
      [{ weightGrams: 5000, reps: 16 }],
    ]
    expect(recordsOf('bodyweight_reps', workouts)).toEqual([
      { kind: 'most_reps_at_weight', setId: '2-1', value: 25, gain: 5 },
      { kind: 'most_reps_at_weight', setId: '5-0', value: 16, gain: 1 },
    ])
  })

  test('is the longest time', () => {
    expect(
      recordsOf('duration', [[{ durationSeconds: 60 }], [{ durationSeconds: 50 }, { durationSeconds: 75 }]]),
    ).toEqual([{ kind: 'longest_duration', setId: '1-1', value: 75, gain: 15 }])
  })

  test('is the farthest distance rather than the longest time', () => {
    const workouts = [
      [{ distanceMillimeters: 5_000_000, durationSeconds: 1800 }],
      [{ distanceMillimeters: 6_000_000, durationSeconds: 2000 }],
      [{ distanceMillimeters: 4_000_000, durationSeconds: 2400 }],
    ]
    expect(recordsOf('distance_duration', workouts)).toEqual([
      { kind: 'longest_distance', setId: '1-0', value: 6_000_000, gain: 1_000_000 },
      { kind: 'longest_duration', setId: '2-0', value: 2400, gain: 400 },
    ])
  })
})
