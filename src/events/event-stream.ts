const encoder = new TextEncoder()
const comment = encoder.encode(':\n\n')

/**
 * One open stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) that
 * announces the number of the last change. A newer number replaces one that a slow reader has not taken yet,
 * so that at most one event waits.
 */
export class EventStream {
  readonly sessionId: string
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly #onEnd: () => void
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  /** Whether the reader has taken everything so far. */
  #wanted = false
  #told: number | undefined
  #waiting: Uint8Array<ArrayBuffer> | undefined

  /**
   * @param told the number that the reader already knows
   * @param onEnd called once, whoever ends the stream
   */
  constructor(sessionId: string, told: number | undefined, onEnd: () => void) {
    this.sessionId = sessionId
    this.#told = told
    this.#onEnd = onEnd
    // So that the response starts at once.
    this.#waiting = comment
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller
        },
        pull: () => {
          this.#wanted = true
          this.#flush()
        },
        cancel: () => this.#ended(),
      },
      { highWaterMark: 0 },
    )
  }

  /** Announces the number of the last change, if it is new. */
  tell(seq: number): void {
    if (seq === this.#told) return
    this.#told = seq
    this.#waiting = encoder.encode(`id: ${seq}\ndata: {"seq":${seq}}\n\n`)
    this.#flush()
  }

  /** Shows that the stream is alive. */
  beat(): void {
    this.#waiting ??= comment
    this.#flush()
  }

  end(): void {
    if (!this.#controller) return
    this.#controller.close()
    this.#ended()
  }

  #ended(): void {
    if (!this.#controller) return
    this.#controller = undefined
    this.#onEnd()
  }

  #flush(): void {
    if (!this.#wanted || !this.#waiting || !this.#controller) return
    const chunk = this.#waiting
    this.#waiting = undefined
    this.#wanted = false
    this.#controller.enqueue(chunk)
  }
}
