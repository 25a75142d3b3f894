import { Unavailable } from '#lib/unavailable.ts'

/** A transaction lost a conflict with another one. Nothing was saved, so it may be retried immediately. */
export class TransactionConflictError extends Unavailable {
  override name = 'TransactionConflictError'
}
