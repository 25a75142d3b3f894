import { describe, expect, test } from 'bun:test'
import { declaredOperations, nodeOf, resolved } from '#tests/support/contract.ts'
import { everyOperation, prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const allowed = 'https://app.example.com'
const world = await startWorld({ corsOrigins: [allowed, 'http://localhost:5173'] })
const { app } = world

/** Origins that only resemble an allowed one. */
const otherOrigins = [
  'https://evil.example.com',
  'https://app.example.com.evil.com',
  'http://app.example.com',
  `${allowed}:8443`,
  'null',
  'https://APP.example.com',
]

/** The response headers that a page may read even if they are not exposed (CORS-safelisted). */
const safelisted = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])
const declared = new Set(
  declaredOperations.flatMap(({ node }) =>
    Object.values(nodeOf(node.responses)).flatMap((response) =>
      Object.keys(nodeOf(resolved(response).headers)),
    ),
  ),
)

function corsOf(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('access-control-'))
}

describe('a page of an allowed origin may read responses and problems', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const overrides of [{ query: 'unexpected=1' }, {}]) {
      const response = await sendPrepared(app, prepared, { ...overrides, headers: { Origin: allowed } })
      expect(response.headers.get('access-control-allow-origin')).toBe(allowed)
      // The page itself sets the header with the token; the browser adds no credentials.
      expect(response.headers.has('access-control-allow-credentials')).toBe(false)
      expect(response.headers.get('vary')?.split(', ')).toContain('Origin')
    }
  })
})

test('every header in the contract that a page may need is exposed to one of an allowed origin', async () => {
  const response = await app.send('GET', '/livez', { headers: { Origin: allowed } })
  const exposed = new Set(response.headers.get('access-control-expose-headers')?.toLowerCase().split(', '))
  const needed = [...declared].map((name) => name.toLowerCase()).filter((name) => !safelisted.has(name))
  // For browsers and caches, or implied by the method.
  const notForPages = new Set([
    'vary',
    'allow',
    'content-security-policy',
    'referrer-policy',
    'strict-transport-security',
    'x-content-type-options',
  ])
  for (const name of needed) if (!notForPages.has(name)) expect([...exposed]).toContain(name)
})

describe('a page of any other origin may read nothing', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const origin of [...otherOrigins, undefined]) {
      const response = await sendPrepared(app, prepared, {
        headers: { Origin: origin },
        query: 'unexpected=1',
      })
      expect(corsOf(response.headers)).toEqual([])
    }
    const success = await sendPrepared(app, prepared, { headers: { Origin: otherOrigins[0] } })
    expect(success.status, success.text).toBeLessThan(400)
    expect(corsOf(success.headers)).toEqual([])
  })
})

const sentHeaders = new Set(
  everyOperation.flatMap(({ parameters }) => parameters.header.map(({ name }) => name.toLowerCase())),
)

describe('a preflight allows the methods of the path, and every header that any operation reads', () => {
  const paths = [...new Set(everyOperation.map(({ path }) => path))]
  test.each(paths)('%s', async (path) => {
    const siblings = everyOperation.filter((operation) => operation.path === path)
    const address = path.replace(/\{[^}]+\}/, 'x')
    expect([...sentHeaders]).toContain('idempotency-key')
    for (const { method } of siblings) {
      const headers = { Origin: allowed, 'Access-Control-Request-Method': method.toUpperCase() }
      const response = await app.send('OPTIONS', address, { headers })
      expect(response.status).toBe(204)
      const list = (name: string) => response.headers.get(name)?.toLowerCase().split(', ') ?? []
      expect(list('access-control-allow-methods')).toContain(method)
      for (const name of ['authorization', 'content-type', 'x-request-id', ...sentHeaders]) {
        expect(list('access-control-allow-headers')).toContain(name)
      }
      const responseToOtherOrigin = await app.send('OPTIONS', address, {
        headers: { ...headers, Origin: otherOrigins[0] },
      })
      expect(corsOf(responseToOtherOrigin.headers)).toEqual([])
    }
  })
})
