import type { Changes, Database, Statement } from 'bun:sqlite'
import { translateError, translatingErrors } from './errors.ts'

/**
 * The prepared statements of one connection, by their text.
 *
 * `Database.query` also has a cache, but only for 20 statements; beyond that, it prepares each time,
 * which costs ten times as much as a lookup.
 */
export class Statements {
  readonly #sqlite: Database
  readonly #capacity: number
  readonly #bySql = new Map<string, SharedStatement>()

  constructor(sqlite: Database, capacity = 1000) {
    this.#sqlite = sqlite
    this.#capacity = capacity
  }

  /** The prepared statement for this text. */
  get(sql: string): SharedStatement {
    const cached = this.#bySql.get(sql)
    if (cached) return cached
    if (this.#bySql.size >= this.#capacity) this.#dropOldest()
    const statement = new SharedStatement(translatingErrors(() => this.#sqlite.prepare(sql)))
    this.#bySql.set(sql, statement)
    return statement
  }

  /** Drops all statements, as required before closing the database or changing the schema. */
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

/** A shared statement, which always runs to completion. Throws translated errors. */
export class SharedStatement {
  readonly #statement: Statement

  constructor(statement: Statement) {
    this.#statement = statement
  }

  /** Whether the statement returns rows. */
  get reader(): boolean {
    return this.#statement.reader
  }

  all(parameters: readonly unknown[] = []): unknown[] {
    try {
      return this.#statement.all(parameters)
    } catch (error) {
      throw translateError(error)
    }
  }

  get(parameters: readonly unknown[] = []): unknown {
    try {
      return this.#statement.get(parameters)
    } catch (error) {
      throw translateError(error)
    }
  }

  run(parameters: readonly unknown[] = []): Changes {
    try {
      return this.#statement.run(parameters)
    } catch (error) {
      throw translateError(error)
    }
  }

  finalize(): void {
    this.#statement.finalize()
  }
}
