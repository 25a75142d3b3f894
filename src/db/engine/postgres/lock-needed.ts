/** A transaction needs its user's lock for what it does, or the user is no longer in the expected state. */
export class LockNeededError extends Error {
  override name = 'LockNeededError'
  constructor(cause?: unknown) {
    super('the transaction must run again with a lock on its user', { cause })
  }
}
