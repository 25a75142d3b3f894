import type { BackendMessage } from 'pg-protocol/dist/messages.js'
import { Parser } from 'pg-protocol/dist/parser.js'

/** A row in the protocol's format, to be read by code that knows its columns. */
export interface RawRow {
  readonly bytes: Buffer
  /** The start of the number of values. */
  readonly start: number
}

/** A code and a length: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const headerBytes = 5
const dataRow = 'D'.charCodeAt(0)

/**
 * Reads the server's messages as the driver does, except that values of rows aren't converted to strings: most are
 * numbers or bytes.
 */
export class MessageReader {
  readonly #onRow: (row: RawRow) => void
  readonly #onMessage: (message: BackendMessage) => void
  readonly #parser = new Parser()
  /** The start of a message whose end hasn't arrived. */
  #chunks: Buffer[] = []
  #length = 0
  /** The number of bytes up to the end of that message, or up to the end of its header. */
  #needed = 0

  constructor(onRow: (row: RawRow) => void, onMessage: (message: BackendMessage) => void) {
    this.#onRow = onRow
    this.#onMessage = onMessage
  }

  read(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    if (this.#length < this.#needed) return
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#length)
    let start = 0
    let needed = headerBytes
    while (start + headerBytes <= bytes.length) {
      needed = 1 + bytes.readUInt32BE(start + 1)
      const end = start + needed
      if (end > bytes.length) break
      if (bytes[start] === dataRow) this.#onRow({ bytes, start: start + headerBytes })
      else this.#parser.parse(bytes.subarray(start, end), this.#onMessage)
      start = end
      needed = headerBytes
    }
    const rest = bytes.subarray(start)
    this.#chunks = rest.length > 0 ? [rest] : []
    this.#length = rest.length
    this.#needed = needed
  }
}
