import { afterAll, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { expectProblem } from '../notes/expect-problem.ts'
import { rawSocket } from '../notes/raw-socket.ts'
import { jsonBody, listen, notesApp } from '../notes/serve.ts'

const limit = 1_048_576
const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const headers = { 'content-type': 'application/json', authorization: 'Bearer ada' }
const padded = (size: number) => `{"title":"x"}${' '.repeat(size - 13)}`
const head = (lines: string) =>
  `POST /api/notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`

test('a body of exactly 1 MiB is accepted', async () => {
  const response = await fetch(`${server.origin}/api/notes`, { method: 'POST', body: padded(limit), headers })
  expect(response.status).toBe(201)
})

test('a body of one byte more is rejected', async () => {
  const response = await fetch(`${server.origin}/api/notes`, {
    method: 'POST',
    body: padded(limit + 1),
    headers,
  })
  await expectProblem(response, 413, 'content_too_large')
})

test('bytes are counted, not characters', async () => {
  const body = `{"title":"x","nested":"${'é'.repeat(limit / 2)}"}`
  await expectProblem(await app.send('/api/notes', jsonBody('POST', body)), 413, 'content_too_large')
})

test.each([String(limit + 1), '4294967297', '999999999999999'])(
  'a Content-Length of %s is rejected before the body arrives',
  async (length) => {
    const socket = await rawSocket(server.port)
    socket.write(head(`Content-Length: ${length}`))
    const response = await socket.until('content_too_large')
    expect(response).toStartWith('HTTP/1.1 413')
    socket.close()
  },
)

test('a chunked body of exactly 1 MiB is accepted', async () => {
  const response = await fetch(`${server.origin}/api/notes`, {
    method: 'POST',
    headers,
    body: new Blob([padded(limit)]).stream(),
  })
  expect(response.status).toBe(201)
})

test('an endless chunked body is rejected after 1 MiB', async () => {
  const notesBefore = app.notes.size
  const socket = await rawSocket(server.port)
  socket.write(head('Transfer-Encoding: chunked'))
  const piece = `10000\r\n${' '.repeat(65_536)}\r\n`
  for (let sent = 0; sent <= limit; sent += 65_536) socket.write(piece)
  const response = await socket.until('content_too_large')
  expect(response).toStartWith('HTTP/1.1 413')
  socket.close()
  expect(app.notes.size).toBe(notesBefore)
})

test('memory does not grow while a client keeps sending', async () => {
  Bun.gc(true)
  const rssBefore = process.memoryUsage.rss()
  const piece = new Uint8Array(1_048_576).fill(32)
  let piecesLeft = 256
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (piecesLeft-- > 0) controller.enqueue(piece)
      else controller.close()
    },
  })
  const response = await fetch(`${server.origin}/api/notes`, { method: 'POST', headers, body }).catch(
    () => undefined,
  )
  if (response) await expectProblem(response, 413, 'content_too_large')
  expect(process.memoryUsage.rss() - rssBefore).toBeLessThan(128 * 1_048_576)
})

/** Sends everything before reading, as simple clients do. Rejects if the connection breaks first. */
async function sendThenRead(pieces: readonly string[]): Promise<string> {
  const socket = connect(server.port, '127.0.0.1').pause()
  const failure = new Promise<never>((_, reject) => socket.once('error', reject))
  const sending = (async () => {
    for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve))
  })()
  await Promise.race([sending, failure])
  let received = ''
  for await (const bytes of socket) received += bytes
  return received
}

test.each([
  ['a length', `Content-Length: ${16 * limit}`, (piece: string) => piece],
  ['chunks', 'Transfer-Encoding: chunked', (piece: string) => `${piece.length.toString(16)}\r\n${piece}\r\n`],
])(
  'a client with Connection: close and %s can finish sending, and then gets the response',
  async (_, framing, frame) => {
    const pieces = Array.from({ length: 256 }, () => frame(' '.repeat(65_536)))
    const end = framing.startsWith('Transfer') ? ['0\r\n\r\n'] : []
    const received = await sendThenRead([head(`${framing}\r\nConnection: close`), ...pieces, ...end])
    expect(received).toContain('content_too_large')
  },
)

test('a client with Connection: close that never finishes sending gets the response', async () => {
  const socket = await rawSocket(server.port)
  socket.write(head(`Content-Length: ${64 * limit}\r\nConnection: close`))
  expect(await socket.until('content_too_large')).toStartWith('HTTP/1.1 413')
  socket.close()
})
