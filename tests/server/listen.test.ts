import { expect, test } from 'bun:test'
import { Elysia } from 'elysia'
import { ListenError, listen } from '#server/listen.ts'

const app = () => new Elysia().get('/', () => 'here')

test('port 0 selects a free port, which the URL contains', async () => {
  const server = listen(app(), { host: '127.0.0.1', port: 0 })
  expect(Number(server.url.port)).toBeGreaterThan(0)
  expect(await fetch(server.url).then((response) => response.text())).toBe('here')
  expect(await server.stop(1_000)).toBe(0)
})

test('a port in use is an error that says so', async () => {
  const first = listen(app(), { host: '127.0.0.1', port: 0 })
  const port = Number(first.url.port)
  expect(() => listen(app(), { host: '127.0.0.1', port })).toThrow(ListenError)
  expect(() => listen(app(), { host: '127.0.0.1', port })).toThrow(`Port ${port} of 127.0.0.1 is in use`)
  await first.stop(1_000)
})

test("an address that this machine doesn't have is an error with the variable to set", () => {
  // 192.0.2.0/24 is for documentation: no machine has it.
  expect(() => listen(app(), { host: '192.0.2.1', port: 0 })).toThrow('set HOST')
})
