import { afterAll, expect, test } from 'bun:test'
import { rawSocket } from '../notes/raw-socket.ts'
import { listen, notesApp } from '../notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const head = (lines: string) =>
  `POST /api/notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`

test('a body that is sent byte by byte is accepted', async () => {
  const socket = await rawSocket(server.port)
  const body = '{"title":"slow"}'
  socket.write(head(`Content-Length: ${body.length}`))
  for (const byte of body) {
    socket.write(byte)
    await new Promise(setImmediate)
  }
  expect(await socket.until('"title":"slow"')).toStartWith('HTTP/1.1 201')
  socket.close()
})

test.each(['Content-Length: 100', 'Transfer-Encoding: chunked'])(
  'a client that disconnects within the body changes nothing and causes no server error (%s)',
  async (framing) => {
    const notesBefore = app.notes.size
    const completedBefore = app.completed.length
    const socket = await rawSocket(server.port)
    socket.write(head(framing))
    socket.write(framing.startsWith('T') ? '5\r\n{"tit\r\n' : '{"tit')
    await new Promise(setImmediate)
    socket.close()
    while (app.completed.length === completedBefore) await new Promise(setImmediate)
    expect(app.completed.at(-1)).toMatchObject({ operationId: 'createNote', status: 400 })
    expect(app.notes.size).toBe(notesBefore)
    expect(app.errors).toEqual([])
    const next = await fetch(`${server.origin}/api/notes`, { headers: { authorization: 'Bearer ada' } })
    expect(next.status).toBe(200)
  },
)
