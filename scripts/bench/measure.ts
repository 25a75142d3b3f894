import type { Dataset } from './dataset/prepare.ts'
import type { Figure } from './figure.ts'
import type { LoadClient } from './load/driver.ts'
import { wireText } from './load/http-request.ts'
import type { Options } from './options.ts'
import { analyticsRequests, type Comparison } from './requests.ts'
import { loadAlternately, type Pair } from './rounds.ts'
import { assertSameResponses } from './same-responses.ts'
import { runStart, type ServerProcess } from './server-process.ts'
import { median } from './statistics.ts'

/** The number of concurrent requests when measuring requests per second. */
const connections = 16
/** The number of server starts. */
const starts = 9

/** Compares a request with its floor: the median ratio of requests per second. */
export async function compareWithFloor(
  client: LoadClient,
  [replog, floor]: readonly [ServerProcess, ServerProcess],
  { name, request, status, atLeast }: Comparison,
  token: string,
  options: Options,
): Promise<Figure> {
  await assertSameResponses(request, [replog, floor], token)
  const task = { request: wireText(request, token), status, connections }
  const pairs = await loadAlternately(client, [replog.port, floor.port], task, options)
  return {
    name,
    unit: 'ratio',
    value: median(pairs.map(([ours, floors]) => ours.requestsPerSecond / floors.requestsPerSecond)),
    ...(atLeast !== undefined && { target: { atLeast } }),
    parts: {
      requestsPerSecond: median(pairs.map(([ours]) => ours.requestsPerSecond)),
      floorRequestsPerSecond: median(pairs.map(([, floors]) => floors.requestsPerSecond)),
      p99Ms: median(pairs.map(([ours]) => ours.p99Ms)),
      floorP99Ms: median(pairs.map(([, floors]) => floors.p99Ms)),
      clientBusy: median(pairs.map(([ours]) => ours.clientBusy)),
      floorClientBusy: median(pairs.map(([, floors]) => floors.clientBusy)),
    },
  }
}

/**
 * Measures figures over a long history, requested one at a time, in a database with other users and in one without.
 */
export async function measureAnalytics(
  client: LoadClient,
  [shared, alone]: readonly [ServerProcess, ServerProcess],
  token: string,
  options: Options,
): Promise<Figure[]> {
  const shorter = { ...options, roundMs: options.roundMs / 3, warmupMs: options.warmupMs / 4 }
  const figures: Figure[] = []
  for (const [name, { request, atMost }] of Object.entries(analyticsRequests)) {
    await assertSameResponses(request, [shared, alone], token)
    const task = { request: wireText(request, token), status: 200, connections: 1 }
    const pairs = await loadAlternately(client, [shared.port, alone.port], task, shorter)
    const medianMs = latency(pairs, 0)
    figures.push({
      name,
      unit: 'ms',
      value: medianMs,
      target: { atMost },
      parts: { p99Ms: median(pairs.map(([withOthers]) => withOthers.p99Ms)) },
    })
    figures.push({
      name: `${name}, relative to a database with only this user`,
      unit: 'ratio',
      value: median(pairs.map(([withOthers, withoutOthers]) => withOthers.medianMs / withoutOthers.medianMs)),
      target: { atMost: 1.2 },
      parts: { aloneMs: latency(pairs, 1) },
    })
  }
  return figures
}

function latency(pairs: readonly Pair[], server: 0 | 1): number {
  return median(pairs.map((pair) => pair[server].medianMs))
}

/** The server's memory after all requests, once it is idle. */
export async function measureMemory(
  server: ServerProcess,
  atStart: number,
  { restMs }: Options,
): Promise<Figure> {
  const megabyte = 1e6
  const atEnd = await server.memory()
  await Bun.sleep(restMs)
  return {
    name: 'resident memory after the benchmark',
    unit: 'MB',
    value: (await server.memory()) / megabyte,
    target: { atMost: 150 },
    parts: { atStart: atStart / megabyte, atLastRequest: atEnd / megabyte },
  }
}

/**
 * Measures the time from `bun run start` to the response to the first request, which reads the database. The bundle
 * already exists, because other measurements have started the server.
 */
export async function measureStart({ shared }: Dataset): Promise<Figure> {
  const times: number[] = []
  for (let start = 0; start < starts; start++) {
    const server = await runStart(shared, '/api/exercises/barbell-bench-press')
    times.push(server.startMs)
    await server.stop()
  }
  return {
    name: 'start to first response',
    unit: 'ms',
    value: median(times),
    target: { atMost: 300 },
    parts: { fastestMs: Math.min(...times), slowestMs: Math.max(...times) },
  }
}
