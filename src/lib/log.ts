/** Writes one line: fields first, then the message. An error goes under `err`. */
type Write = (fields: object, message: string) => void

/** The log as most code sees it; a small part of pino, so that a test can substitute its own. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
  readonly fatal: Write
}
