import type { Database } from 'bun:sqlite'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import type { Reader, Tx } from '../types.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { SharedStatement, Statements } from './statements.ts'

/** Runs compiled queries on SQLite, bypassing Kysely's layers. */
export class Direct {
  readonly sqlite: Database
  readonly statements: Statements
  readonly readingTurn: ReadingTurn
  readonly #scope: TransactionScope | undefined

  constructor(sqlite: Database, statements: Statements, readingTurn: ReadingTurn, scope?: TransactionScope) {
    this.sqlite = sqlite
    this.statements = statements
    this.readingTurn = readingTurn
    this.#scope = scope
  }

  /**
   * The statement, if it may run right now: always in a transaction, and for reads of the database while
   * no transaction is open on the connection, because they would see uncommitted changes. Otherwise
   * undefined: use Kysely, which waits its turn.
   */
  statement(sql: string): SharedStatement | undefined {
    if (this.#scope) this.#assertOpen(this.#scope)
    else if (!this.readingTurn.begin()) return undefined
    return this.statements.get(sql)
  }

  #assertOpen({ state }: TransactionScope): void {
    if (state !== 'open' || !this.sqlite.inTransaction) throw new TransactionEndedError()
  }
}

const ways = new WeakMap<Reader, Direct>()

/** The direct path of a database or transaction, if its engine is SQLite. */
export function directOf(reader: Reader): Direct | undefined {
  return ways.get(reader)
}

/** Registers the direct path of an opened database. */
export function registerDirect(reader: Reader, direct: Direct): void {
  ways.set(reader, direct)
}

/** Registers the direct path of a transaction while its scope is open. */
export function registerTransaction(tx: Tx, parent: Direct, scope: TransactionScope): void {
  ways.set(tx, new Direct(parent.sqlite, parent.statements, parent.readingTurn, scope))
}
