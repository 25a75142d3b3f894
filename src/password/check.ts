import { isGuessable } from './guessable.ts'
import { normalPassword } from './hash.ts'

/** At least so many characters (code points), and at most so many bytes of UTF-8, after normalization. */
export const passwordLimits = { minCharacters: 12, maxBytes: 1024 } as const

/** Why a password can't be taken, in the words of the contract's `FieldProblem`. */
export interface PasswordFault {
  readonly code: 'min_length' | 'max_length' | 'weak_password'
  /** For the person who chose it; holds nothing of it. */
  readonly message: string
}

/** A local part shorter than this stands in many passwords by chance. */
const tellingLocalPart = 4
/** So many characters beside the address make a password of their own. */
const ownCharacters = 8

/** What is wrong with a password that the owner of this address has chosen; `undefined` when nothing is. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const text = normalPassword(password)
  if (Array.from(text).length < passwordLimits.minCharacters) {
    return { code: 'min_length', message: `Must have at least ${passwordLimits.minCharacters} characters.` }
  }
  if (Buffer.byteLength(text) > passwordLimits.maxBytes) {
    return { code: 'max_length', message: `Must have at most ${passwordLimits.maxBytes} bytes in UTF-8.` }
  }
  if (holdsAddress(text.toLowerCase(), email.toLowerCase())) {
    return { code: 'weak_password', message: 'Must not be made of the e-mail address.' }
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

/** Whether it holds the whole address, or little beside the part before the `@`. */
function holdsAddress(password: string, email: string): boolean {
  if (password.includes(email)) return true
  const local = email.split('@')[0] ?? ''
  if (local.length < tellingLocalPart || !password.includes(local)) return false
  return Array.from(password.replaceAll(local, '')).length < ownCharacters
}
