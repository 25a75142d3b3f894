import { expect, test } from 'bun:test'
import { expectProblem } from '../notes/expect-problem.ts'
import { notesApp } from '../notes/serve.ts'

const app = notesApp()
const { send } = app

test('a request without a token gets a challenge without an error', async () => {
  const response = await send('/api/notes', { headers: { authorization: '' } })
  await expectProblem(response.clone(), 401, 'unauthorized')
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
  expect(response.headers.get('vary')).toBe('Accept-Encoding, Authorization, Origin')
})

const rejected: [authorization: string, code: string][] = [
  ['Bearer bad', 'invalid_token'],
  ['Bearer expired', 'token_expired'],
  ['Bearer ended', 'session_ended'],
  ['Bearer', 'invalid_token'],
  ['Bearer two words', 'invalid_token'],
  ['Bearer ada,', 'invalid_token'],
  ['Bearer <ada>', 'invalid_token'],
  ['Basic YWRhOnNlY3JldA==', 'invalid_token'],
  ['ada', 'invalid_token'],
]

test.each(rejected)('"%s" is rejected with the reason', async (authorization, code) => {
  for (const path of ['/api/notes', '/api/notes/latest']) {
    const response = await send(path, { headers: { authorization } })
    const problem = await expectProblem(response, 401, code)
    const challenge = response.headers.get('www-authenticate') ?? ''
    expect(challenge).toStartWith('Bearer realm="replog", error="invalid_token", error_description="')
    expect(challenge + JSON.stringify(problem)).not.toContain('YWRh')
  }
})

test.each(['Bearer ada', 'bearer ada', 'BEARER   ada'])('"%s" is accepted', async (authorization) => {
  expect((await send('/api/notes', { headers: { authorization } })).status).toBe(200)
})

test('401 takes precedence over all other errors, and the body is not read', async () => {
  const body = new ReadableStream(
    {
      pull() {
        throw new Error('The body was read')
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { authorization: '', 'content-type': 'text/plain', 'content-length': '99999999' }
  await expectProblem(await send('/api/notes?x=%ff', { method: 'POST', body, headers }), 401, 'unauthorized')
  await expectProblem(
    await send('/api/notes/not-an-id', { headers: { authorization: '' } }),
    401,
    'unauthorized',
  )
})

test('an optional token may be missing', async () => {
  const anyone = await send('/api/notes/latest', { headers: { authorization: '' } })
  expect(await anyone.json()).toEqual({ for: 'anyone' })
  expect(anyone.headers.get('cache-control')).toBe('public, no-cache')
  const ada = await send('/api/notes/latest')
  expect(await ada.json()).toEqual({ for: 'ada' })
  expect(ada.headers.get('cache-control')).toBe('private, no-cache')
  expect(ada.headers.get('vary')).toBe('Accept-Encoding, Authorization, Origin')
})

test('an operation that needs no token ignores an invalid one', async () => {
  const response = await send('/api/login', { method: 'POST', headers: { authorization: 'Bearer bad' } })
  expect(response.status).toBe(200)
})

test("a handler's own 401 gets a challenge", async () => {
  const body = JSON.stringify({ password: 'wrong' })
  const response = await send('/api/login', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  await expectProblem(response.clone(), 401, 'invalid_credentials')
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
})

test('500 if an error prevents the validation of a token', async () => {
  const failing = notesApp({
    authenticate() {
      throw new Error('secret')
    },
  })
  const problem = await expectProblem(await failing.send('/api/notes'), 500, 'internal_error')
  expect(JSON.stringify(problem)).not.toContain('secret')
  expect(failing.errors).toHaveLength(1)
})
