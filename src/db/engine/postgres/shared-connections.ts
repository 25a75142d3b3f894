import type { Pool, PoolClient } from 'pg'
import { acquireClient } from './acquire-client.ts'
import type { Result, Statement } from './batch.ts'
import { isLost, noteQueryFailure } from './lost-clients.ts'
import { runStatement } from './run-statement.ts'

/** The maximum number of statements that share a connection while others are free: each waits for the previous one. */
const maxSharing = 4

/** A connection for statements that commit by themselves. */
interface SharedConnection {
  readonly opening: Promise<PoolClient>
  /** Undefined until it is open. */
  client: PoolClient | undefined
  /** The number of statements that wait for a result. */
  waiting: number
  /** Whether statements can still join the packet that is about to be sent. */
  isOpen: boolean
}

/**
 * Runs statements that commit by themselves, several on a connection: those of one turn of the event loop
 * leave in one packet, because for small reads the system calls cost more than anything else.
 */
export class SharedConnections {
  readonly #pool: Pool
  readonly #maxConnections: number
  readonly #connections = new Set<SharedConnection>()
  #isClosing = false

  constructor(pool: Pool) {
    this.#pool = pool
    // The rest is for transactions.
    this.#maxConnections = Math.floor(pool.options.max / 2)
  }

  /** Runs a statement. Rejects as `runStatement` does, or if no connection is available in time. */
  async run(statement: Statement): Promise<Result> {
    const connection = this.#choose()
    connection.waiting++
    try {
      const client = connection.client ?? (await connection.opening)
      return await runStatement(client, statement)
    } catch (error) {
      if (connection.client) noteQueryFailure(connection.client, error)
      throw error
    } finally {
      connection.waiting--
      if (connection.waiting === 0) this.#releaseUnlessKept(connection)
    }
  }

  /** Releases all connections, once they are no longer used. */
  close(): void {
    this.#isClosing = true
    for (const connection of this.#connections) if (connection.waiting === 0) this.#release(connection)
  }

  /** Chooses a connection whose packet isn't full, or else a free one, or else the one with the fewest statements. */
  #choose(): SharedConnection {
    let leastBusy: SharedConnection | undefined
    for (const connection of this.#connections) {
      if (connection.client && isLost(connection.client)) {
        // An idle one is released here; one in use, after its last statement.
        if (connection.waiting === 0) this.#release(connection)
        continue
      }
      if (connection.isOpen && connection.waiting < maxSharing) return connection
      if (!leastBusy || connection.waiting < leastBusy.waiting) leastBusy = connection
    }
    const isFull = this.#connections.size >= Math.max(1, this.#maxConnections)
    const chosen = leastBusy && (leastBusy.waiting === 0 || isFull) ? leastBusy : this.#connect()
    chosen.isOpen = true
    setImmediate(() => {
      chosen.isOpen = false
    })
    return chosen
  }

  #connect(): SharedConnection {
    const connection: SharedConnection = {
      opening: acquireClient(this.#pool),
      client: undefined,
      waiting: 0,
      isOpen: true,
    }
    connection.opening.then(
      (client) => {
        connection.client = client
      },
      () => this.#connections.delete(connection),
    )
    this.#connections.add(connection)
    return connection
  }

  /** Keeps one connection for the next statement, unless transactions may need it or it is broken. */
  #releaseUnlessKept(connection: SharedConnection): void {
    const { client } = connection
    const isKept = client && !isLost(client) && this.#connections.size === 1 && this.#maxConnections > 0
    if (!isKept || this.#isClosing) this.#release(connection)
  }

  #release(connection: SharedConnection): void {
    this.#connections.delete(connection)
    connection.client?.release(isLost(connection.client))
  }
}
