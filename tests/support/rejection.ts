/**
 * The reason for which a promise is rejected. Tests use it instead of the matchers of `rejects`, in which Bun runs the
 * event loop until the promise is settled: if `setImmediate` settles it, the loop first waits for the next timer or
 * packet of anything else in the process, which can take minutes.
 */
export async function rejectionOf(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('the promise is fulfilled')
}

/** The message of the error with which a promise is rejected. */
export async function rejectionMessageOf(promise: PromiseLike<unknown>): Promise<string> {
  const reason = await rejectionOf(promise)
  if (reason instanceof Error) return reason.message
  throw reason
}
