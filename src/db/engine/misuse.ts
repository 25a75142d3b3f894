/** Code inside a transaction used the database around it, which would wait for itself, or read another state. */
export class OuterDatabaseInTransactionError extends Error {
  override name = 'OuterDatabaseInTransactionError'
  constructor() {
    super('the database was used inside a transaction on it: pass the transaction (tx) to this query instead')
  }
}

/** A transaction was started by something other than `transact`, which alone can guard it. */
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
