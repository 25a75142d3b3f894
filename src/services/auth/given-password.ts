import type { FieldProblem } from '../crud/results.ts'
import { passwordFault, passwordLimits } from './password/check.ts'
import { normalPassword } from './password/hash.ts'

/**
 * What is wrong with a password that is only to be compared: more bytes than any password may have.
 * `undefined` if nothing is.
 */
export function givenPasswordProblem(pointer: string, password: string): FieldProblem | undefined {
  if (Buffer.byteLength(normalPassword(password)) <= passwordLimits.maxBytes) return undefined
  return {
    pointer,
    code: 'max_length',
    message: `Must have at most ${passwordLimits.maxBytes} bytes in UTF-8.`,
  }
}

/** What is wrong with a new password for the account of this address; `undefined` if nothing is. */
export function newPasswordProblem(
  pointer: string,
  password: string,
  email: string,
): FieldProblem | undefined {
  const fault = passwordFault(password, email)
  return fault && { pointer, ...fault }
}
