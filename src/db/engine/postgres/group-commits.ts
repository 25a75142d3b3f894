import type { Pool, PoolClient } from 'pg'
import { Unavailable } from '#lib/unavailable.ts'
import { acquireClient } from './acquire-client.ts'
import { Batch, type Statement } from './batch.ts'
import type { Commits } from './commits.ts'
import { isLockTimeout, translateError } from './errors.ts'
import { isLost, isReported, noteQueryFailure } from './lost-clients.ts'
import { namedStatement, type StatementNames } from './statement-names.ts'

/** A transaction of a user. */
interface Member {
  readonly userId: string
  readonly statements: readonly Statement[]
  resolve(): void
  reject(error: unknown): void
}

/** The maximum number of transactions that share a commit. */
const maxMembers = 16

/**
 * How long a transaction waits for the previous group's commit, in milliseconds, before it is sent on another
 * connection. Most commits take less.
 */
const maxWaitMs = 5

/** Limits how long a group waits for the lock of one of its users; that user's transaction then waits by itself. */
const limitLockWaits = "select set_config('lock_timeout', '10ms', true)"

/**
 * Commits what different users save at the same time as one transaction, because the commit, the messages and the
 * switching between processes cost more than the writes. A transaction is sent at once if no other is under way.
 * Otherwise it waits for the other's commit, as it would on the server, and shares the next commit with transactions
 * that arrive meanwhile. If one of them fails, the server undoes them all, and the others are sent again.
 */
export class GroupCommits implements Commits {
  readonly #pool: Pool
  readonly #names: StatementNames | undefined
  #waiting: Member[] = []
  /** The group that was sent last, if it is under way and others still wait for it. */
  #current: readonly Member[] | undefined

  constructor(pool: Pool, names: StatementNames | undefined) {
    this.#pool = pool
    this.#names = names
  }

  run(userId: string, statements: readonly Statement[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ userId, statements, resolve, reject })
      this.#sendNext()
    })
  }

  #sendNext(): void {
    if (this.#current || this.#waiting.length === 0) return
    const group = this.#waiting.splice(0, maxMembers)
    this.#current = group
    const letNextFollow = () => {
      if (this.#current === group) this.#current = undefined
      this.#sendNext()
    }
    const timer = setTimeout(letNextFollow, maxWaitMs)
    this.#commit(group).then(() => {
      clearTimeout(timer)
      letNextFollow()
    })
  }

  /** Commits a group. Never rejects: each member's own promise settles with the outcome. */
  async #commit(group: readonly Member[]): Promise<void> {
    let client: PoolClient
    try {
      client = await acquireClient(this.#pool)
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    const batch = new Batch(client)
    try {
      const results = this.#statementsOf(group).map((statement) => batch.add(statement))
      client.query(batch)
      await Promise.all(results)
      for (const { resolve } of group) resolve()
    } catch (error) {
      noteQueryFailure(client, error)
      this.#fail(group, batch.failedStatement, error)
    } finally {
      client.release(isLost(client))
    }
  }

  /** The statements of all members. All nodes lock users in the same order, so that groups don't wait in circles. */
  #statementsOf(group: readonly Member[]): Statement[] {
    if (group.length === 1) return group.flatMap(({ statements }) => statements)
    const ordered = group.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
    return [
      namedStatement(limitLockWaits, [], this.#names),
      ...ordered.flatMap(({ statements }) => statements),
    ]
  }

  #fail(group: readonly Member[], failedStatement: Statement | undefined, error: unknown): void {
    const mayRunAgain =
      isReported(error) && (isLockTimeout(error) || !(translateError(error) instanceof Unavailable))
    if (group.length === 1 || !mayRunAgain) {
      for (const { reject } of group) reject(error)
      return
    }
    const failed = group.find(({ statements }) => failedStatement && statements.includes(failedStatement))
    if (!failed) {
      for (const member of group) this.#commit([member])
      return
    }
    this.#waiting.unshift(...group.filter((member) => member !== failed))
    if (isLockTimeout(error)) this.#commit([failed])
    else failed.reject(error)
  }
}
