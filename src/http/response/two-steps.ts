/**
 * A handler that does its long work first, outside of the transaction that an `Idempotency-Key` runs it in.
 */
export interface TwoSteps<Request, Prepared, Answer> {
  (request: Request, prepared?: Prepared): Promise<Answer>
  /** The long work. It reads, and writes nothing that lasts. */
  readonly prepare: (request: Request) => Promise<Prepared>
}

/**
 * A handler in two steps. The first step's result is disposed of when the request ends, whether or not the
 * second ran: a repeated request gets the stored answer.
 */
export function inTwoSteps<Request, Prepared extends AsyncDisposable, Answer>(
  prepare: (request: Request) => Promise<Prepared>,
  answer: (request: Request, prepared: Prepared) => Promise<Answer>,
): TwoSteps<Request, Prepared, Answer> {
  const handler = async (request: Request, prepared?: Prepared) => {
    if (prepared !== undefined) return answer(request, prepared)
    await using made = await prepare(request)
    return await answer(request, made)
  }
  return Object.assign(handler, { prepare })
}
