import { createHmac, randomBytes } from 'node:crypto'

/** A new refresh token: 256 random bits in base64url, 43 characters. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The token that follows this one, derived so that it can be sent again within the grace period without being
 * stored: whoever has neither the key nor the successor itself can't compute it, not even from the old token
 * and the whole database.
 */
export function successorOf(token: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`refresh${token}`).digest('base64url')
}

/** What the database stores of a token. A plain hash is enough for 256 random bits. */
export function refreshTokenHash(token: string): Uint8Array {
  return new Bun.CryptoHasher('sha256').update(token).digest()
}
