import { Unavailable } from '#lib/unavailable.ts'
import { UnsuitableServerError } from './server.ts'

/** What to do if a connection is refused, by SQLSTATE or the code of a TLS error, or by the message if it has none. */
const refusals: readonly (readonly [reason: RegExp, advice: string])[] = [
  [/^28/, 'check the user and the password'],
  [/^3D000$/, 'create the database, with the encoding UTF8'],
  [
    /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT)/,
    'add ?sslmode=verify-full&sslrootcert=FILE to its URL, with a file of the certificates to trust',
  ],
  [
    /^ERR_(BORINGSSL|OSSL)/,
    'check that the files of sslrootcert, sslcert and sslkey in its URL are in PEM format, and that the key belongs to the certificate',
  ],
  [/^The server does not support SSL/, 'set ssl = on, or use a URL without sslmode'],
]

/**
 * Says why the first connection failed, and what to check. Errors that aren't about the connection are returned
 * unchanged.
 */
export function connectionProblem(error: unknown): unknown {
  if (!(error instanceof Unavailable) || !(error.cause instanceof Error)) return error
  const { message, cause, retryAfterSeconds } = error
  const reason = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
  const [, advice] = refusals.find(([pattern]) => pattern.test(reason)) ?? []
  if (advice !== undefined) return new UnsuitableServerError([`${cause.message}: ${advice}`])
  const isByServer = 'severity' in cause
  const checks = isByServer ? message : 'Check the host and the port of its URL, and that it is running.'
  return new Unavailable(
    `the PostgreSQL server can't be reached: ${cause.message}. ${checks}`,
    retryAfterSeconds,
    { cause },
  )
}

/** Says what to do if the user may not create or use the tables. Other errors are returned unchanged. */
export function missingRights(error: unknown): unknown {
  const isDenied = error instanceof Error && 'code' in error && error.code === '42501'
  if (!isDenied) return error
  const advice = 'make its user the owner of the database and its tables (alter database … owner to …)'
  return new UnsuitableServerError([`${error.message}: ${advice}`])
}
