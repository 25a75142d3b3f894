import type { Schemas } from '#generated/types.ts'
import type { Figure } from '../figure.ts'
import type { Options } from '../options.ts'
import { newWorkout } from '../requests.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { call } from '../sync/account.ts'

const warmUps = 40
const changesPerRound = 20

/**
 * Measures adding a set to a workout and removing it again: the newest workout, and one from five years
 * ago.
 */
export async function measurePut(
  server: ServerProcess,
  token: string,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure> {
  const now = Date.now()
  const newest = await replacing(server, token, now)
  const old = await replacing(server, token, now - 5 * 365 * 86_400_000)
  const times: number[] = []
  const ofThePast: number[] = []
  let cpu = 0
  for (let change = -warmUps; change < rounds * changesPerRound; change++) {
    const before = await server.cpu()
    const took = await newest()
    const used = (await server.cpu()) - before
    if (change < 0) continue
    cpu += used
    times.push(took)
  }
  for (let change = 0; change < rounds; change++) ofThePast.push(await old())
  return {
    name: 'PUT with one more set',
    unit: 'ms',
    value: median(times),
    bar: { atMost: 1.4 },
    parts: {
      cpuMs: cpu / times.length,
      slowestMs: Math.max(...times),
      ofFiveYearsAgoMs: median(ofThePast),
      slowestOfFiveYearsAgoMs: Math.max(...ofThePast),
    },
  }
}

/** Saves a workout; each call replaces it and resolves to the duration in milliseconds. */
async function replacing(
  { url }: ServerProcess,
  token: string,
  start: number,
): Promise<() => Promise<number>> {
  const startedAt = new Date(start).toISOString()
  const endedAt = new Date(start + 3_600_000).toISOString()
  const input: Schemas['WorkoutInput'] = { ...newWorkout, startedAt, endedAt }
  const { id } = await call<Schemas['Workout']>(`${url}/api/workouts`, token, input)
  const bodies = [withOneMore(input), input].map((body) => JSON.stringify(body))
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

function withOneMore(input: Schemas['WorkoutInput']): Schemas['WorkoutInput'] {
  const [first, ...rest] = input.exercises ?? []
  if (!first) throw new Error('the benchmark workout has no exercises')
  const more = { type: 'normal' as const, weight: { value: 80, unit: 'kg' as const }, reps: 5 }
  return { ...input, exercises: [{ ...first, sets: [...(first.sets ?? []), more] }, ...rest] }
}
