import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/** A network cable between a client and a server: what a browser's own emulation of being offline does not reach, as its workers. */
export interface Plug {
  /** Where the client finds the server. */
  readonly origin: string
  /** Cuts every connection, and takes no other; or takes them again. */
  setOut(isOut: boolean): void
  /** Ends it. */
  close(): void
}

/** Opens a port of its own through which the server at an address is reached. */
export async function plug({ hostname, port }: URL): Promise<Plug> {
  const open = new Set<Socket>()
  let isOut = false
  const relay = createServer((near) => {
    if (isOut) {
      near.destroy()
      return
    }
    const far = dial(Number(port), hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(end)
      end.pipe(other)
      // The server may be gone; the client hears of it by the end of its connection.
      end.on('error', () => other.destroy())
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
    }
  })
  const cut = () => {
    for (const end of open) end.destroy()
  }
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const bound = relay.address()
  if (bound === null || typeof bound === 'string') throw new Error('the plug has no port')
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    setOut(out) {
      isOut = out
      if (out) cut()
    },
    close() {
      relay.close()
      cut()
    },
  }
}
