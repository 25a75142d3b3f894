import { createQueue } from '#lib/queue.ts'

/**
 * Argon2id with 19 MiB, two passes and one lane, which takes 30 ms on one core.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const argon2id = { algorithm: 'argon2id', memoryCost: 19456, timeCost: 2 } as const

/**
 * Two at a time take 38 MiB and leave other threads free; a queue of a hundred is processed within two
 * seconds.
 */
const hashing = createQueue({
  concurrency: 2,
  maxWaiting: 100,
  fullMessage: 'Too many passwords are being checked. Try again.',
})

/** The hash of a random unused password, with the parameters above. */
const dummyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$y+trhbptZ2wcTUWmiBldJBhuHIxwxvu0ycs3fjL0e3Q$+5uGt1lLH77LBF40kG2+EDIXl4I0QuoAhXaMgEtAf/Y'

/**
 * Normalizes a password to composed form (NFC), as RFC 8265 requires: some systems send `é` as one code
 * point, others as two. Letter case, width and spaces are preserved.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8265#section-4.2
 */
export function normalizePassword(password: string): string {
  return password.normalize('NFC')
}

/**
 * Hashes a password for storage, in PHC format with its salt. Throws `Unavailable` if too many are
 * waiting.
 */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => Bun.password.hash(normalizePassword(password), argon2id))
}

/**
 * Whether this is the password of `hash`. Without a hash (there is no such user) it resolves to `false` after
 * the same amount of work, so that timing reveals nothing. Throws `Unavailable` when too many are waiting.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const matches = await hashing(() => Bun.password.verify(normalizePassword(password), hash ?? dummyHash))
  return matches && hash !== undefined
}

/** The prefix of hashes with the current parameters. */
const currentPrefix = `$argon2id$v=19$m=${argon2id.memoryCost},t=${argon2id.timeCost},p=1$`

/** Whether a hash was made with older parameters, and should be replaced at the next login. */
export function isOutdatedHash(hash: string): boolean {
  return !hash.startsWith(currentPrefix)
}
