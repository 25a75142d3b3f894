import type { Database } from 'bun:sqlite'
import type { TransactionScope } from '../scope.ts'
import { SqliteConnection } from './connection.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/** The relation of a group member to the others. */
interface Membership {
  readonly scope: TransactionScope
  /** Whether the group has other members. If so, this one needs a savepoint. */
  readonly isShared: boolean
  /** Called when this member is done, so that the next one may run. */
  readonly onEnded: () => void
  /** Called before `onEnded` if this member made the shared transaction fail. */
  readonly onBroken: (cause: unknown) => void
  /** Resolves when everything is on disk; rejects if the commit fails. */
  readonly outcome: Promise<void>
}

/** The connection as used by one transaction of a group; see `GroupCommits`. */
export class MemberConnection extends SqliteConnection {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #membership: Membership
  #hasEnded = false
  #hasBrokenGroup = false

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, membership: Membership) {
    super(sqlite, statements, readingTurn, () => this.#end(), membership.scope)
    this.#sqlite = sqlite
    this.#statements = statements
    this.#membership = membership
  }

  begin(): void {
    if (this.#membership.isShared) this.run('savepoint member')
  }

  /** Ends this member and resolves once the shared commit is on disk. */
  async commit(): Promise<void> {
    // After damage or a rollback by SQLite, nothing can be committed, even if the work caught the error and went on.
    if (!this.#sqlite.inTransaction) throw new RolledBackError()
    if (this.#statements.damage) throw this.#statements.damage
    if (this.#membership.isShared) this.run('release member')
    this.release()
    await this.#membership.outcome
  }

  /**
   * Rolls this member back and ends it. Like `commit`, resolves once the writes of other members that it
   * saw are on disk, because one of them may be the reason for the rollback.
   */
  async rollback(): Promise<void> {
    if (!this.#hasEnded) this.#undo()
    this.release()
    if (!this.#hasBrokenGroup) await this.#membership.outcome
  }

  #undo(): void {
    const { isShared, scope, onBroken } = this.#membership
    try {
      // SQLite itself rolls everything back on some errors, such as a full disk, and can't commit after damage.
      if (this.#statements.damage) throw this.#statements.damage
      if (!this.#sqlite.inTransaction) throw scope.failure
      this.run(isShared ? 'rollback to member' : 'rollback')
      if (isShared) this.run('release member')
    } catch (error) {
      this.#hasBrokenGroup = true
      onBroken(error)
    }
  }

  #end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#membership.scope.state = 'ended'
    this.#membership.onEnded()
  }
}

/** SQLite rolled a transaction back, but its work continued. */
class RolledBackError extends Error {
  override name = 'RolledBackError'
  constructor() {
    super('the transaction was rolled back by SQLite, but the error was swallowed')
  }
}
