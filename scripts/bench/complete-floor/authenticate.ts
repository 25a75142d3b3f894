import type { Database } from 'bun:sqlite'
import { createHmac, timingSafeEqual } from 'node:crypto'

interface Claims {
  readonly sub: string
  readonly sid: string
  readonly exp: number
}

/**
 * Finds the user of a request by its bearer token. The signature is verified once per token; the session
 * is checked each time.
 */
export function authenticator(sqlite: Database, key: Uint8Array): (request: Request) => string | undefined {
  const openSession = sqlite.prepare<{ id: string }, [string, string, number]>(
    `select users.id from users join sessions on sessions."userId" = users.id
     where users.id = ? and sessions.id = ? and sessions."expiresAt" > ?
       and sessions."endedAt" is null and users."disabledAt" is null`,
  )
  const verified = new Map<string, Claims>()
  return (request) => {
    const header = request.headers.get('authorization')
    if (!header?.startsWith('Bearer ')) return undefined
    const token = header.slice(7)
    const claims = verified.get(token) ?? verify(token, key)
    if (!claims) return undefined
    verified.set(token, claims)
    const now = Date.now()
    return claims.exp * 1000 > now ? openSession.get(claims.sub, claims.sid, now)?.id : undefined
  }
}

function verify(token: string, key: Uint8Array): Claims | undefined {
  const [head = '', payload = '', signature = ''] = token.split('.')
  const expected = createHmac('sha256', key).update(`${head}.${payload}`).digest()
  const received = Buffer.from(signature, 'base64url')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}
