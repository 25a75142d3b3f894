import { afterAll, expect, test } from 'bun:test'
import { streams } from '../notes/handlers.ts'
import { listen, notesApp } from '../notes/serve.ts'

const server = listen(notesApp())
afterAll(() => server.stop())

test('a stream is passed through, and canceled when the client disconnects', async () => {
  const canceledBefore = streams.canceled
  const abort = new AbortController()
  const response = await fetch(`${server.origin}/stream`, { signal: abort.signal })
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(first?.value?.byteLength).toBeGreaterThan(0)
  abort.abort()
  while (streams.canceled === canceledBefore) await new Promise(setImmediate)
})

test('a string is sent with its media type and charset', async () => {
  const response = await fetch(`${server.origin}/text.yaml`)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toBe('olé\n')
})
