import type { ProblemCode } from '../contract-types.ts'
import { ProblemError } from '../response/problem-error.ts'

/** Why a token was rejected. */
export type TokenFailure = 'invalid_token' | 'token_expired' | 'session_ended' | 'account_disabled'

/** `Bearer` in any case and a `b64token` (RFC 6750 §2.1). */
const credentials = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i

/** The request's bearer token; `undefined` without an `Authorization` header. Any other scheme gets 401. */
export function bearerToken(request: Request): string | undefined {
  const header = request.headers.get('authorization')
  if (header === null) return undefined
  const token = credentials.exec(header)?.[1]
  if (token === undefined) throw unauthorized('invalid_token')
  return token
}

const details: Readonly<Record<TokenFailure | 'unauthorized', string>> = {
  unauthorized: 'This operation needs an access token.',
  invalid_token: 'The access token is not valid.',
  token_expired: 'The access token has expired.',
  session_ended: 'The session of the access token has ended.',
  account_disabled: 'The account of the access token is disabled.',
}

/** 401 with the challenge of RFC 6750 §3: bare when no token was sent, with `error` when it was rejected. */
export function unauthorized(failure: TokenFailure | 'unauthorized'): ProblemError {
  const detail = details[failure]
  const challenge =
    failure === 'unauthorized'
      ? 'Bearer realm="replog"'
      : `Bearer realm="replog", error="invalid_token", error_description="${detail}"`
  const code: ProblemCode = failure
  return new ProblemError(401, { code, detail }, { 'WWW-Authenticate': challenge })
}
