import { afterEach, describe, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { rejectionOf } from '#tests/support/rejection.ts'
import { endProcesses, run } from './process.ts'

afterEach(endProcesses)

/** Starts `slow-server.ts`, which cuts off responses after `drainMs`. Resolves once it is ready. */
async function startSlowServer(drainMs = 5_000) {
  const server = run('tests/server/slow-server.ts', [String(drainMs)])
  const { url } = await server.line('ready')
  return { server, url: String(url) }
}

describe('on SIGTERM', () => {
  test('pending requests get their responses, new requests are rejected, and the exit code is 0', async () => {
    const { server, url } = await startSlowServer()
    const slow = fetch(`${url}slow`).then((response) => response.text())
    await server.line('slow request pending')
    server.process.kill('SIGTERM')
    await server.line('stopping')
    await rejectionOf(fetch(`${url}fast`))
    expect(await slow).toBe('slow')
    expect(await server.ended()).toBe(0)
    expect(server.lines.map(({ msg }) => msg)).toEqual([
      'ready',
      'slow request pending',
      'stopping',
      'drained',
      'stopped',
    ])
  })

  test('idle keep-alive connections do not delay the exit', async () => {
    const { server, url } = await startSlowServer()
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    await new Promise((resolve) => {
      socket.once('data', resolve)
      socket.write('GET /fast HTTP/1.1\r\nHost: localhost\r\n\r\n')
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    server.process.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    await closed
  })

  test('an endless stream is cut off after the drain time', async () => {
    const { server, url } = await startSlowServer(200)
    const stream = fetch(`${url}endless`).then((response) => response.text())
    await server.line('stream pending')
    server.process.kill('SIGTERM')
    await rejectionOf(stream)
    expect(await server.line('drained')).toMatchObject({ cut: 1 })
    expect(await server.ended()).toBe(0)
  })

  test('a second signal exits immediately', async () => {
    const { server, url } = await startSlowServer(60_000)
    const stream = fetch(`${url}endless`).then((response) => response.text())
    await server.line('stream pending')
    server.process.kill('SIGTERM')
    await server.line('stopping')
    server.process.kill('SIGTERM')
    await rejectionOf(stream)
    expect(await server.ended()).toBe(143)
  })
})

test('SIGINT, which Ctrl+C sends, also stops the server', async () => {
  const { server } = await startSlowServer()
  server.process.kill('SIGINT')
  expect(await server.ended()).toBe(0)
})

describe('an uncaught error is logged with its stack and ends the process', () => {
  test.each([
    ['a rejected promise', 'reject', 'unhandled rejection'],
    ['an exception', 'throw', 'uncaught exception'],
  ])('%s', async (_, path, message) => {
    const { server, url } = await startSlowServer()
    await fetch(`${url}${path}`).catch(() => undefined)
    expect(await server.line(message)).toMatchObject({
      level: 'fatal',
      err: { message: 'nobody catches this', stack: expect.stringContaining('slow-server.ts') },
    })
    expect(await server.ended()).toBe(1)
  })
})
