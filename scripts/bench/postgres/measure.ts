import type { Dataset } from '../dataset/prepare.ts'
import type { Figure } from '../figure.ts'
import type { LoadClient } from '../load/driver.ts'
import { type BenchRequest, wireText } from '../load/http-request.ts'
import type { Options } from '../options.ts'
import { analytics, comparisonsOf } from '../requests.ts'
import { alternate } from '../rounds.ts'
import { assertSameResponses } from '../same-responses.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { serverCpuMilliseconds } from './cpu.ts'

/** The servers to compare. */
export interface Servers {
  /** Two nodes on PostgreSQL. */
  readonly nodes: readonly [ServerProcess, ServerProcess]
  /** The hand-written server on PostgreSQL. */
  readonly floor: ServerProcess
  /** Replog on SQLite, with the same data. */
  readonly sqlite: ServerProcess
  /** The process id of the PostgreSQL server. */
  readonly postmaster: number
}

/** A request to measure with many connections. */
interface Rated {
  readonly name: string
  readonly status: number
  readonly requests: readonly string[]
}

/** The number of concurrent requests. */
export const connections = 16

/** The requests to measure rates of: those of one user, and new workouts of as many users as connections. */
export function ratedRequests({ token, workoutId }: Dataset, tokens: readonly string[]): Rated[] {
  const post = comparisonsOf(workoutId).find(({ request }) => request.method === 'POST')?.request
  if (!post) throw new Error('no comparison is a POST')
  const get = (name: string, path: string): Rated => ({
    name,
    status: 200,
    requests: [wireText({ method: 'GET', path }, token)],
  })
  return [
    get('GET /api/workouts/{id}', `/api/workouts/${workoutId}`),
    get('GET /api/workouts?limit=20', '/api/workouts?limit=20'),
    { name: 'POST /api/workouts', status: 201, requests: tokens.map((each) => wireText(post, each)) },
  ]
}

/**
 * Compares one node with the floor, with SQLite and with two nodes, and measures the CPU time per
 * request.
 */
export async function measureRate(
  clients: readonly [LoadClient, LoadClient],
  { nodes, floor, sqlite, postmaster }: Servers,
  { name, status, requests }: Rated,
  options: Options,
): Promise<Figure[]> {
  const [client, secondClient] = clients
  const order = { request: requests, status, connections }
  const against = (server: ServerProcess) => alternate(client, [nodes[0].port, server.port], order, options)
  const ratio = (pairs: Awaited<ReturnType<typeof against>>) =>
    median(pairs.map(([own, other]) => own.requestsPerSecond / other.requestsPerSecond))
  const onFloor = await against(floor)
  const onSqlite = await against(sqlite)

  // Each of two nodes gets half of the connections, and its own client.
  const half = { ...order, connections: connections / 2, milliseconds: options.roundMs }
  const pairs: number[] = []
  for (let round = 0; round < options.rounds; round++) {
    const one = await client.run({ ...order, port: nodes[0].port, milliseconds: options.roundMs })
    const two = await Promise.all([
      client.run({ ...half, port: nodes[0].port }),
      secondClient.run({ ...half, port: nodes[1].port }),
    ])
    pairs.push(two.reduce((sum, { requestsPerSecond }) => sum + requestsPerSecond, 0) / one.requestsPerSecond)
  }

  const used = async () => [await nodes[0].cpu(), serverCpuMilliseconds(postmaster)] as const
  const before = await used()
  const started = performance.now()
  const counted = await client.run({ ...order, port: nodes[0].port, milliseconds: 3 * options.roundMs })
  const seconds = (performance.now() - started) / 1000
  const after = await used()
  const microseconds = (place: 0 | 1) =>
    ((after[place] - before[place]) * 1000) / (counted.requestsPerSecond * seconds)

  return [
    {
      name,
      unit: 'ratio',
      value: ratio(onFloor),
      bar: { atLeast: 0.6 },
      parts: {
        requestsPerSecond: median(onFloor.map(([own]) => own.requestsPerSecond)),
        floorRequestsPerSecond: median(onFloor.map(([, other]) => other.requestsPerSecond)),
        toSqlite: ratio(onSqlite),
        twoNodesToOne: median(pairs),
        nodeCpuMicroseconds: microseconds(0),
        postgresCpuMicroseconds: microseconds(1),
      },
    },
  ]
}

const figuresOfInterest = [
  'volume of 12 weeks',
  'summary',
  'records of all exercises',
  'progress of all training',
]

/** Measures pulls and figures, one at a time, against the floor if it has them, and against SQLite. */
export async function measureLatencies(
  client: LoadClient,
  { nodes: [node], floor, sqlite }: Servers,
  token: string,
  options: Options,
): Promise<Figure[]> {
  const shorter = { ...options, roundMs: options.roundMs / 2, warmupMs: options.warmupMs / 2 }
  const run = async (request: BenchRequest, server: ServerProcess) => {
    const order = { request: wireText(request, token), status: 200, connections: 1 }
    const pairs = await alternate(client, [node.port, server.port], order, shorter)
    return {
      own: median(pairs.map(([own]) => own.medianMs)),
      other: median(pairs.map(([, other]) => other.medianMs)),
      ratio: median(pairs.map(([own, other]) => own.medianMs / other.medianMs)),
    }
  }
  const pull: BenchRequest = { method: 'GET', path: '/api/sync/changes?limit=1000' }
  const pulled = await run(pull, floor)
  const figures: Figure[] = [
    {
      name: 'pull of 1,000 changes',
      unit: 'ratio',
      value: 1 / pulled.ratio,
      bar: { atLeast: 0.6 },
      parts: { ms: pulled.own, floorMs: pulled.other, sqliteMs: (await run(pull, sqlite)).other },
    },
  ]
  for (const name of figuresOfInterest) {
    const figure = analytics[name]
    if (!figure) throw new Error(`unknown figure ${name}`)
    await assertSameResponses(figure.request, [node, sqlite], token)
    const { own, other } = await run(figure.request, sqlite)
    figures.push({ name, unit: 'ms', value: own, bar: { atMost: figure.atMost }, parts: { sqliteMs: other } })
  }
  return figures
}

/** Measures saves that change one set of a workout, one at a time, against the floor. */
export async function measurePut(
  { nodes: [node], floor, sqlite }: Servers,
  { token, workoutId }: Dataset,
  { rounds }: Options,
): Promise<Figure> {
  const path = `/api/workouts/${workoutId}`
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '*' }
  const read = await fetch(node.url + path, { headers })
  const { totals, doubts, revision, createdAt, updatedAt, ...input } = Object(await read.json())
  const save = async ({ url }: ServerProcess, notes: string): Promise<number> => {
    const body = JSON.stringify({ ...input, notes })
    const started = performance.now()
    const response = await fetch(url + path, { method: 'PUT', headers, body })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`PUT ${path}: ${response.status}`)
    return performance.now() - started
  }
  const servers = [node, floor, sqlite]
  const times: number[][] = servers.map(() => [])
  for (let turn = 0; turn < 40 * rounds; turn++)
    for (const [place, server] of servers.entries()) times[place]?.push(await save(server, `turn ${turn}`))
  const [own = 0, floorMs = 0, sqliteMs = 0] = times.map((each) => median(each.slice(each.length / 4)))
  return {
    name: 'PUT /api/workouts/{id}',
    unit: 'ratio',
    value: floorMs / own,
    bar: { atLeast: 0.6 },
    parts: { ms: own, floorMs, sqliteMs },
  }
}
