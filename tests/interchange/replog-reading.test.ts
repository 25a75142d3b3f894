import { describe, expect, test } from 'bun:test'
import { read } from './files.ts'

const instant = '2026-11-20T17:02:00.000Z'
const set = {
  id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d03',
  type: 'warmup',
  weight: { value: 60, unit: 'kg' },
  reps: 8,
}
const workout = {
  id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
  name: 'Push A',
  startedAt: instant,
  energy: 4,
  exercises: [
    {
      id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02',
      exerciseId: 'barbell-bench-press',
      supersetGroup: 1,
      sets: [set],
    },
  ],
  totals: { volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 },
  revision: 3,
  createdAt: instant,
  updatedAt: instant,
}
const user = {
  id: '0193a5c0-11aa-7b22-8c33-5d44e6f7a801',
  email: 'ada@example.com',
  displayName: 'Ada',
  unit: 'kg',
  distanceUnit: 'km',
  timeZone: 'Europe/Berlin',
  dayStartHour: 0,
  weekStart: 'monday',
  revision: 1,
  createdAt: instant,
  updatedAt: instant,
}
const measurement = {
  id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d09',
  kind: 'bodyweight',
  value: 82.4,
  unit: 'kg',
  measuredAt: instant,
  revision: 1,
  createdAt: instant,
  updatedAt: instant,
}

function document(changes: object = {}): string {
  const accountExport = {
    format: 'replog',
    version: 1,
    exportedAt: instant,
    user,
    exercises: [],
    workouts: [workout],
    measurements: [measurement],
  }
  return JSON.stringify({ ...accountExport, ...changes })
}

describe('an account export', () => {
  test('is recognized by its format and read unchanged', async () => {
    const log = await read(`\ufeff\n${document()}`)
    expect(log).toMatchObject({
      format: 'replog',
      variant: 'version 1',
      rows: 2,
      problemCount: 0,
      workouts: [],
    })
    expect(log.account).toEqual({
      user,
      exercises: [],
      // Workouts of older exports have no time zone and get that of the user.
      workouts: [{ ...workout, timeZone: user.timeZone }],
      measurements: [measurement],
      progressions: [],
      soreness: [],
      rememberedNames: [],
      programRevisions: [],
      programs: [],
      runs: [],
    } as never)
  })

  test('is read without items that violate the contract, which are reported by pointer', async () => {
    const invalidWorkout = {
      ...workout,
      id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d11',
      exercises: [{ ...workout.exercises[0], sets: [{ ...set, reps: -1 }] }],
    }
    const log = await read(
      document({ workouts: [invalidWorkout, workout, workout], measurements: 5, user: {} }),
    )
    expect(log.account).toMatchObject({ workouts: [{ id: workout.id }], measurements: [] })
    expect(log.account?.user).toBeUndefined()
    expect(log.problems.map(({ field, code }) => [field, code])).toEqual([
      ['/workouts/0', 'invalid_item'],
      ['/workouts/2', 'invalid_item'],
      ['/measurements', 'invalid_item'],
      ['/user', 'invalid_item'],
    ])
    expect(log.problems[0]?.message).toContain('/exercises/0/sets/0')
  })
})
