import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CompletedRequest } from '#http/binder-deps.ts'

/** The process's metrics in Prometheus format. */
export interface Metrics {
  /** Counts one completed request. */
  observe(request: CompletedRequest): void
  /** The text of `GET /metrics`. */
  text(): Promise<string>
  /** The media type of {@link Metrics.text}. */
  readonly contentType: string
}

/** The sources of metrics, read only on request. */
export interface MetricsSources {
  /** Size of the database on disk with its write-ahead log, in bytes. */
  readonly databaseBytes: () => number | Promise<number>
  /** The number of open event streams. */
  readonly openStreams: () => number
  /** Replog's version, as in package.json. */
  readonly version: string
}

/** In seconds, from a lookup by key to what people perceive as slow. */
const durationBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * The number of requests counted together: prom-client finds counters by hashing their labels, which takes
 * a fifteenth of a small request's time if its code and data aren't in the CPU cache.
 */
const batchSize = 256

/**
 * The label for requests that match no operation, so that arbitrary paths can't create an unbounded
 * number of labels.
 */
const noOperation = 'none'

/** Default metrics of prom-client that are always zero on Bun or describe Node's engine. */
const meaninglessOnBun = [
  'nodejs_active_resources',
  'nodejs_active_resources_total',
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
  'nodejs_gc_duration_seconds',
  'nodejs_heap_space_size_total_bytes',
  'nodejs_heap_space_size_used_bytes',
  'nodejs_heap_space_size_available_bytes',
  'nodejs_version_info',
  'process_heap_bytes',
]

/**
 * The metrics of the process itself. Created once, because that walks the whole heap and starts a timer that never
 * stops.
 */
let processRegistry: Registry | undefined

function createProcessRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of meaninglessOnBun) registry.removeSingleMetric(name)
  return registry
}

/**
 * Creates metrics with their own registry, so that two apps in one process (as in tests) don't share the metrics of
 * their requests.
 */
export function createMetrics(sources: MetricsSources): Metrics {
  processRegistry ??= createProcessRegistry()
  const ofProcess = processRegistry
  const registry = new Registry()

  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Completed requests, by operation of the contract, method and status.',
    labelNames: ['operation', 'method', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from reading a request to its response, by operation of the contract.',
    labelNames: ['operation'],
    buckets: durationBuckets,
    registers: [registry],
  })
  new Gauge({
    name: 'replog_database_bytes',
    help: 'Size of the database on disk, with its write-ahead log.',
    registers: [registry],
    async collect() {
      this.set(await sources.databaseBytes())
    },
  })
  new Gauge({
    name: 'replog_event_streams',
    help: 'Open streams of GET /api/sync/events.',
    registers: [registry],
    collect() {
      this.set(sources.openStreams())
    },
  })
  new Gauge({
    name: 'replog_build_info',
    help: 'Versions of Replog and of its runtime; always 1.',
    labelNames: ['version', 'bun'],
    registers: [registry],
  }).set({ version: sources.version, bun: Bun.version }, 1)

  let uncounted: CompletedRequest[] = []
  const count = () => {
    const counts = new Map<string, { readonly request: CompletedRequest; times: number }>()
    for (const request of uncounted) {
      const { operationId = noOperation, method, status, durationMs } = request
      const key = `${operationId} ${method} ${status}`
      const entry = counts.get(key)
      if (entry) entry.times++
      else counts.set(key, { request, times: 1 })
      durations.observe({ operation: operationId }, durationMs / 1000)
    }
    for (const { request, times } of counts.values()) {
      const { operationId = noOperation, method, status } = request
      requests.inc({ operation: operationId, method: knownMethod(method), status }, times)
    }
    uncounted = []
  }

  return {
    observe(request) {
      uncounted.push(request)
      if (uncounted.length >= batchSize) count()
    },
    async text() {
      count()
      return `${await ofProcess.metrics()}\n${await registry.metrics()}`
    },
    contentType: registry.contentType,
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Unknown methods share one label, as unknown paths do. */
function knownMethod(method: string): string {
  const upper = method.toUpperCase()
  return methods.has(upper) ? upper : 'other'
}
