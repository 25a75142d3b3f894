import type { Kysely, Transaction } from 'kysely'

/**
 * The tables. The schema declares them by augmenting this interface, so that the engine doesn't depend on
 * what is stored.
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
 * A transaction, for functions whose statements must all take effect or none. Only `transact` and its
 * sibling functions begin one.
 */
export type Tx = Transaction<Tables>

/** The source of a query: the database, or the transaction that the query is part of. */
export type Reader = Db | Tx
