import type { Client } from '../contract-types.ts'
import { bearerToken } from './bearer.ts'

/** Headers that proxies add when they forward a request. */
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** `local` marks a request that did not come over a socket. */
function isLoopback(address: string): boolean {
  return address === 'local' || address === '::1' || address.startsWith('127.')
}

/** Where a request came from; computed on demand, because few handlers need it. */
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

  get isLocal(): boolean {
    const { headers } = this.#request
    return isLoopback(this.address) && !forwardingHeaders.some((name) => headers.has(name))
  }

  get bearerToken(): string | undefined {
    return bearerToken(this.#request)
  }

  get signal(): AbortSignal {
    return this.#request.signal
  }

  get userAgent(): string | undefined {
    return this.#request.headers.get('user-agent') ?? undefined
  }
}
