import { expect, test } from 'bun:test'
import { lazyMetrics } from '#server/lazy-metrics.ts'
import { createMetrics } from '#server/metrics.ts'

const request = {
  operationId: 'getWorkout',
  method: 'GET',
  route: '/api/workouts/{id}',
  status: 200,
  durationMs: 1,
  requestId: 'r',
  userId: undefined,
} as const

test('requests are counted before the metrics are loaded, and the metrics are loaded once', async () => {
  let loads = 0
  const metrics = lazyMetrics(async () => {
    loads++
    return createMetrics({ version: 'test', databaseBytes: () => 0, openStreams: () => 0 })
  })
  metrics.observe(request)
  metrics.observe(request)
  expect(loads).toBe(0)
  const count = 'http_requests_total{operation="getWorkout",method="GET",status="200"}'
  expect(await metrics.text()).toContain(`${count} 2`)
  metrics.observe(request)
  expect(await metrics.text()).toContain(`${count} 3`)
  expect(loads).toBe(1)
})
