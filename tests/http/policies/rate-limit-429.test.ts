import { expect, test } from 'bun:test'
import { expectProblem } from '../notes/expect-problem.ts'
import { listen, notesApp } from '../notes/serve.ts'

const policies = { default: { points: 3, seconds: 60 }, auth: { points: 2, seconds: 30 } }
const as = (user: string, headers: Record<string, string> = {}) => ({
  headers: { authorization: user === '' ? '' : `Bearer ${user}`, ...headers },
})

test('counts down, then responds with 429 and the time to wait', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (const left of [2, 1, 0]) {
    const { status, headers } = await send('/api/notes')
    expect(status).toBe(200)
    expect(headers.get('ratelimit-policy')).toBe('"default";q=3;w=60')
    expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${left};t=\\d+$`))
  }
  const response = await send('/api/notes')
  await expectProblem(response.clone(), 429, 'too_many_requests')
  expect(Number(response.headers.get('retry-after'))).toBeWithin(1, 61)
  expect(response.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/)
})

test('counts each user separately, across operations', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (const path of ['/api/notes', '/api/notes/latest', '/nowhere', '/api/notes?x=1'])
    await send(path, as('ada'))
  expect((await send('/api/notes', as('ada'))).status).toBe(429)
  expect((await send('/api/notes', as('bob'))).status).toBe(200)
})

test('counts by address without a valid token', async () => {
  const { send } = notesApp({ rateLimit: policies })
  await expectProblem(await send('/api/notes', as('')), 401, 'unauthorized')
  await expectProblem(await send('/api/notes', as('bad')), 401, 'invalid_token')
  await expectProblem(await send('/api/notes', as('expired')), 401, 'token_expired')
  await expectProblem(await send('/api/notes', as('bad')), 429, 'too_many_requests')
  expect((await send('/api/notes', as('ada'))).status).toBe(200)
})

test('counts each policy separately', async () => {
  const { send } = notesApp({ rateLimit: policies })
  const login = () => send('/api/login', { method: 'POST', ...as('') })
  expect((await login()).headers.get('ratelimit-policy')).toBe('"auth";q=2;w=30')
  expect((await login()).status).toBe(200)
  expect((await login()).status).toBe(429)
  expect((await send('/api/notes/latest', as(''))).status).toBe(200)
})

test('does not read the body of a request beyond the limit', async () => {
  const { send, notes } = notesApp({
    rateLimit: { default: { points: 0, seconds: 60 }, auth: { points: 0, seconds: 1 } },
  })
  const body = new ReadableStream(
    {
      pull() {
        throw new Error('The body was read')
      },
    },
    { highWaterMark: 0 },
  )
  await expectProblem(await send('/api/notes', { method: 'POST', body }), 429, 'too_many_requests')
  expect(notes.size).toBe(0)
})

test('never limits an operation without a policy', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (let sent = 0; sent < 9; sent++) {
    const response = await send('/fail?how=ok')
    expect(response.status).toBe(200)
    expect(response.headers.get('ratelimit')).toBeNull()
  }
})

test('does not limit or send limit headers if switched off', async () => {
  const { send } = notesApp({ rateLimit: undefined })
  for (let sent = 0; sent < 9; sent++) {
    const response = await send('/api/notes')
    expect(response.status).toBe(200)
    expect(response.headers.get('ratelimit-policy')).toBeNull()
  }
})

test('a policy missing from the configuration is an error at startup', () => {
  expect(() => notesApp({ rateLimit: { default: { points: 1, seconds: 1 } } })).toThrow('auth')
})

test('counts the clients behind a trusted proxy separately', async () => {
  const app = notesApp({ rateLimit: policies, trustedProxies: ['127.0.0.0/8'] })
  const server = listen(app)
  const from = (address: string) =>
    fetch(`${server.origin}/api/notes/latest`, { headers: { 'x-forwarded-for': `1.1.1.1, ${address}` } })
  for (const left of [2, 1, 0]) {
    expect((await from('198.51.100.1')).headers.get('ratelimit')).toStartWith(`"default";r=${left};`)
  }
  expect((await from('198.51.100.1')).status).toBe(429)
  expect((await from('198.51.100.2')).status).toBe(200)
  server.stop()
})
