/**
 * A handler that does its long work first, outside the transaction in which a request with an
 * `Idempotency-Key` runs.
 */
export interface TwoSteps<Request, Prepared, Result> {
  (request: Request, prepared?: Prepared): Promise<Result>
  /** The long work. The second step may never run: what this stores must be removed on disposal, or be repeatable. */
  readonly prepare: (request: Request) => Promise<Prepared>
}

/**
 * Creates a handler in two steps. The first step's result is disposed of when the request ends, even if the
 * second step never ran because a repeated request got the stored response.
 */
export function inTwoSteps<Request, Prepared extends AsyncDisposable, Result>(
  prepare: (request: Request) => Promise<Prepared>,
  complete: (request: Request, prepared: Prepared) => Promise<Result>,
): TwoSteps<Request, Prepared, Result> {
  const handler = async (request: Request, prepared?: Prepared) => {
    if (prepared !== undefined) return complete(request, prepared)
    await using ownPrepared = await prepare(request)
    return await complete(request, ownPrepared)
  }
  return Object.assign(handler, { prepare })
}
