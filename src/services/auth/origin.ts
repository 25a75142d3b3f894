import { createHmac } from 'node:crypto'

/** Where a request comes from. */
export interface Origin {
  /** What login attempts are counted by, as returned by `networkOf`. */
  readonly network: string
  /** The caller's `User-Agent`. */
  readonly userAgent: string | undefined
}

/**
 * What the database stores of a network. It is keyed, because a plain hash could be reversed by trying every
 * address.
 */
export function networkHash(network: string, key: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(network).digest())
}
