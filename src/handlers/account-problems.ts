import { problem } from '#http/response/constructors.ts'

/** 401: address and password don't match; which of the two is wrong is not revealed. */
export function wrongCredentials() {
  return problem(401, 'invalid_credentials', 'The email address or the password is wrong.')
}

/** 401: the session has ended, or its account is gone. */
export function sessionEnded() {
  return problem(401, 'session_ended', 'The session has ended. Log in again.')
}

/** 403: the operator has disabled the account. */
export function accountDisabled() {
  return problem(403, 'account_disabled', 'The account is disabled.')
}

/** 429: too many wrong passwords. */
export function tooManyAttempts({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) {
  const detail = `Too many attempts with a wrong password. Try again in ${retryAfterSeconds} s.`
  return { status: 429, problem: { code: 'too_many_requests', detail, retryAfterSeconds } } as const
}
