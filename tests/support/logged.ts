import type { ProcessLog } from '#server/log.ts'

/** One line of the log. */
export interface Logged {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal'
  readonly fields: object
  readonly message: string
}

/** A log that a test can read, without request lines. */
export function logTo(lines: Logged[]): ProcessLog {
  const write = (level: Logged['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('fatal'),
    request: () => undefined,
    flush: () => undefined,
  }
}
