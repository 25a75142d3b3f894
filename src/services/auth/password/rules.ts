import { type FieldProblem, type Invalid, invalid } from '#services/crud/results.ts'
import type { Passwords } from '../accounts.ts'
import { normalPassword } from './hash.ts'

/** The least number of characters (code points), and the most bytes of UTF-8, after normalization. */
export const passwordLimits = { minCharacters: 12, maxBytes: 1024 } as const

/** Whom a password belongs to: what is known about them is what an attacker tries first. */
export interface PasswordOwner {
  readonly email: string
  readonly displayName: string | null
}

/** Where a password was given: a member of the body, or a header. */
export type PasswordPlace = Pick<FieldProblem, 'pointer' | 'header'>

/** What is wrong with a password that is only to be compared: it is longer than any can be. */
export function enteredPasswordFault(place: PasswordPlace, password: string): Invalid | undefined {
  return Buffer.byteLength(normalPassword(password)) > passwordLimits.maxBytes
    ? invalid({ ...place, ...tooLong })
    : undefined
}

/** What is wrong with a new password; `undefined` if it may be used. */
export async function newPasswordFault(
  passwords: Pick<Passwords, 'isGuessable'>,
  place: PasswordPlace,
  password: string,
  owner: PasswordOwner,
): Promise<Invalid | undefined> {
  const text = normalPassword(password)
  if (Array.from(text).length < passwordLimits.minCharacters) return invalid({ ...place, ...tooShort })
  if (Buffer.byteLength(text) > passwordLimits.maxBytes) return invalid({ ...place, ...tooLong })
  if (await passwords.isGuessable(text, knownAbout(owner))) return invalid({ ...place, ...guessable })
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

/** Says nothing about the password itself. */
const guessable = {
  code: 'weak_password',
  message: 'Is easy to guess. Use several words that have nothing to do with each other or with you.',
} as const

/** The address, its parts, and the name with its words. */
function knownAbout({ email, displayName }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  const name = displayName ?? ''
  const words = `${local} ${domain} ${name}`.split(/[^\p{L}\p{N}]+/u)
  const known = [email, local, domain, name, name.replaceAll(' ', ''), ...words]
  return [...new Set(known)].filter((word) => word.length > 2)
}
