import { describe, expect, test } from 'bun:test'
import type { CompletedRequest } from '#http/binder-deps.ts'
import { createMetrics } from '#server/metrics.ts'

const completed: CompletedRequest = {
  requestId: 'r',
  operationId: 'getWorkout',
  method: 'GET',
  route: '/api/workouts/{id}',
  status: 200,
  durationMs: 3,
  userId: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02',
}

const createTestMetrics = () =>
  createMetrics({ databaseBytes: () => 4096, openStreams: () => 3, version: '1.2.3' })

/** The value of a series, by its name and labels in Prometheus format. */
async function seriesValue(
  metrics: ReturnType<typeof createTestMetrics>,
  series: string,
): Promise<number | undefined> {
  const line = (await metrics.text()).split('\n').find((text) => text.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('a request', () => {
  test('is counted by operation, method and status', async () => {
    const metrics = createTestMetrics()
    metrics.observe(completed)
    metrics.observe(completed)
    metrics.observe({ ...completed, status: 404 })
    expect(
      await seriesValue(metrics, 'http_requests_total{operation="getWorkout",method="GET",status="200"}'),
    ).toBe(2)
    expect(
      await seriesValue(metrics, 'http_requests_total{operation="getWorkout",method="GET",status="404"}'),
    ).toBe(1)
  })

  test('is timed in seconds', async () => {
    const metrics = createTestMetrics()
    metrics.observe(completed)
    const series = 'http_request_duration_seconds'
    expect(await seriesValue(metrics, `${series}_bucket{le="0.0025",operation="getWorkout"}`)).toBe(0)
    expect(await seriesValue(metrics, `${series}_bucket{le="0.005",operation="getWorkout"}`)).toBe(1)
    expect(await seriesValue(metrics, `${series}_sum{operation="getWorkout"}`)).toBe(0.003)
  })

  test('with an unknown path and method is counted in a single series', async () => {
    const metrics = createTestMetrics()
    for (let i = 0; i < 50; i++) {
      metrics.observe({
        ...completed,
        operationId: undefined,
        route: undefined,
        method: `X${i}`,
        status: 404,
      })
    }
    expect(
      await seriesValue(metrics, 'http_requests_total{operation="none",method="other",status="404"}'),
    ).toBe(50)
  })

  test('does not reveal its user', async () => {
    const metrics = createTestMetrics()
    metrics.observe(completed)
    expect(await metrics.text()).not.toContain('0193a5c2')
  })
})

describe('the process', () => {
  test('reports its memory, CPU time, database size and versions', async () => {
    const metrics = createTestMetrics()
    expect(await seriesValue(metrics, 'replog_database_bytes')).toBe(4096)
    expect(await seriesValue(metrics, `replog_build_info{version="1.2.3",bun="${Bun.version}"}`)).toBe(1)
    expect(await seriesValue(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
    expect(await seriesValue(metrics, 'process_cpu_seconds_total')).toBeGreaterThan(0)
    expect(await seriesValue(metrics, 'nodejs_eventloop_lag_p99_seconds')).toBeNumber()
  })

  test('does not report metrics that only Node has', async () => {
    expect(await createTestMetrics().text()).not.toMatch(/^nodejs_(heap_space|active|gc|version)/m)
  })
})

test('the text is in Prometheus format, and each series has a type', async () => {
  const metrics = createTestMetrics()
  metrics.observe(completed)
  expect(metrics.contentType).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = (await metrics.text()).split('\n').filter((line) => line !== '')
  const namesWithType = new Set(
    lines.flatMap((line) => /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line)?.[1] ?? []),
  )
  for (const line of lines.filter((text) => !text.startsWith('#'))) {
    expect(line).toMatch(/^[a-z_0-9]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? \S+$/)
    const name = line.replace(/[{ ].*/, '')
    expect(namesWithType.has(name) || namesWithType.has(name.replace(/_(bucket|sum|count)$/, ''))).toBeTrue()
  }
})
