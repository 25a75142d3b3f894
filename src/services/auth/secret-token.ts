import { createHmac, randomBytes } from 'node:crypto'

/** A new secret, such as a refresh token: 256 random bits in base64url, 43 characters. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database stores of a secret. A plain hash is enough for 256 random bits. */
export function secretTokenHash(token: string): Uint8Array {
  return new Bun.CryptoHasher('sha256').update(token).digest()
}

/**
 * The refresh token that replaces this one. It is derived, so that it can be sent again within the grace
 * period without being stored. Deriving it takes the key: the old token and the whole database aren't enough.
 */
export function successorOf(token: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`refresh${token}`).digest('base64url')
}
