import type { CompletedRequest } from '#http/binder-deps.ts'
import { createMetrics, type Metrics } from '#server/metrics.ts'

/**
 * Metrics that are created only when they are first read, because creating them walks the whole heap, which takes
 * longer than most tests.
 */
export function metricsOnDemand(openStreams: () => number): Pick<Metrics, 'observe' | 'text'> {
  let metrics: Metrics | undefined
  const observed: CompletedRequest[] = []
  return {
    observe: (request) => observed.push(request),
    text() {
      metrics ??= createMetrics({ version: 'test', databaseBytes: () => 0, openStreams })
      for (const request of observed.splice(0)) metrics.observe(request)
      return metrics.text()
    },
  }
}
