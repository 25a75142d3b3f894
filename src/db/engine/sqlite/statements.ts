import type { Database, Statement } from 'bun:sqlite'

/**
 * The prepared statements of one connection, by their text.
 *
 * `Database.query` has such a cache too, but of 20 statements; beyond that it prepares each time, which costs
 * ten times as much as running a lookup.
 */
export class Statements {
  readonly #sqlite: Database
  readonly #capacity: number
  readonly #bySql = new Map<string, Statement>()

  constructor(sqlite: Database, capacity = 1000) {
    this.#sqlite = sqlite
    this.#capacity = capacity
  }

  /** The statement for this text. It is shared: run it to completion at once, never `iterate` it. */
  get(sql: string): Statement {
    const known = this.#bySql.get(sql)
    if (known) return known
    if (this.#bySql.size >= this.#capacity) this.#dropOldest()
    const statement: Statement = this.#sqlite.prepare(sql)
    this.#bySql.set(sql, statement)
    return statement
  }

  /** Drops all statements, as closing the database and changing the schema require. */
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
