import { afterAll } from 'bun:test'
import type { Socket } from 'bun'

/** The fate of the bytes between nodes and their database. */
export type WireState =
  /** They arrive. */
  | 'up'
  /** Lost in both directions, without an error. New connections are accepted but get no response. */
  | 'silent'
  /** Like `silent`, starting with the first commit, which doesn't arrive. */
  | 'silent_at_commit'
  /** Like `silent`, starting with the response to the first commit: the commit arrives. */
  | 'silent_after_commit'

/** A connection between nodes and a database that a test can cut or redirect. */
export interface Wire {
  /** The database's URL, through the wire. */
  readonly url: string
  state: WireState
  /** The target port; open connections keep theirs. */
  port: number
  /** Breaks every open connection, like a crash of the other side. */
  break(): void
}

interface Ends {
  readonly here: Socket<Ends>
  there: Socket<Ends> | undefined
  /** Data received before the other end was connected. */
  readonly early: Uint8Array[]
  /** Nothing passes, even once the wire is up again: the network has dropped the connection. */
  isDead: boolean
}

/** Opens a wire to the server of a URL, until the end of the tests. */
export function openWire(url: string): Wire {
  const target = new URL(url)
  const open = new Set<Ends>()
  const wire = { state: 'up' as WireState, port: Number(target.port) }

  const fromClient = (ends: Ends, data: Uint8Array): void => {
    if (wire.state === 'silent_at_commit' && isCommit(data)) wire.state = 'silent'
    if (wire.state === 'silent' || ends.isDead) {
      ends.isDead = true
      return
    }
    if (wire.state === 'silent_after_commit' && isCommit(data)) {
      wire.state = 'silent'
      ends.isDead = true
    }
    if (ends.there) ends.there.write(data)
    else ends.early.push(data.slice())
  }
  const fromServer = (ends: Ends, data: Uint8Array): void => {
    if (wire.state === 'silent') ends.isDead = true
    if (!ends.isDead) ends.here.write(data)
  }
  const listener = Bun.listen<Ends>({
    hostname: '127.0.0.1',
    port: 0,
    socket: {
      open(here) {
        const ends: Ends = { here, there: undefined, early: [], isDead: wire.state === 'silent' }
        here.data = ends
        open.add(ends)
        if (!ends.isDead) connect(ends)
      },
      data: (here, data) => fromClient(here.data, data),
      close(here) {
        open.delete(here.data)
        here.data.there?.end()
      },
    },
  })
  const connect = (ends: Ends) => {
    Bun.connect<Ends>({
      hostname: '127.0.0.1',
      port: wire.port,
      data: ends,
      socket: {
        open(there) {
          ends.there = there
          for (const data of ends.early.splice(0)) there.write(data)
        },
        data: (there, data) => fromServer(there.data, data),
        close: (there) => void there.data.here.end(),
      },
    }).catch(() => ends.here.end())
  }
  afterAll(() => listener.stop(true))
  target.port = String(listener.port)
  return Object.assign(wire, {
    url: target.href,
    break() {
      for (const { here, there } of open) {
        here.terminate()
        there?.terminate()
      }
    },
  })
}

/** Whether a client's data contains a commit. */
function isCommit(data: Uint8Array): boolean {
  return Buffer.from(data).includes('commit\0')
}
