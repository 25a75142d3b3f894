import { isGuessable } from './guessable.ts'
import { normalPassword } from './hash.ts'

/** The least number of characters (code points), and the most bytes of UTF-8, after normalization. */
export const passwordLimits = { minCharacters: 12, maxBytes: 1024 } as const

/** Why a password is refused, in terms of the contract's `FieldProblem`. */
export interface PasswordFault {
  readonly code: 'min_length' | 'max_length' | 'weak_password'
  /** For the person who chose it; reveals nothing of it. */
  readonly message: string
}

/** A shorter local part appears in many passwords by chance. */
const tellingLocalPart = 4
/** How many characters beside the address make it a password of its own. */
const ownCharacters = 8

/** What is wrong with a new password for the account of this address; `undefined` if nothing is. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const text = normalPassword(password)
  if (Array.from(text).length < passwordLimits.minCharacters) {
    return { code: 'min_length', message: `Must have at least ${passwordLimits.minCharacters} characters.` }
  }
  if (Buffer.byteLength(text) > passwordLimits.maxBytes) {
    return { code: 'max_length', message: `Must have at most ${passwordLimits.maxBytes} bytes in UTF-8.` }
  }
  if (holdsAddress(text.toLowerCase(), email.toLowerCase())) {
    return { code: 'weak_password', message: 'Must not consist of the email address.' }
  }
  if (isGuessable(text)) {
    return {
      code: 'weak_password',
      message:
        'Is among the first that are guessed. Take several words that have nothing to do with each other.',
    }
  }
  return undefined
}

/** Whether it contains the whole address, or little beside the part before the `@`. */
function holdsAddress(password: string, email: string): boolean {
  if (password.includes(email)) return true
  const local = email.split('@')[0] ?? ''
  if (local.length < tellingLocalPart || !password.includes(local)) return false
  return Array.from(password.replaceAll(local, '')).length < ownCharacters
}
