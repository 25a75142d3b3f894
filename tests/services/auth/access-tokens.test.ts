import { expect, test } from 'bun:test'
import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'
import { accessTokenSeconds, createAccessTokens } from '#services/auth/access-tokens.ts'

const key = new Uint8Array(32).fill(3)
const start = Date.UTC(2026, 10, 20, 17)
const never = start + 1e10

async function tokensAt(time = start) {
  const clock = { now: time }
  return { clock, tokens: await createAccessTokens(key, () => clock.now) }
}

/** Signs what a test says, with the plugin that we sign with. */
function forge(claims: Record<string, string | number | undefined>, secret = key, alg = 'HS256') {
  const plugin = new Elysia().use(jwt({ secret, alg })).decorator.jwt
  return plugin.sign(
    Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, v]) => v !== undefined)),
  )
}

const good = {
  iss: 'replog',
  aud: 'replog-api',
  sub: 'user',
  sid: 'session',
  jti: 'token',
  exp: start / 1000 + 60,
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('a token is good for 15 minutes and says whose it is', async () => {
  const { tokens } = await tokensAt()
  const { token, seconds } = await tokens.sign('user', 'session', never)
  expect(seconds).toBe(900)
  expect(await tokens.verify(token)).toEqual({
    userId: 'user',
    sessionId: 'session',
    expiresAt: start + 900_000,
  })
})

test('its header pins HS256, and its claims are the registered ones and the session', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('user', 'session', never)
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

test('no two tokens are the same, even of one session in one second', async () => {
  const { tokens } = await tokensAt()
  const [a, b] = await Promise.all([tokens.sign('u', 's', never), tokens.sign('u', 's', never)])
  expect(a.token).not.toBe(b.token)
})

test('a token does not outlive its session', async () => {
  const { clock, tokens } = await tokensAt()
  const { token, seconds } = await tokens.sign('u', 's', start + 60_000)
  expect(seconds).toBe(60)
  clock.now = start + 60_000
  expect(await tokens.verify(token)).toBe('token_expired')
})

test('it expires to the second, when it was seen before and when it was not', async () => {
  const { clock, tokens } = await tokensAt()
  const other = await tokensAt()
  const { token } = await tokens.sign('u', 's', never)
  clock.now = start + accessTokenSeconds * 1000 - 1
  expect(await tokens.verify(token)).toMatchObject({ userId: 'u' })
  clock.now += 1
  expect(await tokens.verify(token)).toBe('token_expired')
  expect(await tokens.verify(token)).toBe('token_expired')
  other.clock.now = clock.now
  expect(await other.tokens.verify(token)).toBe('token_expired')
})

test('a token that was found good is not verified again until it expires', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('u', 's', never)
  expect(tokens.verify(token)).toBeInstanceOf(Promise)
  await tokens.verify(token)
  expect(tokens.verify(token)).not.toBeInstanceOf(Promise)
})

test('what the tests forge would be good if it were not for what they change', async () => {
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
  expect(await tokens.verify(await plugin.sign(good))).toBe('invalid_token')
})

test.each([{ iss: 'other' }, { aud: 'other' }, { sub: 7 }, { sid: 7 }])(
  'a token with %j is invalid',
  async (claims) => {
    const { tokens } = await tokensAt()
    expect(await tokens.verify(await forge(claims))).toBe('invalid_token')
  },
)

test('a token that is wrong and has expired is invalid, not expired', async () => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1, aud: 'other' }))).toBe('invalid_token')
  const other = new Uint8Array(32).fill(4)
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1 }, other))).toBe('invalid_token')
  expect(await tokens.verify(await forge({ exp: start / 1000 - 1 }))).toBe('token_expired')
})

test('a token of another key is invalid', async () => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(await forge({}, new Uint8Array(32).fill(4)))).toBe('invalid_token')
})

test('a token of another algorithm is invalid, although the key is right', async () => {
  const { tokens } = await tokensAt()
  const long = new Uint8Array(64).fill(3)
  const own = await createAccessTokens(long, () => start)
  expect(await own.verify(await forge({}, long, 'HS256'))).toMatchObject({ userId: 'user' })
  expect(await own.verify(await forge({}, long, 'HS384'))).toBe('invalid_token')
  expect(await own.verify(await forge({}, long, 'HS512'))).toBe('invalid_token')
  for (const alg of ['none', 'None', 'NONE', '']) {
    const unsigned = `${part({ alg, typ: 'JWT' })}.${part({ ...good, iat: start / 1000 })}`
    expect(await tokens.verify(`${unsigned}.`)).toBe('invalid_token')
    expect(await tokens.verify(unsigned)).toBe('invalid_token')
  }
})

test('a token whose payload or signature was changed is invalid', async () => {
  const { tokens } = await tokensAt()
  const { token } = await tokens.sign('user', 'session', never)
  const [header = '', , signature = ''] = token.split('.')
  const payload = part({ ...payloadOf(token), sub: 'somebody else' })
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
  `${part({ alg: 'HS256' })}..`,
  `.${part({ exp: 1 })}.`,
  `.${part(null)}.`,
])('what is no token at all (%p) is invalid', async (text) => {
  const { tokens } = await tokensAt()
  expect(await tokens.verify(text)).toBe('invalid_token')
})
