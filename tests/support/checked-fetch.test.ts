import { describe, expect, test } from 'bun:test'
import { checkedFetch } from './checked-fetch.ts'

const requiredHeaders = {
  'X-Request-Id': 'r-1',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  Vary: 'Origin',
}
const json = { ...requiredHeaders, 'Content-Type': 'application/json' }
const problem = { ...requiredHeaders, 'Content-Type': 'application/problem+json' }
const notFound = {
  type: 'urn:replog:problem:not_found',
  title: 'Not found',
  status: 404,
  detail: 'There is nothing here.',
  instance: '/nowhere',
  code: 'not_found',
  requestId: 'r-1',
}

/** The error that a response causes, or `accepted`. */
async function outcomeOf(path: string, response: Response, method = 'GET'): Promise<string> {
  const fetch = checkedFetch(
    () => response,
    () => [],
  )
  try {
    await fetch(new Request(`http://localhost${path}`, { method }))
    return 'accepted'
  } catch (error) {
    return String(error)
  }
}

const alive = JSON.stringify({ status: 'alive' })

describe('a response that the contract declares is accepted', () => {
  test.each([
    ['/livez', () => new Response(alive, { headers: json })],
    ['/nowhere', () => new Response(JSON.stringify(notFound), { status: 404, headers: problem })],
  ])('%s', async (path, response) => {
    expect(await outcomeOf(path, response())).toBe('accepted')
  })
})

describe('a response that violates the contract is rejected', () => {
  const violations: readonly (readonly [string, string, () => Response])[] = [
    ['the status 418 is not declared', '/livez', () => new Response(alive, { status: 418, headers: json })],
    ['the status 200 is not declared', '/nowhere', () => new Response(alive, { headers: json })],
    ['the body: ', '/livez', () => new Response('{"status":"dead"}', { headers: json })],
    ['the body is not application/json', '/livez', () => new Response('alive', { headers: json })],
    [
      'media type text/plain',
      '/livez',
      () => new Response(alive, { headers: { ...json, 'Content-Type': 'text/plain' } }),
    ],
    [
      'JSON has no charset',
      '/livez',
      () => new Response(alive, { headers: { ...json, 'Content-Type': 'application/json; charset=utf-8' } }),
    ],
    [
      'the header x-powered-by is not declared',
      '/livez',
      () => new Response(alive, { headers: { ...json, 'X-Powered-By': 'us' } }),
    ],
    [
      'the header Cache-Control',
      '/livez',
      () => new Response(alive, { headers: { ...json, 'Cache-Control': 'public' } }),
    ],
    [
      'says status 405',
      '/nowhere',
      () => new Response(JSON.stringify({ ...notFound, status: 405 }), { status: 404, headers: problem }),
    ],
    [
      'instance is /else',
      '/nowhere',
      () =>
        new Response(JSON.stringify({ ...notFound, instance: '/else' }), { status: 404, headers: problem }),
    ],
    [
      'requestId',
      '/nowhere',
      () =>
        new Response(JSON.stringify({ ...notFound, requestId: 'r-2' }), { status: 404, headers: problem }),
    ],
    [
      'leaks internals',
      '/nowhere',
      () =>
        new Response(JSON.stringify({ ...notFound, detail: 'select id from users' }), {
          status: 404,
          headers: problem,
        }),
    ],
    ['not a problem', '/nowhere', () => new Response('{}', { status: 404, headers: problem })],
  ]
  test.each(violations)('because of: %s', async (message, path, response) => {
    expect(await outcomeOf(path, response())).toContain(message)
  })

  test('because a response to HEAD has a body', async () => {
    expect(await outcomeOf('/livez', new Response(alive, { headers: json }), 'HEAD')).toContain('has a body')
  })
})
