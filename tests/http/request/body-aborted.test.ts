import { afterAll, expect, test } from 'bun:test'
import { rawSocket } from '../notes/raw-socket.ts'
import { listen, notesApp } from '../notes/serve.ts'

const app = notesApp()
const server = listen(app)
afterAll(() => server.stop())

const head = (more: string) =>
  `POST /api/notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\nContent-Type: application/json\r\n${more}\r\n\r\n`

test('accepts a body sent byte by byte', async () => {
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
  'writes nothing and reports no server error if the client disconnects halfway (%s)',
  async (framing) => {
    const before = app.notes.size
    const completed = app.completed.length
    const socket = await rawSocket(server.port)
    socket.write(head(framing))
    socket.write(framing.startsWith('T') ? '5\r\n{"tit\r\n' : '{"tit')
    await new Promise(setImmediate)
    socket.close()
    while (app.completed.length === completed) await new Promise(setImmediate)
    expect(app.completed.at(-1)).toMatchObject({ operationId: 'createNote', status: 400 })
    expect(app.notes.size).toBe(before)
    expect(app.errors).toEqual([])
    const next = await fetch(`${server.origin}/api/notes`, { headers: { authorization: 'Bearer ada' } })
    expect(next.status).toBe(200)
  },
)
