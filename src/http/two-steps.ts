/** A handler whose long work comes first, outside of the transaction that an `Idempotency-Key` runs it in. */
export interface TwoSteps<Request, Prepared, Answer> {
  (request: Request, prepared?: Prepared): Promise<Answer>
  /** The long work: reads, and writes nothing that lasts. */
  readonly prepare: (request: Request) => Promise<Prepared>
}

/**
 * A handler in two steps. What the first gives is disposed of when the request ends, whether the second came to run or not:
 * a repeated request is given the answer that was kept.
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
