import type { Schemas } from '#generated/types.ts'
import { lastDay } from './dataset/workouts.ts'
import type { BenchRequest } from './load/http-request.ts'

/** A request that is compared with the floor. */
export interface Comparison {
  readonly name: string
  readonly request: BenchRequest
  readonly status: number
  /** The minimum ratio of requests per second, Replog's to the floor's; undefined if it is only reported. */
  readonly atLeast: number | undefined
  /** Whether the complete floor supports it. */
  readonly hasCompleteFloor?: boolean
}

/** The comparisons with the floor; the workout is one of the user's. */
export function comparisonsOf(workoutId: string): readonly Comparison[] {
  const get = (path: string): BenchRequest => ({ method: 'GET', path })
  return [
    {
      name: 'GET /api/exercises/{id}',
      request: { ...get('/api/exercises/barbell-bench-press'), isPublic: true },
      status: 200,
      atLeast: 0.6,
    },
    {
      name: 'GET /api/exercises?category=push',
      request: { ...get('/api/exercises?category=push'), isPublic: true },
      status: 200,
      atLeast: 0.6,
    },
    {
      name: 'GET /api/workouts/{id}',
      request: get(`/api/workouts/${workoutId}`),
      status: 200,
      atLeast: 0.5,
      hasCompleteFloor: true,
    },
    {
      name: 'GET /api/workouts?limit=20',
      request: get('/api/workouts?limit=20'),
      status: 200,
      atLeast: 0.7,
      hasCompleteFloor: true,
    },
    {
      name: 'POST /api/workouts',
      request: { method: 'POST', path: '/api/workouts', body: newWorkout },
      status: 201,
      atLeast: 0.6,
      hasCompleteFloor: true,
    },
  ]
}

/** A request for figures, and the maximum median in milliseconds. */
export interface AnalyticsRequest {
  readonly request: BenchRequest
  readonly atMost: number
}

const figureRequest = (path: string, atMost = 10): AnalyticsRequest => ({
  request: { method: 'GET', path },
  atMost,
})

/** The time for which a workout is requested: after all synthetic training. */
const at = `${lastDay}T19:00:00.000Z`
const bench = 'barbell-bench-press'

/**
 * Five exercises with four sets each. The server generates the ids, so that the same body can be sent
 * repeatedly.
 */
export const newWorkout: Schemas['WorkoutInput'] = {
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

/**
 * Requests about a user's whole history, by name. All ranges end on the last day of the synthetic
 * training.
 */
export const analyticsRequests: Readonly<Record<string, AnalyticsRequest>> = {
  'volume of 12 weeks': figureRequest(`/api/analytics/volume?to=${lastDay}`, 5),
  'progress of one exercise': figureRequest(`/api/analytics/progress?exerciseId=${bench}&to=${lastDay}`, 5),
  'progress of all training': figureRequest(`/api/analytics/progress?to=${lastDay}`),
  'records of one exercise': figureRequest(`/api/analytics/records?exerciseId=${bench}&to=${lastDay}`),
  'records of all exercises': figureRequest(`/api/analytics/records?to=${lastDay}`),
  'records of all exercises, of ten years': figureRequest(
    `/api/analytics/records?from=2016-07-01&to=${lastDay}`,
  ),
  'fatigue of every muscle': figureRequest(`/api/analytics/fatigue?at=${at}`),
  'calendar of a year': figureRequest(`/api/analytics/calendar?to=${lastDay}`),
  'training load of 12 weeks': figureRequest(`/api/analytics/load?to=${lastDay}`),
  summary: figureRequest('/api/analytics/summary'),
  landmarks: figureRequest('/api/analytics/landmarks'),
  'strength of all time': figureRequest(`/api/analytics/strength?to=${lastDay}`),
  'progression of one exercise': figureRequest(
    `/api/recommendations/progression?exerciseId=${bench}&at=${at}`,
  ),
  'progression of all exercises': figureRequest(`/api/recommendations/progression?at=${at}`),
  'recommended workout': {
    request: { method: 'POST', path: '/api/recommendations/workout', body: { minutes: 60, at } },
    atMost: 10,
  },
  'simulated workout': {
    request: { method: 'POST', path: '/api/analytics/simulate', body: newWorkout },
    atMost: 10,
  },
}
