import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Schemas } from '#generated/types.ts'
import type { Dataset } from '../dataset/prepare.ts'
import type { Figure } from '../figure.ts'
import { type Bystander, startBystander } from '../imports/bystander.ts'
import type { Options } from '../options.ts'
import { type ServerProcess, startReplog } from '../server-process.ts'
import { median } from '../statistics.ts'
import { type WarmUp, warmUp } from '../warm-up.ts'
import { call, register } from './account.ts'
import { type OpenStream, openStream } from './streams.ts'

const users = 50
const maxStreamsPerUser = 20
const changes = 100

/**
 * Measures what offline clients do: pulls and pushes in the large database, many open streams in a new
 * one.
 */
export async function measureSync(dataset: Dataset, folder: string, options: Options): Promise<Figure[]> {
  return [...(await measureBatches(dataset, options)), ...(await measureStreams(folder, options))]
}

async function measureBatches({ shared, token }: Dataset, { rounds }: Options): Promise<Figure[]> {
  const server = await startReplog(shared)
  try {
    const pull = () => call<Schemas['SyncChanges']>(`${server.url}/api/sync/changes?limit=1000`, token)
    const push = async () => {
      const { results } = await call<Schemas['SyncPushed']>(`${server.url}/api/sync/push`, token, pushOf(500))
      if (results.some(({ outcome }) => outcome !== 'applied')) throw new Error('a mutation was not applied')
    }
    const { items } = await pull()
    if (items.length !== 1000) throw new Error('there are not 1,000 changes')
    const work = [
      { name: 'sync: pull 1,000 changes, workouts of 20 sets', run: pull, maxCpuMs: 100 },
      { name: 'sync: push 500 mutations, workouts of 20 sets', run: push, maxCpuMs: 300 },
    ]
    const cpuTimes: Figure[] = []
    for (const task of work) cpuTimes.push(await measureCpu(task, server, rounds * cpuRoundsPerRound))
    // Not before, because the server's CPU time would include the requests of this user.
    const bystanderToken = await register(server.url, 'bystander@example.com')
    const bystander = await startBystander({ url: server.url, token: bystanderToken })
    try {
      const waits: Figure[] = []
      for (const task of work) waits.push(await measureWaits(task, bystander, rounds))
      return [...cpuTimes, ...waits]
    } finally {
      bystander.stop()
    }
  } finally {
    await server.stop()
  }
}

interface MeasuredWork {
  readonly name: string
  readonly run: () => Promise<unknown>
  /** The target for the server's CPU time, in milliseconds. */
  readonly maxCpuMs: number
}

/** CPU times vary more than waits: with what the runtime still compiles, and with other load on the machine. */
const cpuRoundsPerRound = 3
const warm: WarmUp = { minRuns: 8, maxRuns: 30, quietRuns: 6 }

/** The CPU time and duration of a warm server, and the CPU time of its first run. */
async function measureCpu(
  { name, run, maxCpuMs }: MeasuredWork,
  server: ServerProcess,
  rounds: number,
): Promise<Figure> {
  const cpuOfRun = async () => {
    const before = await server.cpu()
    await run()
    return (await server.cpu()) - before
  }
  const [firstCpuMs = 0] = await warmUp(cpuOfRun, warm)
  const times: number[] = []
  const cpuTimes: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    cpuTimes.push(await cpuOfRun())
    times.push(performance.now() - started)
  }
  return {
    name: `${name}, CPU time`,
    unit: 'ms',
    value: median(cpuTimes),
    target: { atMost: maxCpuMs },
    parts: {
      elapsedMs: median(times),
      slowestMs: Math.max(...times),
      leastCpuMs: Math.min(...cpuTimes),
      mostCpuMs: Math.max(...cpuTimes),
      firstCpuMs,
    },
  }
}

/** How long another user has to wait in the meantime. */
async function measureWaits(
  { name, run }: MeasuredWork,
  bystander: Bystander,
  rounds: number,
): Promise<Figure> {
  const waits: number[] = []
  for (let round = 0; round < rounds; round++) {
    await bystander.longestWaits()
    await run()
    waits.push((await bystander.longestWaits()).readMs)
  }
  return {
    name: `${name}, another user's longest read`,
    unit: 'ms',
    value: median(waits),
    target: { atMost: 100 },
    parts: { fastestMs: Math.min(...waits), slowestMs: Math.max(...waits) },
  }
}

/** New workouts of 5 exercises with 4 sets each. */
function pushOf(count: number): Schemas['SyncPush'] {
  const sets = Array.from({ length: 4 }, () => ({
    type: 'normal' as const,
    weight: { value: 100, unit: 'kg' as const },
    reps: 5,
  }))
  const lifts = ['barbell-bench-press', 'barbell-back-squat', 'pull-up', 'plank', 'barbell-deadlift']
  const exercises = lifts.map((exerciseId) => ({ exerciseId, sets }))
  const mutations = Array.from({ length: count }, (): Schemas['SyncMutation'] => ({
    mutationId: Bun.randomUUIDv7(),
    resource: 'workout',
    id: Bun.randomUUIDv7(),
    op: 'put',
    value: { name: 'Push A', startedAt: '2026-11-20T17:02:00.000Z', exercises },
  }))
  return { mutations }
}

async function measureStreams(parent: string, { restMs }: Options): Promise<Figure[]> {
  const folder = join(parent, 'sync')
  mkdirSync(folder)
  const tokens = await accountsIn(folder)
  // Restarted, because the memory used for creating accounts isn't part of an idle server.
  const server = await startReplog(folder)
  const streams: OpenStream[][] = []
  try {
    await Bun.sleep(restMs)
    const idleBytes = await server.memory()
    for (const token of tokens) {
      const userStreams = Array.from({ length: maxStreamsPerUser }, () => openStream(server.port, token))
      streams.push(await Promise.all(userStreams))
    }
    await Bun.sleep(restMs)
    const withStreams = await server.memory()
    const times = await hintTimes(server.url, tokens, streams)
    return [
      {
        name: 'sync: 1,000 open streams, beyond the idle server',
        unit: 'MB',
        value: (withStreams - idleBytes) / 1e6,
        target: { atMost: 100 },
        parts: {
          idleMB: idleBytes / 1e6,
          withStreamsMB: withStreams / 1e6,
          afterHintsMB: (await server.memory()) / 1e6,
        },
      },
      {
        name: 'sync: from a change to all 20 streams of its user, 1,000 open',
        unit: 'ms',
        value: median(times),
        target: { atMost: 100 },
        parts: { fastestMs: Math.min(...times), slowestMs: Math.max(...times) },
      },
    ]
  } finally {
    for (const stream of streams.flat()) stream.close()
    await server.stop()
  }
}

async function accountsIn(folder: string): Promise<string[]> {
  const server = await startReplog(folder)
  try {
    const tokens: string[] = []
    for (let user = 0; user < users; user++)
      tokens.push(await register(server.url, `bench-${user}@example.com`))
    return tokens
  } finally {
    await server.stop()
  }
}

/**
 * The time from sending a change until its last stream is notified, for each user in turn, in
 * milliseconds.
 */
async function hintTimes(
  url: string,
  tokens: readonly string[],
  streams: readonly (readonly OpenStream[])[],
): Promise<number[]> {
  const times: number[] = []
  for (let change = 0; change < changes; change++) {
    const user = change % users
    const seq = 1 + Math.floor(change / users)
    const started = performance.now()
    const sent = call(`${url}/api/measurements`, tokens[user] ?? '', {
      kind: 'bodyweight',
      value: 80,
      unit: 'kg',
      measuredAt: '2026-11-20T06:30:00.000Z',
    })
    await Promise.all((streams[user] ?? []).map((stream) => stream.reached(seq)))
    times.push(performance.now() - started)
    await sent
  }
  return times
}
