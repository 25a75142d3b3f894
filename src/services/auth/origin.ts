import { createHmac } from 'node:crypto'

/** The origin of a request. */
export interface Origin {
  /** The key for counting login attempts, as returned by `networkOf`. */
  readonly network: string
  /** The caller's `User-Agent`. */
  readonly userAgent: string | undefined
}

/**
 * The hash of a network to store in the database. It is keyed, because a plain hash could be reversed by
 * trying every address.
 */
export function networkHash(network: string, key: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(network).digest())
}
