import type { CompletedRequest } from '#http/binder-deps.ts'
import { lazy } from '#lib/lazy.ts'
import type { Metrics } from './metrics.ts'

/** What the app uses of the metrics. */
type UsedMetrics = Pick<Metrics, 'observe' | 'text'>

/**
 * How long after startup, in milliseconds, the metrics are loaded unasked: once the first requests have been
 * answered.
 */
const loadAfterMs = 1000

/**
 * Metrics that are loaded when they are first asked for, or a second after startup: the library takes 35 ms
 * to load, more than a tenth of what startup may take. What is observed before that is kept, and counted once
 * they are loaded.
 */
export function lazyMetrics(load: () => Promise<UsedMetrics>): UsedMetrics {
  const waiting: CompletedRequest[] = []
  let loaded: UsedMetrics | undefined
  const ready = lazy(async () => {
    const metrics = await load()
    for (const request of waiting.splice(0)) metrics.observe(request)
    loaded = metrics
    return metrics
  })
  setTimeout(ready, loadAfterMs).unref()
  return {
    observe(request) {
      if (loaded) loaded.observe(request)
      else waiting.push(request)
    },
    text: async () => (await ready()).text(),
  }
}
