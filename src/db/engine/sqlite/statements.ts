import type { Changes, Database, Statement } from 'bun:sqlite'
import { DamagedDatabaseError, translateError, translatingErrors } from './errors.ts'

/**
 * The prepared statements of one connection, by their text.
 *
 * `Database.query` also has a cache, but only for 20 statements; beyond that, it prepares each time,
 * which costs ten times as much as a lookup.
 */
export class Statements {
  /**
   * The last damage that a statement encountered. Within a transaction, SQLite then rejects every further write and the
   * commit, even if the error was caught.
   */
  damage: DamagedDatabaseError | undefined
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
    const statement = new SharedStatement(
      translatingErrors(() => this.#sqlite.prepare(sql)),
      this.#translate,
    )
    this.#bySql.set(sql, statement)
    return statement
  }

  /** Drops all statements, as required before closing the database or changing the schema. */
  clear(): void {
    for (const statement of this.#bySql.values()) statement.finalize()
    this.#bySql.clear()
  }

  readonly #translate = (error: unknown): unknown => {
    const translated = translateError(error)
    if (translated instanceof DamagedDatabaseError) this.damage = translated
    return translated
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
  readonly #translate: (error: unknown) => unknown

  constructor(statement: Statement, translate: (error: unknown) => unknown) {
    this.#statement = statement
    this.#translate = translate
  }

  /** Whether the statement returns rows. */
  get reader(): boolean {
    return this.#statement.reader
  }

  all(parameters: readonly unknown[] = []): unknown[] {
    try {
      return this.#statement.all(parameters)
    } catch (error) {
      throw this.#translate(error)
    }
  }

  get(parameters: readonly unknown[] = []): unknown {
    try {
      return this.#statement.get(parameters)
    } catch (error) {
      throw this.#translate(error)
    }
  }

  run(parameters: readonly unknown[] = []): Changes {
    try {
      return this.#statement.run(parameters)
    } catch (error) {
      throw this.#translate(error)
    }
  }

  finalize(): void {
    this.#statement.finalize()
  }
}
