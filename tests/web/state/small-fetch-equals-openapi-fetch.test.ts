import { expect, test } from 'bun:test'
import createClient from 'openapi-fetch'
import createSmallClient from '#web/state/small-fetch.ts'

const json = (status: number, body: unknown) => Response.json(body, { status })

const responses = {
  'a resource': () => json(200, { id: 'a' }),
  'nothing, with 204': () => new Response(null, { status: 204 }),
  'nothing, with 200': () => new Response('', { headers: { 'content-length': '0' } }),
  'a problem': () => json(422, { code: 'validation_failed' }),
  'an empty problem': () => new Response(null, { status: 401, headers: { 'content-length': '0' } }),
  'the page of a proxy': () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
} satisfies Record<string, () => Response>

const asForm = (body: unknown) => {
  const form = new FormData()
  form.set('file', String(body))
  return form
}

const calls = [
  ['GET', '/api/users/me', undefined],
  ['GET', '/api/workouts/{id}', { params: { path: { id: 'a/b ü' } } }],
  [
    'GET',
    '/api/exercises',
    { params: { query: { limit: 200, cursor: undefined, q: 'a b&c', muscle: ['x', 'y'] } } },
  ],
  ['GET', '/api/sync/events', { params: { header: { 'Last-Event-ID': '7' } } }],
  ['GET', '/api/users/me/export', { parseAs: 'text' }],
  ['POST', '/api/sync/push', { body: { mutations: [] } }],
  ['POST', '/api/auth/logout', { headers: { authorization: 'Bearer x' }, keepalive: true }],
  ['POST', '/api/imports', { body: 'text', bodySerializer: asForm }],
  ['PATCH', '/api/users/me', { params: { header: { 'If-Match': '*' } }, body: { unit: 'kg' } }],
  ['PUT', '/api/workouts/{id}', { params: { path: { id: 'a' } }, body: null }],
  ['DELETE', '/api/auth/sessions/{id}', { params: { path: { id: 'a' } } }],
] as const

type Send = (
  path: string,
  options?: unknown,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>

/** Calls a client. Resolves to the requests that it sent, and to its result. */
async function callClient(
  create: unknown,
  [method, path, options]: (typeof calls)[number],
  respond: () => Response,
) {
  const sent: unknown[] = []
  const fetch = async (request: Request) => {
    const { url, method, redirect } = request
    const headers = Object.fromEntries(request.headers)
    const { 'content-type': type = '' } = headers
    // The multipart boundary is random.
    const body = type.startsWith('multipart') ? (await request.formData()).get('file') : await request.text()
    sent.push({ url, method, redirect, headers: { ...headers, 'content-type': type.split(';')[0] }, body })
    return respond()
  }
  const client = (create as (options: unknown) => Record<string, Send>)({
    baseUrl: 'http://localhost',
    fetch,
  })
  const { response, ...result } = (await client[method]?.(path, options)) ?? { response: undefined }
  return { sent, result, status: response?.status, members: Object.keys(result) }
}

test.each(Object.entries(responses))(
  'small-fetch sends the same requests as openapi-fetch, and reads the same result from %s',
  async (_, respond) => {
    for (const call of calls) {
      const expected = await callClient(createClient, call, respond)
      expect(expected.sent).toHaveLength(1)
      expect(await callClient(createSmallClient, call, respond)).toEqual(expected)
    }
  },
)

test('small-fetch uses a custom fetch and returns a stream without reading it', async () => {
  const client = createSmallClient({ baseUrl: '' })
  const response = new Response('data: 1\n\n')
  const fetch = async () => response
  const { data } =
    (await client.GET?.('http://localhost/api/sync/events', { parseAs: 'stream', fetch })) ?? {}
  expect(data).toBe(response.body)
})
