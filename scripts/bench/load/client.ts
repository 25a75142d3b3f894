import { Connection } from './connection.ts'
import type { LoadReport, LoadResult, LoadTask } from './messages.ts'

// The client has its own process, so that its CPU time isn't taken from the servers. The parent sends one
// task at a time.

process.on('message', async (task: LoadTask) => {
  let result: LoadReport
  try {
    result = { result: await load(task) }
  } catch (error) {
    result = { error: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(result)
})

/**
 * Keeps a number of connections busy for some time, each sending again as soon as it has received a
 * response.
 */
async function load({ port, request, status, connections, milliseconds }: LoadTask): Promise<LoadResult> {
  const requests = [request].flat().map((text) => new TextEncoder().encode(text))
  const times: number[] = []
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  let failure: Error | undefined
  let lastResponseAt = started

  const onResponse = (receivedStatus: number, duration: number) => {
    if (receivedStatus !== status)
      failure ??= new Error(
        `${receivedStatus} instead of ${status} for ${[request].flat()[0]?.split('\r\n')[0]}`,
      )
    times.push(duration)
    lastResponseAt = performance.now()
    return failure === undefined && lastResponseAt - started < milliseconds
  }

  const runs = Array.from({ length: connections }, (_, index) => {
    const bytes = requests[index % requests.length] ?? new Uint8Array()
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
  const { user, system } = process.cpuUsage(cpuBefore)
  const elapsed = lastResponseAt - started
  times.sort((a, b) => a - b)
  return {
    requestsPerSecond: (times.length * 1000) / elapsed,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    clientBusy: (user + system) / 1000 / elapsed,
  }
}
