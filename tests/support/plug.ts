import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/**
 * A network cable between a client and a server that can be unplugged. A browser's own offline emulation
 * doesn't cover everything: it misses workers, for example.
 */
export interface Plug {
  /** Where the client connects to. */
  readonly origin: string
  /** Cuts every connection and accepts no others, or accepts them again. */
  setOut(isOut: boolean): void
  /** Closes the port. */
  close(): void
}

/** Opens a port of its own that forwards to the server at an address. */
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
      // The server may be gone; the client notices when its connection ends.
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
