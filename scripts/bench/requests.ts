import type { components } from '../../generated/types.ts'
import { lastDay } from './dataset/workouts.ts'
import type { BenchRequest } from './load/http-request.ts'

/** What is measured beside the floor. */
export interface Comparison {
  readonly name: string
  readonly request: BenchRequest
  readonly status: number
  /** The least ratio of requests a second, ours to the floor's. */
  readonly atLeast: number
}

/** The comparisons of design.md, "What it must reach"; the workout is one of the user's. */
export function comparisonsOf(workoutId: string): readonly Comparison[] {
  const get = (path: string): BenchRequest => ({ method: 'GET', path })
  return [
    {
      name: 'GET /api/exercises/{id}',
      request: { ...get('/api/exercises/barbell-bench-press'), open: true },
      status: 200,
      atLeast: 0.6,
    },
    {
      name: 'GET /api/exercises?category=push',
      request: { ...get('/api/exercises?category=push'), open: true },
      status: 200,
      atLeast: 0.6,
    },
    {
      name: 'GET /api/workouts/{id}',
      request: get(`/api/workouts/${workoutId}`),
      status: 200,
      atLeast: 0.6,
    },
    {
      name: 'POST /api/workouts',
      request: { method: 'POST', path: '/api/workouts', body: newWorkout },
      status: 201,
      atLeast: 0.6,
    },
  ]
}

/** What is asked of a user's whole history, by name. All end with the last day of the made-up training. */
export const analytics: Readonly<Record<string, BenchRequest>> = {
  'volume of 12 weeks': { method: 'GET', path: `/api/analytics/volume?to=${lastDay}` },
  'progress of one exercise': {
    method: 'GET',
    path: `/api/analytics/progress?exerciseId=barbell-bench-press&to=${lastDay}`,
  },
}

/**
 * Five exercises with four sets each. The server makes the ids, so that the same text can be sent over and
 * over.
 */
const newWorkout: components['schemas']['WorkoutInput'] = {
  name: 'Push A',
  startedAt: '2026-07-01T17:02:00.000Z',
  endedAt: '2026-07-01T18:05:00.000Z',
  exercises: [
    'barbell-bench-press',
    'barbell-overhead-press',
    'machine-chest-press',
    'triceps-pushdown',
    'barbell-back-squat',
  ].map((exerciseId) => ({
    exerciseId,
    sets: [
      { type: 'warmup', weight: { value: 40, unit: 'kg' }, reps: 8 },
      { type: 'normal', weight: { value: 82.5, unit: 'kg' }, reps: 6, rpe: 7.5, restSeconds: 180 },
      { type: 'normal', weight: { value: 82.5, unit: 'kg' }, reps: 6, rpe: 8, restSeconds: 180 },
      { type: 'normal', weight: { value: 80, unit: 'kg' }, reps: 7, rpe: 9, restSeconds: 180 },
    ],
  })),
}
