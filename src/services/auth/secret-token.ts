import { createHmac, randomBytes } from 'node:crypto'

/** The number of secret bytes in a token; the same number of bytes identify its user. */
const secretBytes = 16

/** Creates a secret token for a user, such as a refresh token: 43 characters of base64url. */
export function newSecretToken(userId: string): string {
  return tokenOf(randomBytes(secretBytes), userId)
}

/**
 * The id of a token's user. From a token of an earlier release or any other text, it is an id that no
 * user has.
 */
export function userOfToken(token: string): string {
  const hex = Buffer.from(token, 'base64url').toString('hex', secretBytes)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function tokenOf(secret: Uint8Array, userId: string): string {
  return Buffer.concat([
    secret.subarray(0, secretBytes),
    Buffer.from(userId.replaceAll('-', ''), 'hex'),
  ]).toString('base64url')
}

/** The hash of a secret to store in the database. A plain hash is enough for 128 random bits. */
export function secretTokenHash(token: string): Uint8Array {
  return new Bun.CryptoHasher('sha256').update(token).digest()
}

/**
 * The refresh token that replaces this one. It is derived, so that it can be sent again within the grace
 * period without being stored. Deriving it requires the key: the old token and the whole database aren't
 * enough.
 */
export function successorOf(token: string, userId: string, key: Uint8Array): string {
  return tokenOf(createHmac('sha256', key).update(`refresh${token}`).digest(), userId)
}
