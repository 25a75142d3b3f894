import type { Database, Statement } from 'bun:sqlite'
import type { Reader, Tx } from './schema.ts'
import type { TransactionScope } from './scope.ts'
import type { Statements } from './statements.ts'

/** The way to SQLite past Kysely's layers, for queries that are compiled already. */
export class Direct {
  readonly sqlite: Database
  readonly statements: Statements
  readonly #scope: TransactionScope | undefined
  #together = false

  constructor(sqlite: Database, statements: Statements, scope?: TransactionScope) {
    this.sqlite = sqlite
    this.statements = statements
    this.#scope = scope
  }

  /**
   * The statement, to be run at once, if this may be: a transaction's own always, the database's only while
   * no transaction is open on the connection, since it would see, or become part of, what isn't committed.
   * Undefined otherwise: take Kysely's way, which waits its turn.
   */
  statement(sql: string): Statement | undefined {
    const { inTransaction } = this.sqlite
    if (!this.#scope) return inTransaction && !this.#together ? undefined : this.statements.get(sql)
    if (this.#scope.state !== 'open' || !inTransaction) throw new TransactionEndedError()
    return this.statements.get(sql)
  }

  /**
   * Runs `start`, and with it the prepared queries that it starts, as one read: a state of the database for all
   * of them, and SQLite's locks taken and given back once, which for each query takes as long as a lookup.
   */
  together<T>(start: () => T): T {
    if (this.#scope || this.#together || this.sqlite.inTransaction) return start()
    this.statements.get('begin').run()
    this.#together = true
    try {
      return start()
    } finally {
      this.#together = false
      this.statements.get('commit').run()
    }
  }
}

/** Says that a query was run on a transaction that was committed or rolled back: some query wasn't awaited. */
export class TransactionEndedError extends Error {
  override name = 'TransactionEndedError'
  constructor() {
    super('a query was run on a transaction that has ended: await all queries before the transaction ends')
  }
}

const ways = new WeakMap<Reader, Direct>()

/** The direct way that a database or transaction has, if its engine is the embedded one. */
export function directOf(reader: Reader): Direct | undefined {
  return ways.get(reader)
}

/** Makes the direct way of an opened database known. */
export function registerDirect(reader: Reader, direct: Direct): void {
  ways.set(reader, direct)
}

/** Makes the direct way of a transaction known, for as long as its scope is open. */
export function registerTransaction(tx: Tx, parent: Direct, scope: TransactionScope): void {
  ways.set(tx, new Direct(parent.sqlite, parent.statements, scope))
}
