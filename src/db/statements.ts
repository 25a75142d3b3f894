import type { Database, Statement } from 'bun:sqlite'

/**
 * The prepared statements of one connection, by their text.
 *
 * `Database.query` has such a cache too, but of 20 statements; past that it prepares anew each time, which
 * costs ten times what running a lookup does.
 */
export class Statements {
  readonly #sqlite: Database
  readonly #capacity: number
  readonly #bySql = new Map<string, Statement>()

  constructor(sqlite: Database, capacity = 1000) {
    this.#sqlite = sqlite
    this.#capacity = capacity
  }

  /** The statement for this text. It is shared: run it to its end at once, never `iterate` it. */
  get(sql: string): Statement {
    const known = this.#bySql.get(sql)
    if (known) return known
    if (this.#bySql.size >= this.#capacity) this.#dropOldest()
    const statement: Statement = this.#sqlite.prepare(sql)
    this.#bySql.set(sql, statement)
    return statement
  }

  /** Forgets all statements, as a closing database and a changed schema need. */
  clear(): void {
    for (const statement of this.#bySql.values()) statement.finalize()
    this.#bySql.clear()
  }

  #dropOldest(): void {
    for (const [sql, statement] of this.#bySql) {
      statement.finalize()
      this.#bySql.delete(sql)
      return
    }
  }
}
