import { afterAll, expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { listen, notesApp } from './notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const url = (text: string) => text.replaceAll(/[^!-~]/g, (unit) => encodeURIComponent(unit.toWellFormed()))
const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map(url),
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%ff',
    '%c0%80',
    '..',
    '',
    '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
    'latest',
    '?',
    '#',
    '&&',
    'limit=',
    '=',
  ),
)
const path = fc.array(fragment, { maxLength: 4 }).map((parts) => `/api/notes/${parts.join('/')}`)
const query = fc.array(fragment, { maxLength: 4 }).map((parts) => parts.join('&'))
const visible = fc.string({ unit: fc.constantFrom(...' !"#$%&()*+,-./0129:;<=>?@AZ[]^_`az{|}~é') })

async function expectHandled(response: Response) {
  expect(response.status).toBeLessThan(500)
  if (response.status >= 400) expect(await response.json()).toMatchObject({ status: response.status })
}

test('random bytes as a body are rejected, and change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
      const headers = { authorization: 'Bearer ada', 'content-type': 'application/json' }
      const response = await fetch(`${server.origin}/api/notes`, { method: 'POST', headers, body })
      expect([400, 422]).toContain(response.status)
      await expectHandled(response)
      expect(app.notes.size).toBe(0)
    }),
  )
})

test('random JSON as a body never fails', async () => {
  const body = fc.record(
    {
      title: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      tags: fc.jsonValue(),
      attachment: fc.oneof(
        fc.jsonValue(),
        fc.record({ kind: fc.oneof(fc.constantFrom('link', 'file'), fc.jsonValue()) }),
      ),
      nested: fc.jsonValue(),
      ['__proto__']: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const headers = { 'content-type': 'application/json' }
      await expectHandled(
        await app.send('/api/notes', { method: 'POST', headers, body: JSON.stringify(value) }),
      )
    }),
  )
  expect(app.errors).toEqual([])
})

test('random paths, queries, methods and headers never fail', async () => {
  const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND')
  const headers = fc.record(
    {
      authorization: fc.oneof(fc.constantFrom('Bearer ada', 'Bearer bad'), visible),
      'if-match': visible,
      'if-none-match': visible,
      'idempotency-key': visible,
      'x-request-id': visible,
      'x-zone': visible,
      'x-forwarded-for': visible,
      origin: visible,
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(path, query, method, headers, async (path, query, method, headers) => {
      const response = await fetch(`${server.origin}${path}?${query}`, { method, headers })
      expect(response.status).toBeLessThan(500)
    }),
    { numRuns: runs(300) },
  )
  expect(app.errors).toEqual([])
})
