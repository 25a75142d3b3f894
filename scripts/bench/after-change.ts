import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import type { Figure } from './figure.ts'
import type { Options } from './options.ts'
import type { ServerProcess } from './server-process.ts'
import { median } from './statistics.ts'
import { call } from './sync/account.ts'

const changesPerRound = 5
/** The number of changes before the first round. */
const warmUps = 10

const figuresOfAllTime = {
  'records of all exercises': '/api/analytics/records',
  summary: '/api/analytics/summary',
} as const

/**
 * Measures the first request of each all-time figure after a new workout was saved, and after one from five years ago
 * was saved.
 */
export async function measureAfterChange(
  { url }: ServerProcess,
  token: string,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure[]> {
  const figures: Figure[] = []
  const newest = Date.now()
  for (const [name, path] of Object.entries(figuresOfAllTime)) {
    const timeAfterSaving = async (startedAt: number): Promise<number> => {
      await call(`${url}/api/workouts`, token, workoutAt(startedAt))
      const started = performance.now()
      await call(url + path, token)
      return performance.now() - started
    }
    const times: number[] = []
    const pastTimes: number[] = []
    for (let change = -warmUps; change < rounds * changesPerRound; change++) {
      const time = await timeAfterSaving(newest - 1000 + change)
      const pastTime = await timeAfterSaving(newest - 5 * 365 * dayMs + change)
      if (change < 0) continue
      times.push(time)
      pastTimes.push(pastTime)
    }
    figures.push({
      name: `${name}, first after a workout was saved`,
      unit: 'ms',
      value: median(times),
      target: { atMost: 10 },
      parts: { slowestMs: Math.max(...times), afterPastWorkoutMs: median(pastTimes) },
    })
  }
  return figures
}

function workoutAt(startedAt: number): Schemas['WorkoutInput'] {
  return {
    startedAt: new Date(startedAt).toISOString(),
    exercises: [
      {
        exerciseId: 'barbell-bench-press',
        sets: [{ type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 }],
      },
    ],
  }
}
