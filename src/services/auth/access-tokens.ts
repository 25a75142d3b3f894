import { randomUUID } from 'node:crypto'
import { Elysia } from 'elysia'
import { lazy } from '#lib/lazy.ts'
import { LruMap } from '#lib/lru-map.ts'

/** The maximum lifetime of an access token, in seconds. */
export const accessTokenSeconds = 15 * 60

/** The claims of an access token that authentication needs. */
interface AccessClaims {
  readonly userId: string
  readonly sessionId: string
  /** Milliseconds since 1970, in whole seconds. */
  readonly expiresAt: number
}

/** A signed token and its lifetime in whole seconds. */
interface SignedToken {
  readonly token: string
  readonly seconds: number
}

/** The result of verifying a token. Only the database knows whether the session of a valid token is still open. */
export type Verification = AccessClaims | 'invalid_token' | 'token_expired'

/** Signs and verifies access tokens. */
export interface AccessTokens {
  /**
   * Signs a token for a session that ends at `sessionExpiresAt` (milliseconds); the token never outlives
   * it.
   */
  sign(userId: string, sessionId: string, sessionExpiresAt: number): Promise<SignedToken>
  verify(token: string): Verification | Promise<Verification>
  /** The claims of a token that was verified before and hasn't expired. */
  verified(token: string): AccessClaims | undefined
}

const algorithm = 'HS256'
const issuer = 'replog'
const audience = 'replog-api'
const requiredClaims = ['iss', 'aud', 'sub', 'sid', 'jti', 'iat', 'exp']

/**
 * The canonical spelling of a token: a 32-byte signature without padding, with zeros in the unused bits
 * of the last character. Other spellings would verify too, and each would occupy a cache entry.
 */
const canonical = /^[\w-]+\.[\w-]+\.[\w-]{42}[AEIMQUYcgkosw048]$/

/** More tokens than are in use at a time; each takes about half a kilobyte. */
const maxCachedTokens = 4096

/**
 * Creates access tokens signed with `key` using HMAC-SHA256 only, through `@elysiajs/jwt`. `now` returns
 * milliseconds.
 *
 * A verified token is cached until it expires, because a verification takes 77 µs, half a request's
 * budget. The plugin is loaded for the first token.
 */
export async function createAccessTokens(key: Uint8Array, now: () => number): Promise<AccessTokens> {
  // A key object is imported only once instead of for each token, and its bytes can't be read back.
  const secret = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
  const plugin = lazy(async () => {
    const { jwt } = await import('@elysiajs/jwt')
    return new Elysia().use(jwt({ secret, alg: algorithm, iss: issuer, aud: audience })).decorator.jwt
  })
  const verified = new LruMap<string, AccessClaims>(maxCachedTokens)

  const claimsAt = async (token: string, time: number): Promise<AccessClaims | undefined> => {
    const { verify } = await plugin()
    const payload = await verify(token, {
      algorithms: [algorithm],
      typ: 'JWT',
      issuer,
      audience,
      requiredClaims,
      currentDate: new Date(time),
    })
    if (payload === false) return undefined
    const { sub, sid, exp } = payload
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return undefined
    return { userId: sub, sessionId: sid, expiresAt: exp * 1000 }
  }

  const verifyUncached = async (token: string): Promise<Verification> => {
    const claims = await claimsAt(token, now())
    if (claims) {
      verified.set(token, claims)
      return claims
    }
    // The plugin doesn't say why it failed. If the token was valid just before its stated expiry, it has expired.
    const expiresAt = statedExpiry(token)
    if (expiresAt === undefined || expiresAt > now()) return 'invalid_token'
    return (await claimsAt(token, expiresAt - 1000)) ? 'token_expired' : 'invalid_token'
  }

  return {
    async sign(userId, sessionId, sessionExpiresAt) {
      const issued = Math.floor(now() / 1000)
      const exp = Math.min(issued + accessTokenSeconds, Math.floor(sessionExpiresAt / 1000))
      const { sign } = await plugin()
      const token = await sign({ sub: userId, sid: sessionId, jti: randomUUID(), exp })
      return { token, seconds: Math.max(1, exp - issued) }
    },
    verified(token) {
      const claims = verified.get(token)
      return claims && claims.expiresAt > now() ? claims : undefined
    },
    verify(token) {
      const claims = verified.get(token)
      if (!claims) return canonical.test(token) ? verifyUncached(token) : 'invalid_token'
      if (claims.expiresAt > now()) return claims
      verified.delete(token)
      return 'token_expired'
    },
  }
}

/** The expiry that an unverified token states, in milliseconds. */
function statedExpiry(token: string): number | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    if (typeof payload !== 'object' || payload === null || !('exp' in payload)) return undefined
    return Number.isSafeInteger(payload.exp) ? Number(payload.exp) * 1000 : undefined
  } catch {
    return undefined
  }
}
