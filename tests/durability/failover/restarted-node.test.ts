import { afterEach, expect, test } from 'bun:test'
import { rmSync } from 'node:fs'
import { newFolder, stopAll } from './processes.ts'
import { startNodeProxy } from './proxies.ts'

afterEach(stopAll)

const hasHaproxy = Bun.which('haproxy', { PATH: '/usr/sbin:/usr/bin' }) !== null

/** Responds to every request, also to the proxy's checks, with this status. */
function serve(status: number, port = 0): Bun.Server<undefined> {
  return Bun.serve({ hostname: '127.0.0.1', port, fetch: () => new Response(null, { status }) })
}

test.skipIf(!hasHaproxy)(
  'a restarted node on the same address gets no requests while it isn’t ready',
  async () => {
    const folder = newFolder()
    const [restarted, other] = [serve(200), serve(200)]
    const ports = [restarted, other].map(({ port }) => port ?? 0)
    const proxy = await startNodeProxy(folder, ports)
    const statuses = async () => {
      const found: number[] = []
      for (let request = 0; request < 8; request++) {
        const response = await fetch(`http://127.0.0.1:${proxy}/`, { headers: { Connection: 'close' } })
        found.push(response.status)
      }
      return [...new Set(found)]
    }
    expect(await statuses()).toEqual([200])
    await restarted.stop(true)
    // The first request, which the node refuses, is sent to the other node.
    expect(await statuses()).toEqual([200])
    const starting = serve(503, ports[0])
    expect(await statuses()).toEqual([200])
    await Promise.all([starting.stop(true), other.stop(true)])
    rmSync(folder, { recursive: true })
  },
)
