import type { ProcessLog } from './log.ts'

/** Supervisors kill after ten seconds: what isn't done by then is given up in order, not in the middle of a line. */
const giveUpAfterMs = 9_500

/** As shells count: 128 and the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process on the first SIGTERM or SIGINT: runs `end`, writes the log out, and exits with 0, or with 1 when `end` fails
 * or takes longer than 9.5 s. A second signal exits at once.
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
 * Ends the process with 1 on an error that nobody caught: what is in memory can't be relied on any more, and what was
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

/** Writes the log out, then exits. */
export function exit(log: ProcessLog, code: number): never {
  log.flush()
  process.exit(code)
}
