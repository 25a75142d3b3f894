import { afterEach, expect, test } from 'bun:test'
import { rmSync } from 'node:fs'
import { freePort } from '#tests/support/postgres-server.ts'
import { newFolder, stopAll } from './processes.ts'
import { startNodeProxy } from './proxies.ts'

afterEach(stopAll)

const hasHaproxy = Bun.which('haproxy', { PATH: '/usr/sbin:/usr/bin' }) !== null

test.skipIf(!hasHaproxy)(
  'without a node, the proxy responds with a problem that says to try again',
  async () => {
    const folder = newFolder()
    const port = await startNodeProxy(folder, [freePort()])
    const response = await fetch(`http://127.0.0.1:${port}/api/workouts/"a"?limit=1`)
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('2')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      type: 'urn:replog:problem:unavailable',
      title: 'Unavailable',
      status: 503,
      detail: 'No server is available. Try again.',
      instance: '/api/workouts/%22a%22',
      code: 'unavailable',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    rmSync(folder, { recursive: true })
  },
)
