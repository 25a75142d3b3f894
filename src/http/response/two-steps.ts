/**
 * A handler that does its long work first, outside the transaction in which a request with an
 * `Idempotency-Key` runs.
 */
export interface TwoSteps<Request, Prepared, Result> {
  (request: Request, prepared?: Prepared): Promise<Result>
  /** The long work. It may read, but stores nothing permanently. */
  readonly prepare: (request: Request) => Promise<Prepared>
}

/**
 * A handler in two steps. The first step's result is disposed of when the request ends, whether or not the
 * second ran: a repeated request gets the stored response.
 */
export function inTwoSteps<Request, Prepared extends AsyncDisposable, Result>(
  prepare: (request: Request) => Promise<Prepared>,
  complete: (request: Request, prepared: Prepared) => Promise<Result>,
): TwoSteps<Request, Prepared, Result> {
  const handler = async (request: Request, prepared?: Prepared) => {
    if (prepared !== undefined) return complete(request, prepared)
    await using made = await prepare(request)
    return await complete(request, made)
  }
  return Object.assign(handler, { prepare })
}
