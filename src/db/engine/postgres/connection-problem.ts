import { Unavailable } from '#lib/unavailable.ts'
import { UnsuitableServerError } from './server.ts'

/** What to do if the server refuses a connection, by SQLSTATE. */
const refusals: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^28/, 'check the user and the password'],
  [/^3D000$/, 'create the database, with the encoding UTF8'],
]

/**
 * Says why the first connection failed, and what to check. Errors that aren't about the connection are returned
 * unchanged.
 */
export function connectionProblem(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const [, advice] = refusals.find(([pattern]) => pattern.test(code)) ?? []
  if (advice !== undefined) return new UnsuitableServerError([`${error.message}: ${advice}`])
  if (!(error instanceof Unavailable) || !(error.cause instanceof Error)) return error
  const { message, cause, retryAfterSeconds } = error
  const isByServer = 'severity' in cause
  const checks = isByServer ? message : 'Check the host and the port of its URL, and that it is running.'
  return new Unavailable(
    `the PostgreSQL server can't be reached: ${cause.message}. ${checks}`,
    retryAfterSeconds,
    { cause },
  )
}
