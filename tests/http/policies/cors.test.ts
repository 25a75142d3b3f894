import { expect, test } from 'bun:test'
import { notesApp } from '../notes/serve.ts'

const { send } = notesApp({ cors: { origins: ['https://app.example', 'http://localhost:5173'] } })

const preflight = (origin: string, path = '/api/notes', extraHeaders: Record<string, string> = {}) =>
  send(path, {
    method: 'OPTIONS',
    headers: { authorization: '', origin, 'access-control-request-method': 'POST', ...extraHeaders },
  })

const corsHeaders = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'))

test('a preflight of an allowed origin gets the methods and headers', async () => {
  const response = await preflight('https://app.example')
  expect(response.status).toBe(204)
  const { headers } = response
  expect(headers.get('access-control-allow-origin')).toBe('https://app.example')
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS')
  const names = headers.get('access-control-allow-headers')?.split(', ') ?? []
  for (const name of [
    'Authorization',
    'Content-Type',
    'X-Request-Id',
    'Idempotency-Key',
    'If-None-Match',
    'X-Zone',
  ]) {
    expect(names).toContain(name)
  }
  expect(headers.get('access-control-max-age')).toBe('7200')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('vary')).toContain('Origin')
})

test.each([
  'https://evil.example',
  'https://app.example.evil.example',
  'http://app.example',
  'https://app.example:444',
  'null',
  'https://APP.example',
])('%s gets no CORS headers', async (origin) => {
  const response = await preflight(origin)
  expect(response.status).toBe(204)
  expect(corsHeaders(response)).toEqual([])
  expect(response.headers.get('vary')).toContain('Origin')
})

test('a page of an allowed origin may read every response, including problems', async () => {
  const origin = 'http://localhost:5173'
  const requests: [path: string, init: RequestInit][] = [
    ['/api/notes', { headers: { origin } }],
    ['/api/notes', { headers: { origin, authorization: '' } }],
    ['/api/notes?x=1', { headers: { origin } }],
    ['/api/notes', { method: 'PATCH', headers: { origin } }],
    ['/nowhere', { headers: { origin } }],
  ]
  for (const [path, init] of requests) {
    const { headers } = await send(path, init)
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    const exposed = headers.get('access-control-expose-headers')?.split(', ')
    for (const name of [
      'ETag',
      'Location',
      'Link',
      'Retry-After',
      'RateLimit',
      'RateLimit-Policy',
      'X-Request-Id',
      'WWW-Authenticate',
    ]) {
      expect(exposed).toContain(name)
    }
    expect(headers.get('vary')).toContain('Origin')
  }
})

test('an OPTIONS that is not a preflight gets no preflight headers', async () => {
  const response = await send('/api/notes', { method: 'OPTIONS', headers: { origin: 'https://app.example' } })
  expect(corsHeaders(response).sort()).toEqual([
    'access-control-allow-origin',
    'access-control-expose-headers',
  ])
})

test('no origin gets CORS headers if none is allowed', async () => {
  const withoutCors = notesApp()
  const response = await withoutCors.send('/api/notes', { headers: { origin: 'https://app.example' } })
  expect(corsHeaders(response)).toEqual([])
})
