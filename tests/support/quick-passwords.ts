import { createHash } from 'node:crypto'
import type { Passwords } from '#services/auth/accounts.ts'
import { normalizePassword, verifyPassword } from '#services/auth/password/hash.ts'

const prefix = 'sha256$'

const hash = (password: string) =>
  `${prefix}${createHash('sha256').update(normalizePassword(password)).digest('base64url')}`

/**
 * For tests that only need an account: hashes that take no time, and no password is weak. Argon2id takes 30 ms,
 * and the dictionaries 0.3 s to load.
 */
export const quickPasswords: Passwords = {
  hash: async (password) => hash(password),
  // A command in its own process has really hashed.
  verify: async (password, stored) =>
    stored === undefined || stored.startsWith(prefix)
      ? stored === hash(password)
      : verifyPassword(password, stored),
  isOutdated: () => false,
  isGuessable: async () => false,
}
