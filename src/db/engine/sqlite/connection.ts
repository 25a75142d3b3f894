import { Database, type Statement } from 'bun:sqlite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import { translateError, translatingErrors } from './errors.ts'
import { isExclusive } from './exclusive-mode.ts'
import type { ReadingTurn } from './reading-turn.ts'
import { isInMemory } from './settings.ts'
import type { SharedStatement, Statements } from './statements.ts'

/** The single connection, held for the duration of one query or transaction. */
export class SqliteConnection implements DatabaseConnection {
  readonly #sqlite: Database
  readonly #statements: Statements
  readonly #readingTurn: ReadingTurn
  readonly #onRelease: () => void
  readonly #scope: TransactionScope | undefined
  #released = false

  /** `scope` is that of the transaction that holds the connection, if any. */
  constructor(
    sqlite: Database,
    statements: Statements,
    readingTurn: ReadingTurn,
    onRelease: () => void,
    scope?: TransactionScope,
  ) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#readingTurn = readingTurn
    this.#onRelease = onRelease
    this.#scope = scope
  }

  /** Runs a statement without parameters or rows. */
  run(sql: string): void {
    this.#statements.get(sql).run()
  }

  /** Releases the connection, once. */
  release(): void {
    if (this.#released) return
    this.#released = true
    this.#onRelease()
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#assertUsable()
    this.#readingTurn.end()
    return execute<R>(this.#statements.get(sql), parameters)
  }

  /**
   * In a transaction, a stream reads the transaction's state. Otherwise it reads its own snapshot through a second
   * connection and releases this one immediately, because a slow reader must not block other queries. A database in
   * memory or in exclusive mode can't have a second connection.
   */
  async *streamQuery<R>(
    { sql, parameters }: CompiledQuery,
    chunkSize: number,
  ): AsyncIterableIterator<QueryResult<R>> {
    this.#assertUsable()
    this.#readingTurn.end()
    const { filename } = this.#sqlite
    if (this.#sqlite.inTransaction || isInMemory(this.#sqlite) || isExclusive(this.#sqlite)) {
      yield* inChunks<R>(this.#sqlite, sql, parameters, chunkSize)
      return
    }
    this.release()
    const snapshot = translatingErrors(() => new Database(filename, { readonly: true }))
    try {
      translatingErrors(() => snapshot.run('pragma busy_timeout = 5000; pragma trusted_schema = off'))
      yield* inChunks<R>(snapshot, sql, parameters, chunkSize)
    } finally {
      snapshot.close()
    }
  }

  /** A query that wasn't awaited must not run after its transaction, either alone or in another one. */
  #assertUsable(): void {
    if (this.#released) throw new TransactionEndedError()
    if (this.#scope && (this.#scope.state !== 'open' || !this.#sqlite.inTransaction))
      throw new TransactionEndedError()
  }
}

/** Runs a prepared statement to completion. `insertId` is present only if a row was written. */
function execute<R>(statement: SharedStatement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) {
    // Kysely inferred the row type from the schema.
    return { rows: statement.all(parameters) as R[] }
  }
  const { changes, lastInsertRowid } = statement.run(parameters)
  const numAffectedRows = BigInt(changes)
  return changes > 0
    ? { rows: [], numAffectedRows, insertId: BigInt(lastInsertRowid) }
    : { rows: [], numAffectedRows }
}

function* inChunks<R>(
  sqlite: Database,
  sql: string,
  parameters: readonly unknown[],
  chunkSize: number,
): Generator<QueryResult<R>> {
  // Not cached, because no other code may run a statement while it is being iterated.
  const statement: Statement = translatingErrors(() => sqlite.prepare(sql))
  try {
    let rows: R[] = []
    for (const row of statement.iterate(parameters)) {
      // As in `execute`.
      rows.push(row as R)
      if (rows.length >= chunkSize) {
        yield { rows }
        rows = []
      }
    }
    if (rows.length > 0) yield { rows }
  } catch (error) {
    throw translateError(error)
  } finally {
    statement.finalize()
  }
}
