import type { Socket } from 'bun'

const headersEnd = Buffer.from('\r\n\r\n')
const contentLength = /\r\ncontent-length: (\d+)/i

/** Called with the status of each complete response; returns whether to send again. */
export type OnResponse = (status: number, milliseconds: number) => boolean

/**
 * A keep-alive connection that sends, waits for the complete response, and sends again: hand-written
 * HTTP/1.1, because `fetch` takes more time per request than a fast server takes to respond.
 */
export class Connection {
  readonly #request: Uint8Array
  readonly #onAnswer: OnResponse
  #sentAt = 0
  /** Received headers that aren't complete yet. */
  #head: Buffer | undefined
  #status = 0
  /** Bytes of the body not yet received. */
  #left = 0

  constructor(request: Uint8Array, onResponse: OnResponse) {
    this.#request = request
    this.#onAnswer = onResponse
  }

  request(socket: Socket<Connection>): void {
    this.#sentAt = performance.now()
    const written = socket.write(this.#request)
    if (written < this.#request.byteLength) throw new Error('the request does not fit in the socket buffer')
  }

  read(socket: Socket<Connection>, chunk: Buffer): void {
    if (this.#left > 0) this.#left -= chunk.byteLength
    else if (!this.#readHead(chunk)) return
    if (this.#left > 0) return
    if (this.#left < 0) throw new Error('received more than one response')
    if (this.#onAnswer(this.#status, performance.now() - this.#sentAt)) this.request(socket)
    else socket.end()
  }

  /** Returns whether the headers were complete. */
  #readHead(chunk: Buffer): boolean {
    const head = this.#head === undefined ? chunk : Buffer.concat([this.#head, chunk])
    const end = head.indexOf(headersEnd)
    if (end === -1) {
      this.#head = head
      return false
    }
    this.#head = undefined
    const text = head.toString('latin1', 0, end)
    const length = contentLength.exec(text)?.[1]
    if (length === undefined) throw new Error('the response has no Content-Length')
    this.#status = Number(text.slice(9, 12))
    this.#left = Number(length) - (head.byteLength - end - headersEnd.byteLength)
    return true
  }
}
