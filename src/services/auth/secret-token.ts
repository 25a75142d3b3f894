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
 * The refresh token that follows this one, derived so that it can be sent again within the grace period without
 * being stored: whoever has neither the key nor the successor itself can't compute it, not even from the old
 * token and the whole database.
 */
export function successorOf(token: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`refresh${token}`).digest('base64url')
}
