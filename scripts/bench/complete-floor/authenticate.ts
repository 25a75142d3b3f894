import type { Database } from 'bun:sqlite'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The claims of an access token. */
export interface Claims {
  /** The user. */
  readonly sub: string
  /** The session. */
  readonly sid: string
  readonly exp: number
}

/** Reads the claims of a request's bearer token, if it is valid. The signature is verified once per token. */
export function claimsReader(key: Uint8Array): (request: Request) => Claims | undefined {
  const verified = new Map<string, Claims>()
  return (request) => {
    const header = request.headers.get('authorization')
    if (!header?.startsWith('Bearer ')) return undefined
    const token = header.slice(7)
    const claims = verified.get(token) ?? verify(token, key)
    if (!claims) return undefined
    verified.set(token, claims)
    return claims.exp * 1000 > Date.now() ? claims : undefined
  }
}

/** Finds the user of a request by its bearer token, if that is valid. The session is checked each time. */
export function authenticator(sqlite: Database, key: Uint8Array): (request: Request) => string | undefined {
  const openSession = sqlite.prepare<{ id: string }, [string, string, number]>(
    `select users.id from users join sessions on sessions."userId" = users.id
     where users.id = ? and sessions.id = ? and sessions."expiresAt" > ?
       and sessions."endedAt" is null and users."disabledAt" is null`,
  )
  const claimsOf = claimsReader(key)
  return (request) => {
    const claims = claimsOf(request)
    return claims && openSession.get(claims.sub, claims.sid, Date.now())?.id
  }
}

function verify(token: string, key: Uint8Array): Claims | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const expected = createHmac('sha256', key).update(`${header}.${payload}`).digest()
  const received = Buffer.from(signature, 'base64url')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}
