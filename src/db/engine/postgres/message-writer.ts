/** The codes of messages and the formats: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const codeOf = (letter: string) => letter.charCodeAt(0)
const codes = {
  bind: codeOf('B'),
  close: codeOf('C'),
  describe: codeOf('D'),
  execute: codeOf('E'),
  parse: codeOf('P'),
  query: codeOf('Q'),
  sync: codeOf('S'),
}
const statementKind = codeOf('S')
const portalKind = codeOf('P')
const binary = 1

/** More than most batches need. */
const initialBytes = 32 * 1024
/** UTF-8 takes at most this many bytes per unit of a string. */
const maxBytesPerUnit = 3

/** Writes the messages of a batch into one buffer, instead of one per message and parameter. */
export class MessageWriter {
  #bytes = Buffer.allocUnsafe(initialBytes)
  #end = 0
  /** The start of the current message's length. */
  #lengthAt = 0

  /** SQL with any number of statements without parameters. */
  query(text: string): void {
    this.#begin(codes.query)
    this.#addText(text)
    this.#finish()
  }

  parse(name: string, text: string): void {
    this.#begin(codes.parse)
    this.#addText(name)
    this.#addText(text)
    // The server infers the types of the parameters.
    this.#addInt16(0)
    this.#finish()
  }

  /** Binds parameters: bytes in binary format, everything else as text. `isBinary` is the format of the rows. */
  bind(name: string, values: readonly unknown[], isBinary: boolean): void {
    this.#begin(codes.bind)
    // The unnamed portal.
    this.#addText('')
    this.#addText(name)
    this.#addInt16(values.length)
    for (const value of values) this.#addInt16(value instanceof Uint8Array ? binary : 0)
    this.#addInt16(values.length)
    for (const value of values) this.#addValue(value)
    this.#addInt16(1)
    this.#addInt16(isBinary ? binary : 0)
    this.#finish()
  }

  describePortal(): void {
    this.#begin(codes.describe)
    this.#addByte(portalKind)
    this.#addText('')
    this.#finish()
  }

  execute(): void {
    this.#begin(codes.execute)
    this.#addText('')
    // All rows.
    this.#addInt32(0)
    this.#finish()
  }

  closeStatement(name: string): void {
    this.#begin(codes.close)
    this.#addByte(statementKind)
    this.#addText(name)
    this.#finish()
  }

  sync(): void {
    this.#begin(codes.sync)
    this.#finish()
  }

  /** Returns the messages so far, and starts over. */
  take(): Buffer {
    const messages = Buffer.from(this.#bytes.subarray(0, this.#end))
    this.#end = 0
    if (this.#bytes.length > initialBytes) this.#bytes = Buffer.allocUnsafe(initialBytes)
    return messages
  }

  #begin(code: number): void {
    this.#addByte(code)
    this.#lengthAt = this.#end
    this.#addInt32(0)
  }

  #finish(): void {
    this.#bytes.writeInt32BE(this.#end - this.#lengthAt, this.#lengthAt)
  }

  #addByte(byte: number): void {
    this.#reserve(1)
    this.#bytes[this.#end++] = byte
  }

  #addInt16(value: number): void {
    this.#reserve(2)
    this.#bytes[this.#end++] = value >> 8
    this.#bytes[this.#end++] = value
  }

  #addInt32(value: number): void {
    this.#reserve(4)
    this.#end = this.#bytes.writeInt32BE(value, this.#end)
  }

  /** Adds zero-terminated text. */
  #addText(text: string): void {
    if (text !== '') {
      this.#reserve(maxBytesPerUnit * text.length)
      this.#end += this.#bytes.write(text, this.#end)
    }
    this.#addByte(0)
  }

  #addValue(value: unknown): void {
    if (value === null || value === undefined) {
      this.#addInt32(-1)
    } else if (value instanceof Uint8Array) {
      this.#addInt32(value.length)
      this.#reserve(value.length)
      this.#bytes.set(value, this.#end)
      this.#end += value.length
    } else {
      const text = String(value)
      this.#reserve(4 + maxBytesPerUnit * text.length)
      const length = this.#bytes.write(text, this.#end + 4)
      this.#bytes.writeInt32BE(length, this.#end)
      this.#end += 4 + length
    }
  }

  #reserve(bytes: number): void {
    const needed = this.#end + bytes
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
