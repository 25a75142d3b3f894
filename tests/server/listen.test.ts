import { expect, test } from 'bun:test'
import { Elysia } from 'elysia'
import { ListenError, listen } from '#server/listen.ts'

const createApp = () => new Elysia().get('/', () => 'here')

test('port 0 selects a free port, which the URL contains', async () => {
  const server = listen(createApp(), { host: '127.0.0.1', port: 0 })
  expect(Number(server.url.port)).toBeGreaterThan(0)
  expect(await fetch(server.url).then((response) => response.text())).toBe('here')
  expect(await server.stop(1_000)).toBe(0)
})

test('the error for a port in use names the port and the host', async () => {
  const first = listen(createApp(), { host: '127.0.0.1', port: 0 })
  const port = Number(first.url.port)
  expect(() => listen(createApp(), { host: '127.0.0.1', port })).toThrow(ListenError)
  expect(() => listen(createApp(), { host: '127.0.0.1', port })).toThrow(
    `Port ${port} of 127.0.0.1 is in use`,
  )
  await first.stop(1_000)
})

test('the error for the address of another machine names the variable to set', () => {
  // 192.0.2.0/24 is reserved for documentation, so no machine has this address.
  expect(() => listen(createApp(), { host: '192.0.2.1', port: 0 })).toThrow('set HOST')
})
