import type { AnyElysia } from 'elysia'
import { serveConfig } from '#http/bind.ts'

/** Where to listen. */
export interface ListenAddress {
  readonly host: string
  /** 0 selects any free port. */
  readonly port: number
}

/** A listening server. */
export interface RunningServer {
  /** With the actual port. */
  readonly url: URL
  /**
   * Accepts no new connections, closes idle ones, and waits for pending responses. Those not finished after
   * `drainMs`, such as endless streams, are cut off.
   *
   * @returns the number of responses cut off
   */
  stop(drainMs: number): Promise<number>
}

/** The server can't listen on the address; the message says why and which variable to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Serves the app. Throws a {@link ListenError} when the address is taken, unknown or not allowed. */
export function listen(app: AnyElysia, { host, port }: ListenAddress): RunningServer {
  try {
    app.listen({
      hostname: host,
      port,
      ...serveConfig,
      // With Elysia's default, a second server could share the port and get some of the requests.
      reusePort: false,
    })
  } catch (error) {
    throw new ListenError(messageFor(error, host, port), { cause: error })
  }
  const { server } = app
  if (server === null) throw new ListenError(`The server on ${host}:${port} did not start.`)
  return {
    url: server.url,
    async stop(drainMs) {
      const drainedInTime = server.stop().then(() => true)
      const timedOut = new Promise<false>((resolve) => setTimeout(resolve, drainMs, false).unref())
      if (await Promise.race([drainedInTime, timedOut])) return 0
      const cutOff = server.pendingRequests
      await server.stop(true)
      return cutOff
    },
  }
}

function messageFor(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use by another program: set PORT to a free one, or stop that program.`
    case 'EACCES':
      return `Port ${port} requires elevated privileges: set PORT to 1024 or higher.`
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}: set HOST to one that it has, such as 127.0.0.1 or 0.0.0.0.`
    default:
      return `Can't listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
  }
}
