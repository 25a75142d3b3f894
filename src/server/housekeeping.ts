import { type Collected, collectExpired } from '#db/maintenance/collect-expired.ts'
import type { Db } from '#db/schema/index.ts'
import type { Log } from '#lib/log.ts'

const hourMs = 60 * 60 * 1000

/** Work that is done on a schedule rather than for a request. */
export interface Housekeeping {
  /** Starts nothing more, and resolves when the current run has ended: then the database may be closed. */
  stop(): Promise<void>
}

/** Drops what has expired, now and every hour. A failure is logged and retried the next time. */
export function keepHouse(db: Db, log: Pick<Log, 'info' | 'error'>, everyMs = hourMs): Housekeeping {
  const stopping = new AbortController()
  const { signal } = stopping
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(() => collectExpired(db, Date.now(), { signal }))
      .then(
        (collected) => {
          if (isAnything(collected)) log.info({ ...collected }, 'dropped what has expired')
        },
        (error) => log.error({ err: error }, 'could not drop what has expired'),
      )
  }
  run()
  const timer = setInterval(run, everyMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}

function isAnything(collected: Collected): boolean {
  return Object.values(collected).some((count) => count > 0)
}
