import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import type { Figure } from '../figure.ts'
import type { Options } from '../options.ts'
import { newWorkout } from '../requests.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { call } from '../sync/account.ts'
import { type WarmUp, warmUp } from '../warm-up.ts'

const warm: WarmUp = { minRuns: 8, maxRuns: 40, quietRuns: 8 }
const changesPerWarmUp = 100
/** Many, because single changes vary by a factor of two with what else the machine does, such as syncing the disk. */
const changesPerRound = 300
const pastChangesPerRound = 20

/** Measures adding a set to the newest workout and to one from five years ago, and removing it again. */
export async function measurePut(
  server: ServerProcess,
  token: string,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure> {
  const now = Date.now()
  const newest = await createReplacer(server, token, now)
  const old = await createReplacer(server, token, now - 5 * 365 * dayMs)
  const times: number[] = []
  const pastTimes: number[] = []
  /** The CPU time of a change. */
  const cpuOf = async (changes: number) => {
    const before = await server.cpu()
    for (let change = 0; change < changes; change++) times.push(await newest())
    return ((await server.cpu()) - before) / changes
  }
  const [firstCpuMs = 0] = await warmUp(() => cpuOf(changesPerWarmUp), warm)
  times.length = 0
  const cpuTimes: number[] = []
  for (let round = 0; round < rounds; round++) cpuTimes.push(await cpuOf(changesPerRound))
  for (let change = 0; change < rounds * pastChangesPerRound; change++) pastTimes.push(await old())
  return {
    name: 'PUT with one more set',
    unit: 'ms',
    value: median(times),
    target: { atMost: 1.4 },
    parts: {
      cpuMs: median(cpuTimes),
      firstCpuMs,
      slowestMs: Math.max(...times),
      ofFiveYearsAgoMs: median(pastTimes),
      slowestOfFiveYearsAgoMs: Math.max(...pastTimes),
    },
  }
}

/** Saves a workout. Returns a function that replaces it and returns the duration in milliseconds. */
async function createReplacer(
  { url }: ServerProcess,
  token: string,
  start: number,
): Promise<() => Promise<number>> {
  const startedAt = new Date(start).toISOString()
  const endedAt = new Date(start + 3_600_000).toISOString()
  const input: Schemas['WorkoutInput'] = { ...newWorkout, startedAt, endedAt }
  const { id } = await call<Schemas['Workout']>(`${url}/api/workouts`, token, input)
  const bodies = [withOneMoreSet(input), input].map((body) => JSON.stringify(body))
  let next = 0
  return async () => {
    const body = bodies[next++ % 2] ?? ''
    const started = performance.now()
    const response = await fetch(`${url}/api/workouts/${id}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '*' },
      body,
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status}: ${text}`)
    return performance.now() - started
  }
}

function withOneMoreSet(input: Schemas['WorkoutInput']): Schemas['WorkoutInput'] {
  const [first, ...rest] = input.exercises ?? []
  if (!first) throw new Error('the benchmark workout has no exercises')
  const extraSet = { type: 'normal' as const, weight: { value: 80, unit: 'kg' as const }, reps: 5 }
  return { ...input, exercises: [{ ...first, sets: [...(first.sets ?? []), extraSet] }, ...rest] }
}
