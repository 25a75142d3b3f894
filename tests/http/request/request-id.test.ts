import { expect, test } from 'bun:test'
import { notesApp } from '../notes/serve.ts'

const { send, completed } = notesApp()
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test.each(['a', 'A-z.0_9', 'x'.repeat(128)])('returns %s', async (id) => {
  for (const path of ['/api/notes', '/nowhere', '/api/notes?x=1']) {
    const response = await send(path, { headers: { 'x-request-id': id } })
    expect(response.headers.get('x-request-id')).toBe(id)
    expect(completed.at(-1)?.requestId).toBe(id)
  }
})

test.each(['', 'a b', 'a,b', 'x'.repeat(129), '<script>', 'é', 'a"b'])('replaces %p', async (id) => {
  const response = await send('/api/notes', { headers: { 'x-request-id': id } })
  expect(response.headers.get('x-request-id')).toMatch(uuid)
})

test('generates a new one for each request', async () => {
  const [one, two] = [await send('/api/notes'), await send('/api/notes')]
  expect(one.headers.get('x-request-id')).toMatch(uuid)
  expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
})
