import type { ProcessLog } from '#server/log.ts'

/** One line of the log. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal'
  readonly fields: object
  readonly message: string
}

/** A log that appends its lines to a list, except those about requests. */
export function logInto(lines: LogLine[]): ProcessLog {
  const write = (level: LogLine['level']) => (fields: object, message: string) => {
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
