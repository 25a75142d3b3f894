import type { Client } from '../contract-types.ts'

/** Where a request came from; computed on demand, as few handlers need it. */
export class RequestClient implements Client {
  readonly #request: Request
  readonly #addressOf: (request: Request) => string

  constructor(request: Request, addressOf: (request: Request) => string) {
    this.#request = request
    this.#addressOf = addressOf
  }

  get address(): string {
    return this.#addressOf(this.#request)
  }

  get signal(): AbortSignal {
    return this.#request.signal
  }

  get userAgent(): string | undefined {
    return this.#request.headers.get('user-agent') ?? undefined
  }
}
