import { expect, test } from 'bun:test'
import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'
import { accessTokenSeconds, createAccessTokens } from '#services/auth/access-tokens.ts'

const key = new Uint8Array(32).fill(3)
const start = Date.UTC(2026, 10, 20, 17)
const farFuture = start + 1e10

async function tokensAt(time = start) {
  const clock = { now: time }
  return { clock, tokens: await createAccessTokens(key, () => clock.now) }
}

/** Signs valid claims, changed by `claims`, with the plugin that the server uses. */
function forge(claims: Record<string, string | number | undefined>, secret = key, alg = 'HS256') {
  const plugin = new Elysia().use(jwt({ secret, alg })).decorator.jwt
  return plugin.sign(
    Object.fromEntries(Object.entries({ ...validClaims, ...claims }).filter(([, v]) => v !== undefined)),
  )
}

const validClaims = {
  iss: 'replog',
  aud: 'replog-api',
  sub: 'user',
  sid: 'session',
  jti: 'token',
  exp: start / 1000 + 60,
}

const encodePart = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('a token is valid for 15 minutes and contains its user and session', async () => {
  const { tokens } = await tokensAt()
  const { token, seconds } = await tokens.sign('user', 'session', farFuture)
  expect(seconds).toBe(900)
  expect(await tokens.verify(token)).toEqual({
    userId: 'user',
    sessionId: 'session',
    expiresAt: start + 900_000,
  })
})

test('the header states HS256, and the claims are the registered ones and the session', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('user', 'session', farFuture)
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  expect(header).toEqual({ alg: 'HS256', typ: 'JWT' })
  const payload = payloadOf(token)
  expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub'])
  expect([payload.iss, payload.aud, payload.sub, payload.sid]).toEqual([
    'replog',
    'replog-api',
    'user',
    'session',
  ])
})

test('tokens are unique, even those of one session in the same second', async () => {
  const { tokens } = await tokensAt()
  const [a, b] = await Promise.all([tokens.sign('u', 's', farFuture), tokens.sign('u', 's', farFuture)])
  expect(a.token).not.toBe(b.token)
})

test('a token does not outlive its session', async () => {
  const { clock, tokens } = await tokensAt()
  const { token, seconds } = await tokens.sign('u', 's', start + 60_000)
  expect(seconds).toBe(60)
  clock.now = start + 60_000
  expect(await tokens.verify(token)).toBe('token_expired')
})

test('a token expires exactly after 15 minutes, whether or not it is cached', async () => {
  const { clock, tokens } = await tokensAt()
  const withoutCache = await tokensAt()
  const { token } = await tokens.sign('u', 's', farFuture)
  clock.now = start + accessTokenSeconds * 1000 - 1
  expect(await tokens.verify(token)).toMatchObject({ userId: 'u' })
  clock.now += 1
  expect(await tokens.verify(token)).toBe('token_expired')
  expect(await tokens.verify(token)).toBe('token_expired')
  withoutCache.clock.now = clock.now
  expect(await withoutCache.tokens.verify(token)).toBe('token_expired')
})

test('a verified token is not verified again', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('u', 's', farFuture)
  expect(tokens.verify(token)).toBeInstanceOf(Promise)
  await tokens.verify(token)
  expect(tokens.verify(token)).not.toBeInstanceOf(Promise)
})

test('a token with all valid claims, signed by this test, is valid', async () => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({}))).toMatchObject({ userId: 'user', sessionId: 'session' })
})

test.each(['iss', 'aud', 'sub', 'sid', 'jti', 'exp'])('a token without %s is invalid', async (claim) => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({ [claim]: undefined }))).toBe('invalid_token')
})

test('a token without iat is invalid', async () => {
  const { tokens } = await tokensAt()
  const plugin = new Elysia().use(jwt({ secret: key, alg: 'HS256', iat: false })).decorator.jwt
  expect(await tokens.verify(await plugin.sign(validClaims))).toBe('invalid_token')
})

test.each([{ iss: 'other' }, { aud: 'other' }, { sub: 7 }, { sid: 7 }])(
  'a token with %j is invalid',
  async (claims) => {
    const { tokens } = await tokensAt()
    expect(await tokens.verify(await forge(claims))).toBe('invalid_token')
  },
)

test('a token that is both invalid and expired is reported as invalid', async () => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1, aud: 'other' }))).toBe('invalid_token')
  const otherKey = new Uint8Array(32).fill(4)
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1 }, otherKey))).toBe('invalid_token')
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1 }))).toBe('token_expired')
})

test('a token signed with another key is invalid', async () => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({}, new Uint8Array(32).fill(4)))).toBe('invalid_token')
})

test('a token with another algorithm is invalid even with the correct key', async () => {
  const { tokens } = await tokensAt()
  const longKey = new Uint8Array(64).fill(3)
  const tokensOfLongKey = await createAccessTokens(longKey, () => start)
  expect(await tokensOfLongKey.verify(await forge({}, longKey, 'HS256'))).toMatchObject({ userId: 'user' })
  expect(await tokensOfLongKey.verify(await forge({}, longKey, 'HS384'))).toBe('invalid_token')
  expect(await tokensOfLongKey.verify(await forge({}, longKey, 'HS512'))).toBe('invalid_token')
  for (const alg of ['none', 'None', 'NONE', '']) {
    const unsigned = `${encodePart({ alg, typ: 'JWT' })}.${encodePart({ ...validClaims, iat: start / 1000 })}`
    expect(await tokens.verify(`${unsigned}.`)).toBe('invalid_token')
    expect(await tokens.verify(unsigned)).toBe('invalid_token')
  }
})

test('a token with a changed payload or signature is invalid', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('user', 'session', farFuture)
  const [header = '', , signature = ''] = token.split('.')
  const payload = encodePart({ ...payloadOf(token), sub: 'somebody else' })
  expect(await tokens.verify(`${header}.${payload}.${signature}`)).toBe('invalid_token')
  const flipped = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`
  expect(await tokens.verify(`${header}.${token.split('.')[1]}.${flipped}`)).toBe('invalid_token')
})

test.each([
  '',
  '.',
  '..',
  'a.b.c',
  'a',
  `${encodePart({ alg: 'HS256' })}..`,
  `.${encodePart({ exp: 1 })}.`,
  `.${encodePart(null)}.`,
])("a string that isn't a token (%p) is invalid", async (text) => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(text)).toBe('invalid_token')
})

test('other encodings of a valid token are invalid', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('user', 'session', farFuture)
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const spare = digits[digits.indexOf(token.at(-1) ?? '') ^ 1]
  for (const other of [`${token}=`, `${token}==`, `${token.slice(0, -1)}${spare}`, `${token}.`, ` ${token}`])
    expect(await tokens.verify(other)).toBe('invalid_token')
  expect(await tokens.verify(token)).toMatchObject({ userId: 'user' })
})
