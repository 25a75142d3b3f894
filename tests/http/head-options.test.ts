import { afterAll, describe, expect, test } from 'bun:test'
import { listen, notesApp } from './notes/serve.ts'

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const app = notesApp()
app.notes.set(id, { id, title: 'olé', owner: 'ada', revision: 3 })
const server = listen(app)
afterAll(() => server.stop())

const onSocket = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: { authorization: 'Bearer ada', 'x-request-id': 'same' },
  })
const onApp = (path: string, init: RequestInit = {}) =>
  app.send(path, { ...init, headers: { 'x-request-id': 'same' } })

describe.each([
  ['on a socket', onSocket],
  ['without a socket', onApp],
] as const)('%s', (transport, send) => {
  test.each([
    '/api/notes',
    `/api/notes/${id}`,
    '/api/notes/latest',
    '/text.yaml',
    '/api/notes/bad',
    '/nowhere',
  ])('HEAD %s equals GET without the body', async (path) => {
    const get = await send(path)
    const head = await send(path, { method: 'HEAD' })
    expect(head.status).toBe(get.status)
    const length = String((await get.arrayBuffer()).byteLength)
    if (transport === 'on a socket' || head.status === 200) {
      expect(await head.text()).toBe('')
      expect(head.headers.get('content-length')).toBe(length)
    }
    const headersOf = ({ headers }: Response) => {
      const headerFields = Object.fromEntries(headers)
      delete headerFields.date
      delete headerFields['content-length']
      return headerFields
    }
    expect(headersOf(head)).toEqual(headersOf(get))
  })

  test('OPTIONS returns the methods of a path without a token', async () => {
    const response = await send(`/api/notes/${id}`, { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('allow')).toBe('GET, HEAD, PUT, DELETE, OPTIONS')
    expect(await response.text()).toBe('')
    expect((await send('/nowhere', { method: 'OPTIONS' })).status).toBe(404)
  })
})

test('HEAD of a stream sends neither a body nor a Content-Length', async () => {
  const response = await onSocket('/stream', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
  expect(response.headers.get('content-length')).toBeNull()
})
