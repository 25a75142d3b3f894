import { afterAll, describe, expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from './notes/expect-problem.ts'
import { rawSocket } from './notes/raw-socket.ts'
import { listen, notesApp } from './notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
const authorization = 'Bearer ada'
const onSocket = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, { ...init, headers: { authorization } })

// Bun's router serves the socket and Elysia's router serves `app.handle`. They must agree.
describe.each([
  ['on a socket', onSocket],
  ['without a socket', app.send],
] as const)('%s', (_, send) => {
  test.each([
    '/',
    '/api',
    '/api/notes/',
    '/api/note',
    '/API/notes',
    '/api//notes',
    `/api/notes/${id}/more`,
    '/api/%6eotes',
    '/api/notes%2F',
    '/*',
    '/%zz',
  ])('404 for the path %s', async (path) => {
    const problem = await expectProblem(await send(path), 404, 'not_found')
    expect(problem.instance).toBe(path)
  })

  test('a 404 does not contain the query', async () => {
    const problem = await expectProblem(await send('/nowhere?token=secret'), 404, 'not_found')
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  const undeclared: [path: string, methods: string[], allow: string][] = [
    ['/api/notes', ['PUT', 'PATCH', 'DELETE', 'PROPFIND'], 'GET, HEAD, POST, OPTIONS'],
    [`/api/notes/${id}`, ['POST', 'PATCH'], 'GET, HEAD, PUT, DELETE, OPTIONS'],
    // The literal path decides, although `/api/notes/{id}`, which also matches, has PUT and DELETE.
    ['/api/notes/latest', ['PUT', 'DELETE', 'POST'], 'GET, HEAD, OPTIONS'],
    ['/api/login', ['GET', 'HEAD', 'PUT'], 'POST, OPTIONS'],
  ]
  const cases = undeclared.flatMap(([path, methods, allow]) =>
    methods.map((method) => [method, path, allow] as const),
  )

  test.each(cases)('405 for %s %s', async (method, path, allow) => {
    const response = await send(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
    if (method === 'HEAD') expect(await response.text()).toBe('')
    else await expectProblem(response, 405, 'method_not_allowed')
  })

  test.each(['%', '%zz', '%ff', '%ed%a0%80'])('400 for a malformed percent-encoding: %s', async (text) => {
    await expectProblem(await send(`/api/notes/${text}`), 400, 'malformed_request')
  })

  test.each(['x', id.toUpperCase(), `${id}%20`, '%2525', 'a%2Fb', '%00', encodeURIComponent("';--")])(
    '422 for a path parameter that does not match its schema: %s',
    async (text) => {
      const problem = await expectProblem(await send(`/api/notes/${text}`), 422, 'validation_failed')
      expect(fieldProblems(problem)).toEqual([text === '%00' ? 'id unstorable_text' : 'id format'])
    },
  )

  test('a path parameter is decoded once', async () => {
    const encoded = `%30${id.slice(1)}`
    const problem = await expectProblem(await send(`/api/notes/${encoded}`), 404, 'not_found')
    expect(problem.detail).toBe('There is no such note.')
  })

  test("another user's note gets the same 404 as an unknown one", async () => {
    app.notes.set(id, { id, title: 'secret', owner: 'bob', revision: 1 })
    const anotherProblem = await expectProblem(await send(`/api/notes/${id}`), 404, 'not_found')
    app.notes.delete(id)
    const unknown = await expectProblem(await send(`/api/notes/${id}`), 404, 'not_found')
    expect({ ...anotherProblem, requestId: '' }).toEqual({ ...unknown, requestId: '' })
  })
})

test.each(['x', 'pi', 'a.b', '[::1]', 'localhost:3000'])('any Host is served: %s', async (host) => {
  const socket = await rawSocket(server.port)
  for (const path of ['/api/notes/latest', '/nowhere']) {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  }
  const text = await socket.until('There is nothing at this path.')
  expect(text).toContain('{"for":"anyone"}')
  socket.close()
})

test('HTTP/1.0 is served without a Host', async () => {
  const socket = await rawSocket(server.port)
  socket.write('GET /api/notes/latest HTTP/1.0\r\n\r\n')
  expect(await socket.until('anyone')).toContain('200 OK')
  socket.close()
})
