import type { Database } from 'bun:sqlite'
import { Unavailable } from '#lib/unavailable.ts'
import type { TransactionScope } from '../scope.ts'
import type { Turns } from '../turns.ts'
import { MemberConnection } from './member-connection.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/**
 * For how long a group takes in further members, in milliseconds. Reads wait while a group is open. A member
 * that takes longer is the last one of its group.
 */
const maxGroupMs = 20

/** A transaction that waits for its group. */
interface Waiting {
  readonly scope: TransactionScope
  readonly start: (connection: MemberConnection) => void
  readonly refuse: (error: unknown) => void
}

/**
 * Transactions that commit together. Waiting for the disk costs more than a write does, and is the same for
 * one write and for many, so those that arrive in one turn of the event loop, or while a commit is under way,
 * share a transaction of SQLite's: one after the other, each in its savepoint, and answered once all of it is
 * on disk.
 */
export class CommitGroups {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #turns: Turns
  readonly #waiting: Waiting[] = []
  /** Whose transactions have taken a group with them, as damaged pages do: from then on they harm nobody else. */
  readonly #harmful = new Set<string | undefined>()
  #committing: Promise<void> | undefined

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, turns: Turns) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#turns = turns
  }

  /** Resolves when it is the transaction's turn, to the connection that it has for itself until it ends. */
  join(scope: TransactionScope): Promise<MemberConnection> {
    const { promise, resolve, reject } = Promise.withResolvers<MemberConnection>()
    this.#waiting.push({ scope, start: resolve, refuse: reject })
    this.#committing ??= this.#commitAll()
    return promise
  }

  /** Resolves when nothing waits and nothing is under way. */
  async drained(): Promise<void> {
    while (this.#committing) await this.#committing
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever arrives in this turn of the event loop comes along; a lone writer waits for nobody.
      await new Promise(setImmediate)
      await this.#turns.take()
      try {
        await this.#commitGroup(this.#nextGroup())
      } finally {
        this.#turns.give()
      }
    }
    this.#committing = undefined
  }

  /** All that wait, in order, up to one that must be alone. */
  #nextGroup(): Waiting[] {
    const end = this.#waiting.findIndex(({ scope }) => scope.alone || this.#harmful.has(scope.userId))
    return this.#waiting.splice(0, end === 0 ? 1 : end > 0 ? end : this.#waiting.length)
  }

  async #commitGroup(group: Waiting[]): Promise<void> {
    try {
      this.#readingTurn.end()
      // Takes the write lock at once: a plain `begin` that reads and then writes may find the lock taken.
      this.#run('begin immediate')
    } catch (error) {
      for (const { refuse } of group) refuse(error)
      return
    }
    const shared = group.length > 1
    const outcome = Promise.withResolvers<void>()
    // Told to each member that awaits it; there may be none.
    outcome.promise.catch(() => undefined)
    try {
      await this.#runMembers(group, shared, outcome.promise)
      // A lone member that failed has rolled back already.
      if (this.#sqlite.inTransaction) this.#run('commit')
      outcome.resolve()
    } catch (error) {
      this.#rollBack()
      outcome.reject(shared ? toTryAgain(error) : error)
    }
  }

  /**
   * Runs the members one after the other. Those that aren't reached, since time is up or the transaction is
   * gone, are put back to where they waited.
   *
   * @throws why the transaction of all is gone, or can't go on
   */
  async #runMembers(group: Waiting[], shared: boolean, outcome: Promise<void>): Promise<void> {
    const until = performance.now() + maxGroupMs
    let next = 0
    try {
      do {
        const { scope, start } = group[next++] ?? noMember()
        const ended = Promise.withResolvers<void>()
        const ends = { ended: ended.resolve, broken: ended.reject, outcome }
        start(
          new MemberConnection(this.#sqlite, this.#statements, this.#readingTurn, { scope, shared, ...ends }),
        )
        await ended.promise.catch((error: unknown) => {
          if (!(error instanceof Unavailable)) this.#harmful.add(scope.userId)
          throw error
        })
      } while (next < group.length && performance.now() < until)
    } finally {
      this.#waiting.unshift(...group.slice(next))
    }
  }

  #rollBack(): void {
    try {
      if (this.#sqlite.inTransaction) this.#run('rollback')
    } catch {
      // What made the commit fail is what the members are told.
    }
  }

  #run(sql: string): void {
    this.#statements.get(sql).run()
  }
}

function noMember(): never {
  throw new RangeError('a group has at least one member')
}

/** What the members of a group are told that could not be committed: nothing was saved, and it may be retried. */
function toTryAgain(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error
  return new Unavailable('The change could not be saved together with others. Try again.', 1, {
    cause: error,
  })
}
