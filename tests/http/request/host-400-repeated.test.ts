import { afterAll, expect, test } from 'bun:test'
import { rawSocket } from '../notes/raw-socket.ts'
import { listen, notesApp } from '../notes/serve.ts'

const server = listen(notesApp())
afterAll(() => server.stop())

async function responseTo(hosts: readonly string[]): Promise<string> {
  const socket = await rawSocket(server.port)
  const lines = hosts.map((host) => `Host: ${host}\r\n`).join('')
  socket.write(`GET /api/notes HTTP/1.1\r\n${lines}Authorization: Bearer ada\r\nConnection: close\r\n\r\n`)
  return socket.untilClosed()
}

test('400 for two Host headers, different or identical', async () => {
  for (const hosts of [
    ['a.example', 'b.example'],
    ['a.example', 'a.example'],
  ]) {
    const response = await responseTo(hosts)
    expect(response).toStartWith('HTTP/1.1 400')
    expect(response).toContain('malformed_request')
  }
})

test('200 for a single Host header', async () => {
  expect(await responseTo(['a.example:8080'])).toStartWith('HTTP/1.1 200')
})
