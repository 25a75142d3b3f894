import type { Dataset } from '../dataset/prepare.ts'
import type { Figure } from '../figure.ts'
import type { LoadClient } from '../load/driver.ts'
import { type BenchRequest, wireText } from '../load/http-request.ts'
import type { Options } from '../options.ts'
import { analyticsRequests, comparisonsOf } from '../requests.ts'
import { loadAlternately } from '../rounds.ts'
import { assertSameResponses } from '../same-responses.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { serverCpuMilliseconds } from './cpu.ts'

/** The servers to compare. */
export interface Servers {
  /** Two nodes on PostgreSQL. */
  readonly nodes: readonly [ServerProcess, ServerProcess]
  /** The hand-written server on PostgreSQL that neither authenticates nor validates. */
  readonly floor: ServerProcess
  /** The hand-written server on PostgreSQL that does all the work. */
  readonly completeFloor: ServerProcess
  /** Replog on SQLite, with the same data. */
  readonly sqlite: ServerProcess
  /** The process id of the PostgreSQL server. */
  readonly postmaster: number
}

/** A request to measure with many connections. */
interface RatedRequest {
  readonly name: string
  readonly status: number
  readonly request: BenchRequest
  /** The access tokens of the users who send it. */
  readonly tokens: readonly string[]
}

/** The number of concurrent requests. */
export const connections = 16

/** The requests whose rates are measured: reads by one user, and new workouts by one user per connection. */
export function ratedRequests({ token, workoutId }: Dataset, tokens: readonly string[]): RatedRequest[] {
  const post = comparisonsOf(workoutId).find(({ request }) => request.method === 'POST')?.request
  if (!post) throw new Error('no comparison is a POST')
  const get = (name: string, path: string): RatedRequest => ({
    name,
    status: 200,
    request: { method: 'GET', path },
    tokens: [token],
  })
  return [
    get('GET /api/workouts/{id}', `/api/workouts/${workoutId}`),
    get('GET /api/workouts?limit=20', '/api/workouts?limit=20'),
    { name: 'POST /api/workouts', status: 201, request: post, tokens },
  ]
}

/**
 * Compares one node with the floors, with SQLite and with two nodes, and measures the CPU time per
 * request.
 */
export async function measureRate(
  clients: readonly [LoadClient, LoadClient],
  { nodes, floor, completeFloor, sqlite, postmaster }: Servers,
  { name, status, request, tokens }: RatedRequest,
  options: Options,
): Promise<Figure[]> {
  const [client, secondClient] = clients
  await assertSameResponses(request, [nodes[0], completeFloor], tokens[0] ?? '')
  const task = { request: tokens.map((token) => wireText(request, token)), status, connections }
  const against = (server: ServerProcess) =>
    loadAlternately(client, [nodes[0].port, server.port], task, options)
  const ratio = (pairs: Awaited<ReturnType<typeof against>>) =>
    median(pairs.map(([own, other]) => own.requestsPerSecond / other.requestsPerSecond))
  const completeFloorPairs = await against(completeFloor)
  const floorPairs = await against(floor)
  const sqlitePairs = await against(sqlite)

  // Each of two nodes gets half of the connections, and its own client and users, if there are several.
  const half = { ...task, connections: connections / 2, milliseconds: options.roundMs }
  const halfOf = (node: 0 | 1) =>
    task.request.length === 1
      ? half
      : { ...half, request: task.request.filter((_, index) => index % 2 === node) }
  const nodeRatios: number[] = []
  for (let round = 0; round < options.rounds; round++) {
    const oneNode = await client.run({ ...task, port: nodes[0].port, milliseconds: options.roundMs })
    const bothNodes = await Promise.all([
      client.run({ ...halfOf(0), port: nodes[0].port }),
      secondClient.run({ ...halfOf(1), port: nodes[1].port }),
    ])
    nodeRatios.push(
      bothNodes.reduce((sum, { requestsPerSecond }) => sum + requestsPerSecond, 0) /
        oneNode.requestsPerSecond,
    )
  }

  const cpuTimes = async () => [await nodes[0].cpu(), serverCpuMilliseconds(postmaster)] as const
  const before = await cpuTimes()
  const started = performance.now()
  const loaded = await client.run({ ...task, port: nodes[0].port, milliseconds: 3 * options.roundMs })
  const seconds = (performance.now() - started) / 1000
  const after = await cpuTimes()
  const microseconds = (index: 0 | 1) =>
    ((after[index] - before[index]) * 1000) / (loaded.requestsPerSecond * seconds)

  return [
    {
      name,
      unit: 'ratio',
      value: ratio(completeFloorPairs),
      target: { atLeast: 0.6 },
      parts: {
        requestsPerSecond: median(completeFloorPairs.map(([own]) => own.requestsPerSecond)),
        floorRequestsPerSecond: median(completeFloorPairs.map(([, other]) => other.requestsPerSecond)),
        toSqlite: ratio(sqlitePairs),
        twoNodesToOne: median(nodeRatios),
        nodeCpuMicroseconds: microseconds(0),
        postgresCpuMicroseconds: microseconds(1),
      },
    },
    toBareFloor(name, ratio(floorPairs)),
  ]
}

/** A comparison with the floor that does only part of the work. */
function toBareFloor(name: string, value: number): Figure {
  return { name: `${name}, to the bare floor`, unit: 'ratio', value, parts: {} }
}

const figuresOfInterest = [
  'volume of 12 weeks',
  'summary',
  'records of all exercises',
  'progress of all training',
]

/** Measures pulls and figures, one at a time, against the floors if they have them, and against SQLite. */
export async function measureLatencies(
  client: LoadClient,
  { nodes: [node], floor, completeFloor, sqlite }: Servers,
  token: string,
  options: Options,
): Promise<Figure[]> {
  const shorter = { ...options, roundMs: options.roundMs / 2, warmupMs: options.warmupMs / 2 }
  const run = async (request: BenchRequest, server: ServerProcess) => {
    const task = { request: wireText(request, token), status: 200, connections: 1 }
    const pairs = await loadAlternately(client, [node.port, server.port], task, shorter)
    return {
      own: median(pairs.map(([own]) => own.medianMs)),
      other: median(pairs.map(([, other]) => other.medianMs)),
      ratio: median(pairs.map(([own, other]) => own.medianMs / other.medianMs)),
    }
  }
  const pull: BenchRequest = { method: 'GET', path: '/api/sync/changes?limit=1000' }
  const pulled = await run(pull, completeFloor)
  const figures: Figure[] = [
    {
      name: 'pull of 1,000 changes',
      unit: 'ratio',
      value: 1 / pulled.ratio,
      target: { atLeast: 0.6 },
      parts: { ms: pulled.own, floorMs: pulled.other, sqliteMs: (await run(pull, sqlite)).other },
    },
    toBareFloor('pull of 1,000 changes', 1 / (await run(pull, floor)).ratio),
  ]
  for (const name of figuresOfInterest) {
    const figure = analyticsRequests[name]
    if (!figure) throw new Error(`unknown figure ${name}`)
    await assertSameResponses(figure.request, [node, sqlite], token)
    const { own, other } = await run(figure.request, sqlite)
    figures.push({
      name,
      unit: 'ms',
      value: own,
      target: { atMost: figure.atMost },
      parts: { sqliteMs: other },
    })
  }
  return figures
}

/** Measures saves that change the notes of a workout, one at a time, against the floors and SQLite. */
export async function measurePut(
  { nodes: [node], floor, completeFloor, sqlite }: Servers,
  { token, workoutId }: Dataset,
  { rounds }: Options,
): Promise<Figure[]> {
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
  const servers = [node, completeFloor, floor, sqlite]
  const times: number[][] = servers.map(() => [])
  for (let turn = 0; turn < 40 * rounds; turn++)
    for (const [index, server] of servers.entries()) times[index]?.push(await save(server, `turn ${turn}`))
  const [own = 0, floorMs = 0, bareMs = 0, sqliteMs = 0] = times.map((serverTimes) =>
    median(serverTimes.slice(serverTimes.length / 4)),
  )
  const name = 'PUT /api/workouts/{id}'
  return [
    {
      name,
      unit: 'ratio',
      value: floorMs / own,
      target: { atLeast: 0.6 },
      parts: { ms: own, floorMs, sqliteMs },
    },
    toBareFloor(name, bareMs / own),
  ]
}
