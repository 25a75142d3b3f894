import type { User } from './types.ts'

/** The logged-in user. Without tokens, the session has ended and the user must log in again. */
export interface Session {
  readonly user: User
  readonly accessToken?: string
  readonly refreshToken?: string
  /** How many seconds the access token was valid when it was issued. */
  readonly expiresIn?: number
  /** When the access token expires by the clock of this device, in milliseconds since 1970. */
  readonly expiresAt?: number
}

/** The session in a stored text. An unreadable one counts as missing: logging in again creates a new one. */
export function parseSession(text: string | undefined): Session | undefined {
  try {
    const session = JSON.parse(text ?? '')
    return session.user.id ? session : undefined
  } catch {}
}
