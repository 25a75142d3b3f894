import type { Client } from './contract-types.ts'

/** Where a request came from, read only when it is asked for: few handlers do. */
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

  get userAgent(): string | undefined {
    return this.#request.headers.get('user-agent') ?? undefined
  }
}
