import { writeSync } from 'node:fs'
import pino from 'pino'
import type { LogLevel } from './config/values.ts'
import type { Answered } from './http/deps.ts'

/** Writes one line: fields first, then what happened. An error goes under `err`. */
type Write = (fields: object, message: string) => void

/** The log as most of the program knows it; a small part of pino, so that a test can stand in its own. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
  readonly fatal: Write
}

/** The log of a process. */
export interface ProcessLog extends Log {
  /**
   * Writes the line of one answered request: no query, no body, no header, no token, and the route as the
   * contract writes it. An answer from 500 on is an error, so that it shows at any level but silent.
   */
  answered(request: Answered): void
  /** Writes all that waits; for the end of the process. */
  flush(): void
}

/** Where lines go; `flush` where they may wait. */
export interface LogDestination {
  write(line: string): void
  flush?(): void
}

/** Names under which a secret could come into the log by mistake. */
const secretNames = new Set([
  'authorization',
  'cookie',
  'password',
  'currentPassword',
  'newPassword',
  'accessToken',
  'refreshToken',
  'token',
  'secret',
  'jwtSecret',
])

/**
 * A log of JSON lines with `level`, `time` (RFC 3339, UTC) and `msg`, on `destination` or else standard
 * output.
 */
export function createLog(level: LogLevel, destination = standardOutput()): ProcessLog {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (fields) => withoutSecrets(fields) },
  }
  const logger = pino(options, destination)
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    fatal: (fields, message) => logger.fatal(fields, message),
    answered({ requestId, method, route, status, durationMs, userId }) {
      const level = status >= 500 ? 'error' : 'info'
      if (!logger.isLevelEnabled(level)) return
      const time = new Date().toISOString()
      const rounded = Math.round(durationMs * 1000) / 1000
      const fields = {
        level,
        time,
        requestId,
        method,
        route,
        status,
        durationMs: rounded,
        userId,
        msg: 'request',
      }
      // As pino would write it, which takes four times as long for the most frequent of all lines (2.1 µs
      // against 0.5).
      destination.write(`${JSON.stringify(fields)}\n`)
    },
    flush: () => destination.flush?.(),
  }
}

/**
 * At any depth. Pino's own redaction takes 20 µs a line for as many names, and knows no depth but those it
 * is told.
 */
function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (secretNames.has(name)) kept[name] = '[redacted]'
    else kept[name] = isPlainObject(value) ? withoutSecrets(value) : value
  }
  return kept
}

/** Not an error, a list or a date, which are written in ways of their own. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** How long lines are gathered, in milliseconds: a write for every request takes a twentieth of its time. */
const gatheringMs = 10

/**
 * Gathers the lines of a moment and writes them at once. The write blocks: one in another thread would be lost
 * when the process exits meanwhile.
 */
function standardOutput(): LogDestination {
  let waiting = ''
  const flush = () => {
    const text = waiting
    waiting = ''
    writeAll(Buffer.from(text))
  }
  process.on('exit', flush)
  return {
    write(line) {
      if (waiting === '') setTimeout(flush, gatheringMs)
      waiting += line
    },
    flush,
  }
}

/** Waits for a slow reader, and does without one that has gone. */
function writeAll(bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== 'EAGAIN') return
      Bun.sleepSync(1)
    }
  }
}
