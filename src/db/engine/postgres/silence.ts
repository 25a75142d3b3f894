import type { PoolClient } from 'pg'

/** The batches that wait for their results on a connection, and for how long the server has been silent. */
interface Watch {
  readonly timeoutMs: number
  waiting: number
  /** When the first of them was sent, or the last results arrived. */
  since: number
  timer: ReturnType<typeof setTimeout> | undefined
}

const watches = new WeakMap<PoolClient, Watch>()

/** Makes a connection end if batches wait for results and none gets them for this long. */
export function limitSilence(client: PoolClient, timeoutMs: number): void {
  watches.set(client, { timeoutMs, waiting: 0, since: 0, timer: undefined })
}

/**
 * Notes that a batch was sent. Its own time isn't limited, because it may wait for thousands of other batches; and it
 * doesn't start its own timer, because that would cost more than many statements do.
 */
export function startWaiting(client: PoolClient): void {
  const watch = watches.get(client)
  if (!watch) return
  if (watch.waiting === 0) watch.since = performance.now()
  watch.waiting++
  if (!watch.timer) start(client, watch, watch.timeoutMs)
}

/** Notes that a batch has its results. */
export function stopWaiting(client: PoolClient): void {
  const watch = watches.get(client)
  if (!watch) return
  watch.waiting--
  watch.since = performance.now()
}

function start(client: PoolClient, watch: Watch, inMs: number): void {
  watch.timer = setTimeout(() => {
    watch.timer = undefined
    if (watch.waiting === 0) return
    const remainingMs = watch.since + watch.timeoutMs - performance.now()
    if (remainingMs > 0) start(client, watch, remainingMs)
    else client.connection.stream.destroy(new Error('Query read timeout'))
  }, inMs)
  watch.timer.unref()
}
