import type { Database } from 'bun:sqlite'
import { Unavailable } from '#lib/unavailable.ts'
import type { Mutex } from '../mutex.ts'
import type { TransactionScope } from '../scope.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'
import { DamagedDatabaseError } from './errors.ts'
import { MemberConnection } from './member-connection.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/**
 * The maximum time for which a group accepts further members, in milliseconds, because reads wait while it
 * is open. A member that takes longer is the last one of its group.
 */
const maxGroupMs = 20

/**
 * How long a group waits for recent writers to return, in milliseconds. Writers whose commit has just
 * completed send their next writes while the next commit begins; without the wait, they would alternate
 * in groups of half the size.
 */
const maxGatherMs = 1
/**
 * The number of turns of the event loop in a row without another writer after which a group stops waiting. Each turn
 * costs CPU time, and by then the writers have probably gone or are busy.
 */
const maxQuietTurns = 8
/** A group of this size doesn't wait for more. */
const largeGroup = 64
/** The time after a commit within which writers are expected to return, in milliseconds. */
const expectedWithinMs = 5

/** A transaction waiting for its group. */
interface Waiting {
  readonly scope: TransactionScope
  readonly start: (connection: MemberConnection) => void
  readonly reject: (error: unknown) => void
}

/**
 * Transactions that commit together. Waiting for the disk takes longer than a write and is the same for
 * one write or many. So transactions that arrive in one turn of the event loop, or during a commit, share
 * one SQLite transaction: they run one after the other, each in its own savepoint, and complete once
 * everything is on disk.
 */
export class GroupCommits {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #mutex: Mutex
  readonly #waiting: Waiting[] = []
  /**
   * Users with a transaction that made its whole group fail, for example because of damaged pages. From then
   * on, their transactions run alone. The other members of that group run again.
   */
  readonly #harmfulUsers = new Set<string | undefined>()
  #committing: Promise<void> | undefined
  /** The number of transactions that the last commit completed or left waiting, and when it ended. */
  #writers = 0
  #committedAt = 0

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, mutex: Mutex) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#mutex = mutex
  }

  /** Resolves when it is the transaction's turn, to a connection for its exclusive use until it ends. */
  join(scope: TransactionScope): Promise<MemberConnection> {
    const { promise, resolve, reject } = Promise.withResolvers<MemberConnection>()
    this.#waiting.push({ scope, start: resolve, reject })
    this.#committing ??= this.#commitAll()
    return promise
  }

  /** Resolves when nothing is waiting or running. */
  async drained(): Promise<void> {
    while (this.#committing) await this.#committing
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather()
      await this.#mutex.acquire()
      const group = this.#nextGroup()
      const { length } = group
      try {
        await this.#commitGroup(group)
      } finally {
        this.#mutex.release()
        this.#writers = length + this.#waiting.length
        this.#committedAt = performance.now()
      }
    }
    this.#committing = undefined
  }

  /**
   * Waits for everything that arrives in this turn of the event loop, and for writers that are expected to
   * return. A lone writer doesn't have to wait.
   */
  async #gather(): Promise<void> {
    await new Promise(setImmediate)
    const started = performance.now()
    if (started - this.#committedAt > expectedWithinMs) return
    const expectedWriters = Math.min(this.#writers, largeGroup)
    let { length } = this.#waiting
    for (let quietTurns = 0; quietTurns < maxQuietTurns && length < expectedWriters; quietTurns++) {
      if (performance.now() - started > maxGatherMs) return
      await new Promise(setImmediate)
      if (this.#waiting.length > length) quietTurns = 0
      length = this.#waiting.length
    }
  }

  /** The waiting transactions before the first that must run alone, or only that one if it is next. */
  #nextGroup(): Waiting[] {
    const end = this.#waiting.findIndex(
      ({ scope }) => scope.commitsAlone || this.#harmfulUsers.has(scope.userId),
    )
    return this.#waiting.splice(0, end === 0 ? 1 : end > 0 ? end : this.#waiting.length)
  }

  async #commitGroup(group: Waiting[]): Promise<void> {
    try {
      this.#readingTurn.end()
      // Acquires the write lock immediately, because a plain `begin` that reads before it writes may find
      // the lock taken.
      this.#run('begin immediate')
      this.#statements.damage = undefined
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    const isShared = group.length > 1
    const outcome = Promise.withResolvers<void>()
    // Handled by each member that awaits it, if any.
    outcome.promise.catch(() => undefined)
    try {
      await this.#runMembers(group, isShared, outcome.promise)
      // A lone member that failed has already rolled back.
      if (this.#sqlite.inTransaction) this.#run('commit')
      outcome.resolve()
    } catch (error) {
      this.#rollBack()
      outcome.reject(isShared ? retryableError(error) : error)
    }
  }

  /**
   * Runs the members one after the other. Those that aren't reached because time is up or the transaction
   * has failed go back to the front of the queue.
   *
   * @throws the reason if the shared transaction has failed
   */
  async #runMembers(group: Waiting[], isShared: boolean, outcome: Promise<void>): Promise<void> {
    const deadline = performance.now() + maxGroupMs
    let next = 0
    try {
      do {
        const { scope, start } = group[next++] ?? noMember()
        const ended = Promise.withResolvers<void>()
        const callbacks = { onEnded: ended.resolve, onBroken: ended.reject }
        start(
          new MemberConnection(this.#sqlite, this.#statements, this.#readingTurn, {
            scope,
            isShared,
            outcome,
            ...callbacks,
          }),
        )
        await ended.promise.catch((error: unknown) => {
          const isHarmful = !(error instanceof Unavailable) || error instanceof DamagedDatabaseError
          if (!isHarmful) throw error
          this.#harmfulUsers.add(scope.userId)
          throw new TransactionConflictError(retryMessage, 1, { cause: error })
        })
      } while (next < group.length && performance.now() < deadline)
    } finally {
      this.#waiting.unshift(...group.slice(next))
    }
  }

  #rollBack(): void {
    try {
      if (this.#sqlite.inTransaction) this.#run('rollback')
    } catch {
      // The members get the error that made the commit fail.
    }
  }

  #run(sql: string): void {
    this.#statements.get(sql).run()
  }
}

function noMember(): never {
  throw new RangeError('a group has at least one member')
}

/**
 * The error for members of a group that failed to commit: nothing was saved, and the change may be
 * retried.
 */
function retryableError(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error
  return new Unavailable(retryMessage, 1, { cause: error })
}

const retryMessage = 'The change was not saved, because another one in the same commit failed. Try again.'
