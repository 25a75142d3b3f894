/** A server with slow responses that tests run in a process, and that stops like the real server. */
import { Elysia } from 'elysia'
import { listen } from '#server/listen.ts'
import { createLog } from '#server/log.ts'
import { exitOnSignals, exitOnUncaught } from '#server/shutdown.ts'

const log = createLog('info')
exitOnUncaught(log)
const { promise: released, resolve: release } = Promise.withResolvers<void>()
const app = new Elysia()
  .get('/fast', () => 'fast')
  .get('/slow', async () => {
    log.info({}, 'slow request pending')
    await released
    return 'slow'
  })
  .get('/endless', () => {
    log.info({}, 'stream pending')
    return new Response(new ReadableStream({ start: (stream) => stream.enqueue('first') }))
  })
  .get('/reject', () => {
    Promise.reject(new Error('nobody catches this'))
  })
  .get('/throw', () => {
    setImmediate(() => {
      throw new Error('nobody catches this')
    })
  })
const drainMs = Number(process.argv[2])
const server = listen(app, { host: '127.0.0.1', port: 0 })
exitOnSignals(log, async () => {
  setTimeout(release, 100)
  const cut = await server.stop(drainMs)
  log.info({ cut }, 'drained')
})
log.info({ url: server.url.href }, 'ready')
