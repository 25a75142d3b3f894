/** Message types of the frontend: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const message = {
  bind: 0x42,
  close: 0x43,
  describe: 0x44,
  execute: 0x45,
  parse: 0x50,
  query: 0x51,
  sync: 0x53,
} as const

const statementKind = 0x53
const portalKind = 0x50

/** UTF-8 needs at most three bytes per UTF-16 code unit. */
const maxBytesPerUnit = 3

/**
 * Writes messages of the PostgreSQL protocol one after the other into one buffer. The driver's own writer allocates
 * each message and makes the socket join them, which takes longer than everything else it does for a small statement.
 */
export class MessageWriter {
  #bytes = Buffer.allocUnsafe(16_384)
  #end = 0

  /** The messages written since the last call. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#end))
    this.#end = 0
    return taken
  }

  /** Prepares a statement; without a name, only for the next `bind`. */
  parse(name: string, text: string): void {
    const start = this.#start(message.parse)
    this.#cString(name)
    this.#cString(text)
    this.#int16(0)
    this.#finish(start)
  }

  /** Binds values to a prepared statement. Results are requested as text. */
  bind(name: string, values: readonly unknown[]): void {
    const start = this.#start(message.bind)
    this.#cString('')
    this.#cString(name)
    this.#formats(values)
    this.#int16(values.length)
    for (const value of values) this.#value(value)
    this.#int16(0)
    this.#finish(start)
  }

  /** Asks for the columns of the rows. */
  describe(): void {
    const start = this.#start(message.describe)
    this.#byte(portalKind)
    this.#cString('')
    this.#finish(start)
  }

  /** Runs the statement that was bound last, for all of its rows. */
  execute(): void {
    const start = this.#start(message.execute)
    this.#cString('')
    this.#int32(0)
    this.#finish(start)
  }

  /** Forgets a prepared statement, if there is one. */
  close(name: string): void {
    const start = this.#start(message.close)
    this.#byte(statementKind)
    this.#cString(name)
    this.#finish(start)
  }

  /** Ends a batch: asks for its results, and ends the skipping of messages after an error. */
  sync(): void {
    this.#finish(this.#start(message.sync))
  }

  /** Runs SQL with any number of statements without parameters. */
  query(text: string): void {
    const start = this.#start(message.query)
    this.#cString(text)
    this.#finish(start)
  }

  #start(type: number): number {
    this.#byte(type)
    const start = this.#end
    this.#int32(0)
    return start
  }

  /** Sets the length of a message, which includes itself but not the type. */
  #finish(start: number): void {
    this.#bytes.writeInt32BE(this.#end - start, start)
  }

  /** The formats of the values: binary for bytes, otherwise text, which is also the default. */
  #formats(values: readonly unknown[]): void {
    if (!values.some(isBytes)) {
      this.#int16(0)
      return
    }
    this.#int16(values.length)
    for (const value of values) this.#int16(isBytes(value) ? 1 : 0)
  }

  #value(value: unknown): void {
    if (value === null || value === undefined) {
      this.#int32(-1)
      return
    }
    const start = this.#end
    this.#int32(0)
    if (isBytes(value)) {
      this.#ensure(value.length)
      this.#bytes.set(value, this.#end)
      this.#end += value.length
    } else this.#text(String(value))
    this.#bytes.writeInt32BE(this.#end - start - 4, start)
  }

  #cString(text: string): void {
    this.#text(text)
    this.#byte(0)
  }

  #text(text: string): void {
    this.#ensure(text.length * maxBytesPerUnit)
    this.#end += this.#bytes.write(text, this.#end)
  }

  #byte(value: number): void {
    this.#ensure(1)
    this.#bytes[this.#end++] = value
  }

  #int16(value: number): void {
    this.#ensure(2)
    this.#end = this.#bytes.writeUInt16BE(value, this.#end)
  }

  #int32(value: number): void {
    this.#ensure(4)
    this.#end = this.#bytes.writeInt32BE(value, this.#end)
  }

  #ensure(size: number): void {
    if (this.#end + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#end + size))
    larger.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = larger
  }
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array
