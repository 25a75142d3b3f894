import { afterAll, expect, test } from 'bun:test'
import { jsonBody, listen, notesApp } from './notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

test.each([
  ['GET', '/api/notes', { operationId: 'listNotes', route: '/api/notes', status: 200, userId: 'ada' }],
  ['HEAD', '/api/notes', { operationId: 'listNotes', route: '/api/notes', status: 200, userId: 'ada' }],
  ['GET', '/api/notes/x', { operationId: 'getNote', route: '/api/notes/{id}', status: 422, userId: 'ada' }],
  ['PUT', '/api/notes', { operationId: undefined, route: '/api/notes', status: 405, userId: undefined }],
  ['OPTIONS', '/api/notes', { operationId: undefined, route: '/api/notes', status: 204, userId: undefined }],
  ['GET', '/nowhere', { operationId: undefined, route: undefined, status: 404, userId: undefined }],
] as const)('onResponse is called once for %s %s', async (method, path, expected) => {
  const completedBefore = app.completed.length
  await fetch(`${server.origin}${path}`, { method, headers: { authorization: 'Bearer ada' } })
  expect(app.completed).toHaveLength(completedBefore + 1)
  expect(app.completed.at(-1)).toMatchObject({ method, ...expected })
  expect(app.completed.at(-1)?.durationMs).toBeWithin(0, 10_000)
})

test('onResponse receives no user for a rejected token', async () => {
  await app.send('/api/notes', jsonBody('POST', {}, { authorization: 'Bearer bad' }))
  expect(app.completed.at(-1)).toMatchObject({ operationId: 'createNote', status: 401, userId: undefined })
})
