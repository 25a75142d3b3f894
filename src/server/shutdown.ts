import type { ProcessLog } from './log.ts'

/**
 * Supervisors kill after ten seconds: whatever isn't done by then is given up in an orderly way, not halfway
 * through a line.
 */
const giveUpAfterMs = 9_500

/** As shells do: 128 plus the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process on the first SIGTERM or SIGINT: runs `end`, flushes the log, and exits with 0, or with 1
 * if `end` fails or takes longer than 9.5 s. A second signal exits at once.
 */
export function endOnSignals(log: ProcessLog, end: () => Promise<void>): void {
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) exit(log, exitCodes[signal])
      ending = true
      log.info({ signal }, 'stopping')
      setTimeout(() => {
        log.error({ afterMs: giveUpAfterMs }, 'gave up stopping')
        exit(log, 1)
      }, giveUpAfterMs)
      end().then(
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
 * Exits with 1 on an uncaught error: the state in memory can't be trusted any more, and everything
 * acknowledged is on disk.
 */
export function endOnUncaught(log: ProcessLog): void {
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
