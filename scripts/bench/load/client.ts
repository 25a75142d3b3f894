import { Connection } from './connection.ts'
import type { LoadOrder, LoadReport, LoadResult } from './messages.ts'

// The client has its own process, so that its CPU time isn't taken from the servers. The parent sends one
// order at a time.

process.on('message', async (order: LoadOrder) => {
  let result: LoadReport
  try {
    result = { result: await load(order) }
  } catch (error) {
    result = { error: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(result)
})

/**
 * Keeps a number of connections busy for some time, each sending again as soon as it has received a
 * response.
 */
async function load({ port, request, status, connections, milliseconds }: LoadOrder): Promise<LoadResult> {
  const requests = [request].flat().map((text) => new TextEncoder().encode(text))
  const times: number[] = []
  const busyBefore = process.cpuUsage()
  const started = performance.now()
  let failure: Error | undefined
  let stopped = started

  const onResponse = (received: number, took: number) => {
    if (received !== status)
      failure ??= new Error(`${received} instead of ${status} for ${[request].flat()[0]?.split('\r\n')[0]}`)
    times.push(took)
    stopped = performance.now()
    return failure === undefined && stopped - started < milliseconds
  }

  const runs = Array.from({ length: connections }, (_, place) => {
    const bytes = requests[place % requests.length] ?? new Uint8Array()
    const { promise, resolve } = Promise.withResolvers<void>()
    const fail = (error: Error) => {
      failure ??= error
      resolve()
    }
    return Bun.connect({
      hostname: '127.0.0.1',
      port,
      data: new Connection(bytes, onResponse),
      socket: {
        open: (socket) => socket.data.request(socket),
        data: (socket, chunk) => socket.data.read(socket, chunk),
        error: (_, error) => fail(error),
        close: () => resolve(),
      },
    }).then(() => promise, fail)
  })
  await Promise.all(runs)
  if (failure) throw failure
  const { user, system } = process.cpuUsage(busyBefore)
  const elapsed = stopped - started
  times.sort((a, b) => a - b)
  return {
    requestsPerSecond: (times.length * 1000) / elapsed,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    clientBusy: (user + system) / 1000 / elapsed,
  }
}
