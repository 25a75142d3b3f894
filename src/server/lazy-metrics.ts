import type { CompletedRequest } from '#http/binder-deps.ts'
import { lazy } from '#lib/lazy.ts'
import type { Metrics } from './metrics.ts'

/** The part of the metrics that the app uses. */
type UsedMetrics = Pick<Metrics, 'observe' | 'text'>

/**
 * The delay after which the metrics are loaded even if nobody requested them, in milliseconds, so that the first
 * requests go first.
 */
const loadAfterMs = 1000

/**
 * Metrics that are loaded on first use, or a second after startup: the library takes 35 ms to load, more
 * than a tenth of the startup budget. Requests observed before that are buffered and counted once the
 * metrics are loaded.
 */
export function lazyMetrics(load: () => Promise<UsedMetrics>): UsedMetrics {
  const buffered: CompletedRequest[] = []
  let loaded: UsedMetrics | undefined
  const loadMetrics = lazy(async () => {
    const metrics = await load()
    for (const request of buffered.splice(0)) metrics.observe(request)
    loaded = metrics
    return metrics
  })
  setTimeout(loadMetrics, loadAfterMs).unref()
  return {
    observe(request) {
      if (loaded) loaded.observe(request)
      else buffered.push(request)
    },
    text: async () => (await loadMetrics()).text(),
  }
}
