import type { Database } from 'bun:sqlite'
import type { Statements } from './statements.ts'

/**
 * One read transaction for everything that is read in one turn of the event loop: SQLite takes and releases
 * its locks once instead of for each query, which costs as much as a lookup. All of it reads one state of the
 * database, which is recent enough for every request answered from it: they had all arrived before it began,
 * and every write of this process ends it.
 */
export class ReadingTurn {
  readonly #sqlite: Database
  readonly #statements: Statements
  #open = false
  #ends = false

  constructor(sqlite: Database, statements: Statements) {
    this.#sqlite = sqlite
    this.#statements = statements
  }

  /**
   * Begins the transaction, unless it has begun. False while another one is open on the connection: that must
   * end first.
   */
  begin(): boolean {
    if (this.#sqlite.inTransaction) return this.#open
    this.#statements.get('begin').run()
    this.#open = true
    if (!this.#ends) {
      this.#ends = true
      setImmediate(this.#endOfTurn)
    }
    return true
  }

  /**
   * Ends the transaction, before anything but a query that only reads: a write would have to wait for its own
   * reader.
   */
  end(): void {
    if (!this.#open) return
    this.#open = false
    try {
      // SQLite itself ends it on some errors.
      if (this.#sqlite.inTransaction) this.#statements.get('commit').run()
    } catch {
      // A damaged page fails the commit too. The query that read it has failed already; nothing was written.
      if (this.#sqlite.inTransaction) this.#statements.get('rollback').run()
    }
  }

  readonly #endOfTurn = () => {
    this.#ends = false
    this.end()
  }
}
