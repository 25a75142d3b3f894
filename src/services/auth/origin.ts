import { createHmac } from 'node:crypto'

/** Where a request comes from. */
export interface Origin {
  /** What the throttle counts by, as returned by `networkOf`. */
  readonly network: string
  /** The caller's `User-Agent`. */
  readonly userAgent: string | undefined
}

/** What the database stores of a network: all addresses could be tried on a hash without a key. */
export function networkHash(network: string, key: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(network).digest())
}
