import type { Log } from '#lib/log.ts'

const hourMs = 60 * 60 * 1000

/** Work that is done on a schedule rather than for a request. */
export interface Housekeeping {
  /** Starts no further runs and waits for the current one, after which the database may be closed. */
  stop(): Promise<void>
}

/** Removes expired data and resolves to the number of removed rows by kind; stops early when aborted. */
export type CleanUp = (signal: AbortSignal) => Promise<object>

/** Cleans up now and every hour. A failure is logged and retried the next time. */
export function startHousekeeping(
  cleanUp: CleanUp,
  log: Pick<Log, 'info' | 'error'>,
  intervalMs = hourMs,
): Housekeeping {
  const stopping = new AbortController()
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(() => cleanUp(stopping.signal))
      .then(
        (removed) => {
          if (hasAny(removed)) log.info({ ...removed }, 'removed expired data')
        },
        (error) => log.error({ err: error }, 'failed to remove expired data'),
      )
  }
  run()
  const timer = setInterval(run, intervalMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}

function hasAny(removed: object): boolean {
  return Object.values(removed).some((count) => count > 0)
}
