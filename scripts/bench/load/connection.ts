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
  readonly #onResponse: OnResponse
  #sentAt = 0
  /** Received headers that aren't complete yet. */
  #headers: Buffer | undefined
  #status = 0
  /** Bytes of the body not yet received. */
  #remaining = 0

  constructor(request: Uint8Array, onResponse: OnResponse) {
    this.#request = request
    this.#onResponse = onResponse
  }

  request(socket: Socket<Connection>): void {
    this.#sentAt = performance.now()
    const bytesWritten = socket.write(this.#request)
    if (bytesWritten < this.#request.byteLength)
      throw new Error('the request does not fit in the socket buffer')
  }

  read(socket: Socket<Connection>, chunk: Buffer): void {
    if (this.#remaining > 0) this.#remaining -= chunk.byteLength
    else if (!this.#readHeaders(chunk)) return
    if (this.#remaining > 0) return
    if (this.#remaining < 0) throw new Error('received more than one response')
    if (this.#onResponse(this.#status, performance.now() - this.#sentAt)) this.request(socket)
    else socket.end()
  }

  /** Returns whether the headers were complete. */
  #readHeaders(chunk: Buffer): boolean {
    const headers = this.#headers === undefined ? chunk : Buffer.concat([this.#headers, chunk])
    const end = headers.indexOf(headersEnd)
    if (end === -1) {
      this.#headers = headers
      return false
    }
    this.#headers = undefined
    const text = headers.toString('latin1', 0, end)
    const length = contentLength.exec(text)?.[1]
    if (length === undefined) throw new Error('the response has no Content-Length')
    this.#status = Number(text.slice(9, 12))
    this.#remaining = Number(length) - (headers.byteLength - end - headersEnd.byteLength)
    return true
  }
}
