import type { Database } from 'bun:sqlite'
import type { TransactionScope } from '../scope.ts'
import { SqliteConnection } from './connection.ts'
import { DamagedDatabaseError } from './errors.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { Statements } from './statements.ts'

/** What a member of a group of transactions has to do with the others. */
interface Membership {
  readonly scope: TransactionScope
  /** Whether there are others, so that this one needs a savepoint. */
  readonly shared: boolean
  /** To be called when this one has run, and the next one may. */
  readonly ended: () => void
  /** To be called instead if this one took the transaction of all with it. */
  readonly broken: (cause: unknown) => void
  /** Resolves when all is on disk, and rejects if it can't be. */
  readonly outcome: Promise<void>
}

/** The connection as one transaction of a group has it: see `CommitGroups`. */
export class MemberConnection extends SqliteConnection {
  readonly #sqlite: Database
  readonly #membership: Membership
  #hasEnded = false
  #hasBroken = false

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, membership: Membership) {
    super(sqlite, statements, readingTurn, () => this.#end(), membership.scope)
    this.#sqlite = sqlite
    this.#membership = membership
  }

  begin(): void {
    if (this.#membership.shared) this.run('savepoint member')
  }

  /** Ends this member and resolves once the commit of all is on disk. */
  async commit(): Promise<void> {
    // Fails if SQLite has rolled back, whatever became of the error that said so.
    if (!this.#sqlite.inTransaction) throw new RolledBackError()
    if (this.#membership.shared) this.run('release member')
    this.release()
    await this.#membership.outcome
  }

  /**
   * Undoes what this member did, and ends it. Resolves, as `commit` does, once what it saw of the others is on
   * disk: what it was refused for may be what another one wrote.
   */
  async rollback(): Promise<void> {
    if (!this.#hasEnded) this.#undo()
    this.release()
    if (!this.#hasBroken) await this.#membership.outcome
  }

  #undo(): void {
    const { shared, scope, broken } = this.#membership
    try {
      // SQLite itself rolls all of it back on some errors, such as a full disk, and can't commit after others.
      if (!this.#sqlite.inTransaction || scope.failure instanceof DamagedDatabaseError) throw scope.failure
      this.run(shared ? 'rollback to member' : 'rollback')
      if (shared) this.run('release member')
    } catch (error) {
      this.#hasBroken = true
      broken(error)
    }
  }

  #end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#membership.scope.state = 'ended'
    this.#membership.ended()
  }
}

/** SQLite rolled a transaction back, and its work went on as if nothing had happened. */
class RolledBackError extends Error {
  override name = 'RolledBackError'
  constructor() {
    super('the transaction was rolled back by SQLite, and the error that said so was swallowed')
  }
}
