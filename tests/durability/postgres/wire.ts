import { afterAll } from 'bun:test'
import type { Socket } from 'bun'

/** What happens to the bytes between nodes and their database. */
type WireState =
  /** All bytes arrive. */
  | 'up'
  /** Bytes are dropped in both directions, without an error. New connections are accepted but get no response. */
  | 'silent'
  /** `silent` from the next commit on, which doesn't arrive. */
  | 'silent_at_commit'
  /** `silent` from the response to the next commit on; the commit itself arrives. */
  | 'silent_after_commit'

/** A connection between nodes and a database that a test can cut or redirect. */
export interface Wire {
  /** The URL of the database, through the wire. */
  readonly url: string
  state: WireState
  /** The port of the database server, for new connections. */
  port: number
  /** Breaks every open connection, as if the other side had crashed. */
  break(): void
}

interface Ends {
  readonly client: Socket<Ends>
  server: Socket<Ends> | undefined
  /** Data from the client that arrived before the server was connected. */
  readonly earlyData: Uint8Array[]
  /** Whether the network has dropped the connection: nothing passes, even once the wire is up again. */
  isDead: boolean
}

/** Opens a wire to the server of a database. It is closed after the tests. */
export function openWire(url: string): Wire {
  const target = new URL(url)
  const connections = new Set<Ends>()
  const wire = { state: 'up' as WireState, port: Number(target.port) }

  const onClientData = (ends: Ends, data: Uint8Array): void => {
    if (wire.state === 'silent_at_commit' && isCommit(data)) wire.state = 'silent'
    if (wire.state === 'silent' || ends.isDead) {
      ends.isDead = true
      return
    }
    if (wire.state === 'silent_after_commit' && isCommit(data)) {
      wire.state = 'silent'
      ends.isDead = true
    }
    if (ends.server) ends.server.write(data)
    else ends.earlyData.push(data.slice())
  }
  const onServerData = (ends: Ends, data: Uint8Array): void => {
    if (wire.state === 'silent') ends.isDead = true
    if (!ends.isDead) ends.client.write(data)
  }
  const listener = Bun.listen<Ends>({
    hostname: '127.0.0.1',
    port: 0,
    socket: {
      open(client) {
        const ends: Ends = { client, server: undefined, earlyData: [], isDead: wire.state === 'silent' }
        client.data = ends
        connections.add(ends)
        if (!ends.isDead) connect(ends)
      },
      data: (client, data) => onClientData(client.data, data),
      close(client) {
        connections.delete(client.data)
        client.data.server?.end()
      },
    },
  })
  const connect = (ends: Ends) => {
    Bun.connect<Ends>({
      hostname: '127.0.0.1',
      port: wire.port,
      data: ends,
      socket: {
        open(server) {
          ends.server = server
          for (const data of ends.earlyData.splice(0)) server.write(data)
        },
        data: (server, data) => onServerData(server.data, data),
        close: (server) => void server.data.client.end(),
      },
    }).catch(() => ends.client.end())
  }
  afterAll(() => listener.stop(true))
  target.port = String(listener.port)
  return Object.assign(wire, {
    url: target.href,
    break() {
      for (const { client, server } of connections) {
        client.terminate()
        server?.terminate()
      }
    },
  })
}

/** Whether data from a client contains a commit. */
function isCommit(data: Uint8Array): boolean {
  return Buffer.from(data).includes('commit\0')
}
