import { createHash } from 'node:crypto'
import type { Passwords } from '#services/auth/accounts.ts'
import { normalizePassword, verifyPassword } from '#services/auth/password/hash.ts'

const prefix = 'sha256$'

const hash = (password: string) =>
  `${prefix}${createHash('sha256').update(normalizePassword(password)).digest('base64url')}`

/**
 * Passwords for tests that only need an account: fast hashes, and no password is weak. Argon2id takes 30 ms per hash,
 * and the dictionaries of weak passwords take 0.3 s to load.
 */
export const quickPasswords: Passwords = {
  hash: async (password) => hash(password),
  // Commands in other processes store real hashes.
  verify: async (password, stored) =>
    stored === undefined || stored.startsWith(prefix)
      ? stored === hash(password)
      : verifyPassword(password, stored),
  isOutdated: () => false,
  isGuessable: async () => false,
}
