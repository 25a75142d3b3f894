import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Schemas } from '#generated/types.ts'
import type { Dataset } from '../dataset/prepare.ts'
import type { Figure } from '../figure.ts'
import { type Bystander, startBystander } from '../imports/bystander.ts'
import type { Options } from '../options.ts'
import { type ServerProcess, startReplog } from '../server-process.ts'
import { median } from '../statistics.ts'
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
    await push()
    const bystanderToken = await register(server.url, 'bystander@example.com')
    const bystander = await startBystander({ url: server.url, token: bystanderToken })
    try {
      const work = [
        { name: 'pull 1,000 changes', run: pull, maxCpuMs: 100 },
        { name: 'push 500 mutations', run: push, maxCpuMs: 300 },
      ]
      const figures: Figure[] = []
      for (const { name, ...task } of work)
        figures.push(
          ...(await timed(`sync: ${name}, workouts of 20 sets`, { ...task, rounds, server, bystander })),
        )
      return figures
    } finally {
      bystander.stop()
    }
  } finally {
    await server.stop()
  }
}

interface TimedWork {
  readonly run: () => Promise<unknown>
  /** The target for the server's CPU time, in milliseconds. */
  readonly maxCpuMs: number
  readonly rounds: number
  readonly server: ServerProcess
  readonly bystander: Bystander
}

/** The duration, the CPU time, and another user's waits in the meantime. */
async function timed(
  name: string,
  { run, maxCpuMs, rounds, server, bystander }: TimedWork,
): Promise<Figure[]> {
  const times: number[] = []
  const cpuTimes: number[] = []
  const waits: number[] = []
  for (let round = 0; round < rounds; round++) {
    await bystander.longestWaits()
    const cpuBefore = await server.cpu()
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
    cpuTimes.push((await server.cpu()) - cpuBefore)
    waits.push((await bystander.longestWaits()).readMs)
  }
  return [
    {
      name: `${name}, CPU time`,
      unit: 'ms',
      value: median(cpuTimes),
      target: { atMost: maxCpuMs },
      parts: { elapsedMs: median(times), slowestMs: Math.max(...times) },
    },
    {
      name: `${name}, another user's longest read`,
      unit: 'ms',
      value: median(waits),
      target: { atMost: 100 },
      parts: { fastestMs: Math.min(...waits), slowestMs: Math.max(...waits) },
    },
  ]
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
