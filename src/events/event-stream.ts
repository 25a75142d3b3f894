const encoder = new TextEncoder()
const comment = encoder.encode(':\n\n')

/**
 * One open stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) that
 * announces the number of the last change. A newer number replaces one that a slow reader hasn't read yet, so
 * that at most one event is pending.
 */
export class EventStream {
  readonly sessionId: string
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly #onEnd: () => void
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  /** Whether the reader has read everything so far. */
  #isReady = false
  #lastSeq: number | undefined
  #pending: Uint8Array<ArrayBuffer> | undefined

  /**
   * @param lastSeq the last change number that the reader knows
   * @param onEnd called once, whichever side ends the stream
   */
  constructor(sessionId: string, lastSeq: number | undefined, onEnd: () => void) {
    this.sessionId = sessionId
    this.#lastSeq = lastSeq
    this.#onEnd = onEnd
    // A first chunk, so that the response headers are sent immediately.
    this.#pending = comment
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller
        },
        pull: () => {
          this.#isReady = true
          this.#flush()
        },
        cancel: () => this.#finish(),
      },
      { highWaterMark: 0 },
    )
  }

  /** Announces the number of the last change, unless the reader already knows it. */
  announce(seq: number): void {
    if (seq === this.#lastSeq) return
    this.#lastSeq = seq
    this.#pending = encoder.encode(`id: ${seq}\ndata: {"seq":${seq}}\n\n`)
    this.#flush()
  }

  /** Shows that the stream is alive. */
  heartbeat(): void {
    this.#pending ??= comment
    this.#flush()
  }

  /** Ends the stream, unless it has ended. */
  end(): void {
    if (!this.#controller) return
    this.#controller.close()
    this.#finish()
  }

  #finish(): void {
    if (!this.#controller) return
    this.#controller = undefined
    this.#onEnd()
  }

  #flush(): void {
    if (!this.#isReady || !this.#pending || !this.#controller) return
    const chunk = this.#pending
    this.#pending = undefined
    this.#isReady = false
    this.#controller.enqueue(chunk)
  }
}
