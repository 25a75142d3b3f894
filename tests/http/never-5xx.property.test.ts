import { afterAll, expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { listen, notesApp } from './notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const encode = (text: string) => text.replaceAll(/[^!-~]/g, (unit) => encodeURIComponent(unit.toWellFormed()))
const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map(encode),
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
const headerText = fc.string({ unit: fc.constantFrom(...' !"#$%&()*+,-./0129:;<=>?@AZ[]^_`az{|}~é') })

async function expectHandled(response: Response) {
  expect(response.status).toBeLessThan(500)
  if (response.status >= 400) expect(await response.json()).toMatchObject({ status: response.status })
}

test('a body of random bytes is rejected and changes nothing', async () => {
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

test('a body of random JSON never causes a 5xx', async () => {
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

test('random paths, queries, methods and headers never cause a 5xx', async () => {
  const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND')
  const headers = fc.record(
    {
      authorization: fc.oneof(fc.constantFrom('Bearer ada', 'Bearer bad'), headerText),
      'if-match': headerText,
      'if-none-match': headerText,
      'idempotency-key': headerText,
      'x-request-id': headerText,
      'x-zone': headerText,
      'x-forwarded-for': headerText,
      origin: headerText,
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
