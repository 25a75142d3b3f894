import type { Database } from 'bun:sqlite'
import type { Statements } from './statements.ts'

/**
 * One read transaction for all reads in one turn of the event loop, so that SQLite acquires and releases
 * its locks once instead of for each query, which costs as much as a lookup. All of them read the same
 * state, which is recent enough for every request: they had all arrived before it began, and every write
 * of this process ends it.
 */
export class ReadingTurn {
  readonly #sqlite: Database
  readonly #statements: Statements
  #isOpen = false
  #isEndScheduled = false

  constructor(sqlite: Database, statements: Statements) {
    this.#sqlite = sqlite
    this.#statements = statements
  }

  /**
   * Begins the transaction, unless it has already begun. False while another one is open on the
   * connection, which must end first.
   */
  begin(): boolean {
    if (this.#sqlite.inTransaction) return this.#isOpen
    this.#statements.get('begin').run()
    this.#isOpen = true
    if (!this.#isEndScheduled) {
      this.#isEndScheduled = true
      setImmediate(this.#endOfTurn)
    }
    return true
  }

  /**
   * Ends the transaction before anything but a read-only query, because a write would wait for its own
   * reader.
   */
  end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    try {
      // SQLite itself may have ended it because of an error.
      if (this.#sqlite.inTransaction) this.#statements.get('commit').run()
    } catch {
      // A damaged page also makes the commit fail. The query that read it has already failed, and nothing
      // was written.
      if (this.#sqlite.inTransaction) this.#statements.get('rollback').run()
    }
  }

  readonly #endOfTurn = () => {
    this.#isEndScheduled = false
    this.end()
  }
}
