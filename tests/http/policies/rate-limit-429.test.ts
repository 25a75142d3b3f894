import { expect, test } from 'bun:test'
import { expectProblem } from '../notes/expect-problem.ts'
import { listen, notesApp } from '../notes/serve.ts'

const policies = { default: { points: 3, seconds: 60 }, auth: { points: 2, seconds: 30 } }
const asUser = (user: string, headers: Record<string, string> = {}) => ({
  headers: { authorization: user === '' ? '' : `Bearer ${user}`, ...headers },
})

test('requests are counted down, then rejected with 429 and the time to wait', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (const remaining of [2, 1, 0]) {
    const { status, headers } = await send('/api/notes')
    expect(status).toBe(200)
    expect(headers.get('ratelimit-policy')).toBe('"default";q=3;w=60')
    expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${remaining};t=\\d+$`))
  }
  const response = await send('/api/notes')
  await expectProblem(response.clone(), 429, 'too_many_requests')
  expect(Number(response.headers.get('retry-after'))).toBeWithin(1, 61)
  expect(response.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/)
})

test('each user is counted separately, across operations', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (const path of ['/api/notes', '/api/notes/latest', '/nowhere', '/api/notes?x=1'])
    await send(path, asUser('ada'))
  expect((await send('/api/notes', asUser('ada'))).status).toBe(429)
  expect((await send('/api/notes', asUser('bob'))).status).toBe(200)
})

test('requests without a valid token are counted by address', async () => {
  const { send } = notesApp({ rateLimit: policies })
  await expectProblem(await send('/api/notes', asUser('')), 401, 'unauthorized')
  await expectProblem(await send('/api/notes', asUser('bad')), 401, 'invalid_token')
  await expectProblem(await send('/api/notes', asUser('expired')), 401, 'token_expired')
  await expectProblem(await send('/api/notes', asUser('bad')), 429, 'too_many_requests')
  expect((await send('/api/notes', asUser('ada'))).status).toBe(200)
})

test('each policy is counted separately', async () => {
  const { send } = notesApp({ rateLimit: policies })
  const login = () => send('/api/login', { method: 'POST', ...asUser('') })
  expect((await login()).headers.get('ratelimit-policy')).toBe('"auth";q=2;w=30')
  expect((await login()).status).toBe(200)
  expect((await login()).status).toBe(429)
  expect((await send('/api/notes/latest', asUser(''))).status).toBe(200)
})

test('the body of a request beyond the limit is not read', async () => {
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

test('an operation without a policy is not limited', async () => {
  const { send } = notesApp({ rateLimit: policies })
  for (let count = 0; count < 9; count++) {
    const response = await send('/fail?how=ok')
    expect(response.status).toBe(200)
    expect(response.headers.get('ratelimit')).toBeNull()
  }
})

test('nothing is limited and no limit headers are sent if rate limits are off', async () => {
  const { send } = notesApp({ rateLimit: undefined })
  for (let count = 0; count < 9; count++) {
    const response = await send('/api/notes')
    expect(response.status).toBe(200)
    expect(response.headers.get('ratelimit-policy')).toBeNull()
  }
})

test('a policy missing from the configuration is an error at startup', () => {
  expect(() => notesApp({ rateLimit: { default: { points: 1, seconds: 1 } } })).toThrow('auth')
})

test('clients behind a trusted proxy are counted separately', async () => {
  const app = notesApp({ rateLimit: policies, trustedProxies: ['127.0.0.0/8'] })
  const server = listen(app)
  const from = (address: string) =>
    fetch(`${server.origin}/api/notes/latest`, { headers: { 'x-forwarded-for': `1.1.1.1, ${address}` } })
  for (const remaining of [2, 1, 0]) {
    expect((await from('198.51.100.1')).headers.get('ratelimit')).toStartWith(`"default";r=${remaining};`)
  }
  expect((await from('198.51.100.1')).status).toBe(429)
  expect((await from('198.51.100.2')).status).toBe(200)
  server.stop()
})
