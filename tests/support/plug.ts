import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/**
 * A connection between a client and a server that can be unplugged like a network cable. The offline emulation of
 * browsers doesn't cover everything: for example, it misses workers.
 */
export interface Plug {
  /** The origin that the client connects to. */
  readonly origin: string
  /** Closes all connections and accepts no new ones, or accepts them again. */
  setUnplugged(isUnplugged: boolean): void
  /** Closes the port and all connections. */
  close(): void
}

/** Opens a new port that forwards to a server. */
export async function plug({ hostname, port }: URL): Promise<Plug> {
  const sockets = new Set<Socket>()
  let isUnplugged = false
  const relay = createServer((clientSide) => {
    if (isUnplugged) {
      clientSide.destroy()
      return
    }
    const serverSide = dial(Number(port), hostname)
    for (const [end, other] of [
      [clientSide, serverSide],
      [serverSide, clientSide],
    ] as const) {
      sockets.add(end)
      end.pipe(other)
      // The server may be gone; the client notices when its connection ends.
      end.on('error', () => other.destroy())
      end.on('close', () => {
        sockets.delete(end)
        other.destroy()
      })
    }
  })
  const closeAll = () => {
    for (const end of sockets) end.destroy()
  }
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const bound = relay.address()
  if (bound === null || typeof bound === 'string') throw new Error('the plug has no port')
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    setUnplugged(unplug) {
      isUnplugged = unplug
      if (unplug) closeAll()
    },
    close() {
      relay.close()
      closeAll()
    },
  }
}
