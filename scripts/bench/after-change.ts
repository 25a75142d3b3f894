import type { Schemas } from '#generated/types.ts'
import type { Figure } from './figure.ts'
import type { Options } from './options.ts'
import type { ServerProcess } from './server-process.ts'
import { median } from './statistics.ts'
import { call } from './sync/account.ts'

/** The number of changes per round, and before the first one. */
const changesPerRound = 5
const warmUps = 10

const figuresOfAllTime = {
  'records of all exercises': '/api/analytics/records',
  summary: '/api/analytics/summary',
} as const

/** The all-time figures requested first after a workout is saved: the newest workout, and one from years ago. */
export async function measureAfterChange(
  { url }: ServerProcess,
  token: string,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure[]> {
  const figures: Figure[] = []
  const newest = Date.now()
  for (const [name, path] of Object.entries(figuresOfAllTime)) {
    const after = async (startedAt: number): Promise<number> => {
      await call(`${url}/api/workouts`, token, workoutAt(startedAt))
      const started = performance.now()
      await call(url + path, token)
      return performance.now() - started
    }
    const times: number[] = []
    const pastTimes: number[] = []
    for (let change = -warmUps; change < rounds * changesPerRound; change++) {
      const took = await after(newest - 1000 + change)
      const pastTook = await after(newest - 5 * 365 * 86_400_000 + change)
      if (change < 0) continue
      times.push(took)
      pastTimes.push(pastTook)
    }
    figures.push({
      name: `${name}, first after a workout was saved`,
      unit: 'ms',
      value: median(times),
      bar: { atMost: 10 },
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
