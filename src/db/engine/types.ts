import type { Kysely, Transaction } from 'kysely'

/**
 * The tables. The schema declares them by augmenting this interface, so that the engine knows how queries are
 * run and nothing of what is stored.
 */
export interface Tables extends Record<never, object> {}

/** Builds queries; `prepare` passes one to the function that builds a query. */
export type QueryBuilder = Kysely<Tables>

/** The database, which can only be read: writes need a transaction. */
export interface Db extends Pick<Kysely<Tables>, 'selectFrom'> {
  /** Whether it is a {@link Tx}. */
  readonly isTransaction: boolean
}

/**
 * A transaction: for functions whose statements must all take effect or none. Only `transact` and the other
 * functions beside it begin one.
 */
export type Tx = Transaction<Tables>

/** What a query reads from: the database, or the transaction that it is part of. */
export type Reader = Db | Tx
