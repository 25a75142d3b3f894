/** Code inside a transaction used the outer database, which would deadlock or read a different state. */
export class OuterDatabaseInTransactionError extends Error {
  override name = 'OuterDatabaseInTransactionError'
  constructor() {
    super('the database was used inside a transaction on it: pass the transaction (tx) to this query instead')
  }
}

/** A transaction was started other than by `transact`, without its guards. */
export class UnguardedTransactionError extends Error {
  override name = 'UnguardedTransactionError'
  constructor() {
    super('a transaction was begun directly: use transact()')
  }
}

/** A query was run on a transaction that has been committed or rolled back: some query wasn't awaited. */
export class TransactionEndedError extends Error {
  override name = 'TransactionEndedError'
  constructor() {
    super('a query was run on a transaction that has ended: await all queries before the transaction ends')
  }
}

/** A transaction for a request whose session is only presumed to be open doesn't check the session. */
export class UncheckedSessionError extends Error {
  override name = 'UncheckedSessionError'
  constructor() {
    super(
      "a transaction must be given the user's state, because the session hasn't been checked for this request",
    )
  }
}

/** A request whose session was only presumed to be open began a second transaction. */
export class SecondTransactionError extends Error {
  override name = 'SecondTransactionError'
  constructor() {
    super(
      'a request whose session is only presumed to be open has one transaction: if a second one failed, the first would run again',
    )
  }
}
