import type { Database } from 'bun:sqlite'
import { TransactionEndedError } from '../misuse.ts'
import type { TransactionScope } from '../scope.ts'
import type { RunInTransaction } from '../transactions.ts'
import type { Reader, Tx } from '../types.ts'
import type { MemberConnection } from './member-connection.ts'
import type { ReadingTurn } from './reading-turn.ts'
import type { SharedStatement, Statements } from './statements.ts'

/** A connection, and what guards its use. */
interface DirectConnection {
  readonly sqlite: Database
  readonly statements: Statements
  readonly readingTurn: ReadingTurn
  readonly transact: RunInTransaction<MemberConnection>
}

/** Runs compiled queries on SQLite, bypassing Kysely's layers. */
export class DirectSqlite {
  readonly connection: DirectConnection
  readonly #scope: TransactionScope | undefined

  constructor(connection: DirectConnection, scope?: TransactionScope) {
    this.connection = connection
    this.#scope = scope
  }

  get sqlite(): Database {
    return this.connection.sqlite
  }

  /**
   * The statement, if it may run right now. Inside a transaction, any statement may. Outside, a read may run only while
   * no transaction is open on the connection, because it would see uncommitted changes. Undefined if it may not: use
   * Kysely, which waits its turn.
   */
  statement(sql: string): SharedStatement | undefined {
    if (this.#scope) this.#assertOpen(this.#scope)
    else if (!this.connection.readingTurn.begin()) return undefined
    return this.connection.statements.get(sql)
  }

  #assertOpen({ state }: TransactionScope): void {
    if (state !== 'open' || !this.sqlite.inTransaction) throw new TransactionEndedError()
  }
}

const directByReader = new WeakMap<Reader, DirectSqlite>()

/** The direct path of a database or transaction, if its engine is SQLite. */
export function directOf(reader: Reader): DirectSqlite | undefined {
  return directByReader.get(reader)
}

/** Registers the direct path of an opened database. */
export function registerDirect(reader: Reader, direct: DirectSqlite): void {
  directByReader.set(reader, direct)
}

/** Registers the direct path of a transaction while its scope is open. */
export function registerTransaction(tx: Tx, parent: DirectSqlite, scope: TransactionScope): void {
  directByReader.set(tx, new DirectSqlite(parent.connection, scope))
}
