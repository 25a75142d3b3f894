/**
 * Loads something on first use instead of at startup. Concurrent callers share one load; after a failure, the
 * next call tries again.
 *
 *     const metrics = lazy(async () => (await import('#server/metrics.ts')).createMetrics(sources))
 *     (await metrics()).text()
 */
export function lazy<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}
