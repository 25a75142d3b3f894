import { type FieldProblem, type Invalid, invalid } from '#services/crud/results.ts'
import type { Passwords } from '../accounts.ts'
import { normalizePassword } from './hash.ts'

/**
 * The minimum number of characters (code points) and the maximum number of UTF-8 bytes, after normalization.
 */
const passwordLimits = { minCharacters: 12, maxBytes: 1024 } as const

/** The words that are known about a password's owner, which attackers try first. */
export interface PasswordOwner {
  readonly email: string
  readonly displayName: string | null
}

/** The location of a password in a request: a member of the body, or a header. */
export type PasswordLocation = Pick<FieldProblem, 'pointer' | 'header'>

/** Checks a password that will only be compared; invalid if it exceeds the maximum length. */
export function validateEnteredPassword(location: PasswordLocation, password: string): Invalid | undefined {
  return Buffer.byteLength(normalizePassword(password)) > passwordLimits.maxBytes
    ? invalid({ ...location, ...tooLong })
    : undefined
}

/** Checks a new password; `undefined` if it is valid. */
export async function validateNewPassword(
  passwords: Pick<Passwords, 'isGuessable'>,
  location: PasswordLocation,
  password: string,
  owner: PasswordOwner,
): Promise<Invalid | undefined> {
  const text = normalizePassword(password)
  if (Array.from(text).length < passwordLimits.minCharacters) return invalid({ ...location, ...tooShort })
  if (Buffer.byteLength(text) > passwordLimits.maxBytes) return invalid({ ...location, ...tooLong })
  if (await passwords.isGuessable(text, guessableWords(owner))) return invalid({ ...location, ...guessable })
  return undefined
}

const tooShort = {
  code: 'min_length',
  message: `Must have at least ${passwordLimits.minCharacters} characters.`,
} as const

const tooLong = {
  code: 'max_length',
  message: `Must have at most ${passwordLimits.maxBytes} bytes in UTF-8.`,
} as const

/** The message must not describe the password. */
const guessable = {
  code: 'weak_password',
  message: 'Must be harder to guess: use several words that are unrelated to each other and to you.',
} as const

/** The email address and its parts, and the name and its words. */
function guessableWords({ email, displayName }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  const name = displayName ?? ''
  const words = `${local} ${domain} ${name}`.split(/[^\p{L}\p{N}]+/u)
  const candidates = [email, local, domain, name, name.replaceAll(' ', ''), ...words]
  return [...new Set(candidates)].filter((word) => word.length > 2)
}
