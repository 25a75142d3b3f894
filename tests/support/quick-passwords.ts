import { createHash } from 'node:crypto'
import type { Passwords } from '#services/auth/accounts.ts'
import { normalizePassword } from '#services/auth/password/hash.ts'

const hash = (password: string) =>
  `sha256$${createHash('sha256').update(normalizePassword(password)).digest('base64url')}`

/**
 * For tests that only need an account: hashes that take no time, and no password is weak. Argon2id takes 30 ms,
 * and the dictionaries 0.3 s to load.
 */
export const quickPasswords: Passwords = {
  hash: async (password) => hash(password),
  verify: async (password, stored) => stored === hash(password),
  isOutdated: () => false,
  isGuessable: async () => false,
}
