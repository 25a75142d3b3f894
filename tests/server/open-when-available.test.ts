import { expect, test } from 'bun:test'
import { Unavailable } from '#lib/unavailable.ts'
import { openWhenAvailable } from '#server/open-when-available.ts'
import { type LogLine, logInto } from '#tests/support/log-lines.ts'
import { freePort } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { rawSocket } from '../http/notes/raw-socket.ts'

const address = { host: '127.0.0.1', port: 0 }

/** Opens a database that is unavailable for each of these reasons in turn. */
async function openAfter(reasons: readonly string[], isDatabaseServer = true) {
  const logged: LogLine[] = []
  const delays: number[] = []
  const remaining = [...reasons]
  const open = async () => {
    const reason = remaining.shift()
    if (reason !== undefined) throw new Unavailable(reason, 2)
    return 'opened'
  }
  const wait = async (milliseconds: number) => void delays.push(milliseconds)
  const { resource, stopResponding } = await openWhenAvailable(open, {
    isDatabaseServer,
    address,
    log: logInto(logged),
    wait,
  })
  await stopResponding()
  return { resource, delays, logged }
}

test('a node tries its database again within two seconds, however long it was unavailable', async () => {
  const { resource, delays } = await openAfter(Array<string>(100).fill('unreachable'))
  expect(resource).toBe('opened')
  expect(delays).toHaveLength(100)
  expect(Math.max(...delays)).toBeLessThanOrEqual(2000)
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(500)
})

test('a node logs why it waits, and again when the reason changes', async () => {
  const { logged } = await openAfter(['unreachable', 'unreachable', 'starting', 'starting', 'unreachable'])
  expect(logged).toMatchObject(
    ['unreachable', 'starting', 'unreachable'].map((message) => ({
      level: 'warn',
      message: 'waiting for the database',
      fields: { err: { message } },
    })),
  )
})

test('while its database takes long to open, a node says that it is alive but not ready', async () => {
  const port = freePort()
  const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
  const open = async (respond: () => void) => {
    respond()
    return [await statusOf('/livez'), await statusOf('/readyz')]
  }
  const { resource, stopResponding } = await openWhenAvailable(open, {
    isDatabaseServer: true,
    address: { host: '127.0.0.1', port },
    log: logInto([]),
  })
  await stopResponding()
  expect(resource).toEqual([200, 503])
})

test('while its database takes long to open, a node responds to the checks of a proxy, which have no Host', async () => {
  const port = freePort()
  const check = async (path: string) => {
    const socket = await rawSocket(port)
    socket.write(`GET ${path} HTTP/1.0\r\n\r\n`)
    return (await socket.until('\r\n\r\n')).slice(0, 'HTTP/1.1 200'.length)
  }
  const open = async (respond: () => void) => {
    respond()
    return [await check('/livez'), await check('/readyz')]
  }
  const { resource, stopResponding } = await openWhenAvailable(open, {
    isDatabaseServer: true,
    address: { host: '127.0.0.1', port },
    log: logInto([]),
  })
  await stopResponding()
  expect(resource).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503'])
})

test('a node does not wait for a database in a file', async () => {
  expect(await rejectionMessageOf(openAfter(['unreachable'], false))).toContain('unreachable')
})
