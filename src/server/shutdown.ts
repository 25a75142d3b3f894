import type { ProcessLog } from './log.ts'

/**
 * Supervisors kill the process after ten seconds; exiting just before that avoids a half-written log
 * line.
 */
const timeoutMs = 9_500

/** As in shells: 128 plus the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Exits on the first SIGTERM or SIGINT: runs `shutDown`, flushes the log, and exits with 0, or with 1 if `shutDown`
 * fails or takes longer than 9.5 s. A second signal exits immediately.
 */
export function exitOnSignals(log: ProcessLog, shutDown: () => Promise<void>): void {
  let isShuttingDown = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isShuttingDown) exit(log, exitCodes[signal])
      isShuttingDown = true
      log.info({ signal }, 'stopping')
      setTimeout(() => {
        log.error({ timeoutMs }, 'timed out while stopping')
        exit(log, 1)
      }, timeoutMs)
      shutDown().then(
        () => {
          log.info({}, 'stopped')
          exit(log, 0)
        },
        (error) => {
          log.error({ err: error }, 'stopped with an error')
          exit(log, 1)
        },
      )
    })
  }
}

/**
 * Exits with 1 on an uncaught error, because the state in memory can no longer be trusted. Nothing is lost:
 * everything acknowledged is on disk.
 */
export function exitOnUncaught(log: ProcessLog): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    exit(log, 1)
  })
  process.on('unhandledRejection', (reason) => {
    log.fatal({ err: reason }, 'unhandled rejection')
    exit(log, 1)
  })
}

/** Flushes the log, then exits. */
export function exit(log: ProcessLog, code: number): never {
  log.flush()
  process.exit(code)
}
