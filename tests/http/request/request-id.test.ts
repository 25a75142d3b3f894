import { expect, test } from 'bun:test'
import { notesApp } from '../notes/serve.ts'

const { send, completed } = notesApp()
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test.each(['a', 'A-z.0_9', 'x'.repeat(128)])('the valid request id %s is returned', async (id) => {
  for (const path of ['/api/notes', '/nowhere', '/api/notes?x=1']) {
    const response = await send(path, { headers: { 'x-request-id': id } })
    expect(response.headers.get('x-request-id')).toBe(id)
    expect(completed.at(-1)?.requestId).toBe(id)
  }
})

test.each(['', 'a b', 'a,b', 'x'.repeat(129), '<script>', 'é', 'a"b'])(
  'the invalid request id %p is replaced',
  async (id) => {
    const response = await send('/api/notes', { headers: { 'x-request-id': id } })
    expect(response.headers.get('x-request-id')).toMatch(uuid)
  },
)

test('each request without an id gets a different one', async () => {
  const [first, second] = [await send('/api/notes'), await send('/api/notes')]
  expect(first.headers.get('x-request-id')).toMatch(uuid)
  expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'))
})
