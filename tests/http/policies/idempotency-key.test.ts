import { beforeEach, expect, test } from 'bun:test'
import { expectProblem, fieldProblems } from '../notes/expect-problem.ts'
import { jsonBody, type NotesApp, notesApp } from '../notes/serve.ts'

let app: NotesApp
beforeEach(() => {
  app = notesApp()
})

const post = (key: string, body: unknown, user = 'ada') =>
  app.send('/api/notes', jsonBody('POST', body, { 'idempotency-key': key, authorization: `Bearer ${user}` }))

test('a repeated request gets the first response, byte for byte', async () => {
  const first = await post('k', { title: 'x' })
  const second = await post('k', { title: 'x' })
  expect(second.status).toBe(201)
  expect(await second.text()).toBe(await first.text())
  for (const name of ['etag', 'location', 'content-type', 'cache-control', 'vary']) {
    expect(second.headers.get(name)).toBe(first.headers.get(name))
  }
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  expect(app.notes.size).toBe(1)
})

test('a different body with the same key gets 422 and changes nothing', async () => {
  await post('k', { title: 'x' })
  const problem = await expectProblem(await post('k', { title: 'secret' }), 422, 'idempotency_key_reused')
  expect(fieldProblems(problem)).toEqual(['Idempotency-Key reused'])
  expect(app.notes.size).toBe(1)
})

test('two users can use the same key', async () => {
  await post('k', { title: 'x' })
  expect((await post('k', { title: 'y' }, 'bob')).status).toBe(201)
  expect(app.notes.size).toBe(2)
})

test('a rejected request does not use up its key', async () => {
  const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'
  await expectProblem(await post('k', { title: '' }), 422, 'validation_failed')
  app.notes.set(id, { id, title: 'x', owner: 'bob', revision: 1 })
  await expectProblem(await post('k', { title: 'x', id }), 409, 'id_taken')
  expect((await post('k', { title: 'x' })).status).toBe(201)
})

test.each([
  ['two words', 'pattern'],
  ['é', 'pattern'],
  ['x'.repeat(256), 'max_length'],
  ['', 'min_length'],
])('the key %p gets 422', async (key, code) => {
  const problem = await expectProblem(await post(key, { title: 'x' }), 422, 'validation_failed')
  expect(fieldProblems(problem)).toEqual([`Idempotency-Key ${code}`])
})

test('a key may have 255 characters', async () => {
  expect((await post('~'.repeat(255), { title: 'x' })).status).toBe(201)
})

test('without a key, each request creates a note', async () => {
  await app.send('/api/notes', jsonBody('POST', { title: 'x' }))
  await app.send('/api/notes', jsonBody('POST', { title: 'x' }))
  expect(app.notes.size).toBe(2)
})
