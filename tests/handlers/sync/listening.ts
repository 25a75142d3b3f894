import type { TestUser } from '#tests/support/user.ts'

/** One open stream of events, as a client reads it. */
export interface Listening {
  readonly response: Response
  /** The next event's `id` and `data`, as received; comments are skipped. */
  next(): Promise<{ readonly id: string; readonly seq: number }>
  /** The next chunk, as received. */
  piece(): Promise<string>
  /** Resolves when the server ends the stream. */
  ended(): Promise<void>
  /** Disconnects, as a client does. */
  leave(): void
}

/** Opens a stream over a socket. */
export async function listenTo(
  origin: string,
  user: Pick<TestUser, 'token'>,
  lastEventId?: string,
): Promise<Listening> {
  const leaving = new AbortController()
  const headers = {
    Authorization: `Bearer ${user.token}`,
    ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
  }
  const response = await fetch(`${origin}/api/sync/events`, { headers, signal: leaving.signal })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('a stream has a body')
  const decoder = new TextDecoder()
  const piece = async () => {
    const { done, value } = await reader.read()
    if (done) throw new Error('the stream has ended')
    return decoder.decode(value)
  }
  const waiting: { id: string; seq: number }[] = []
  return {
    response,
    piece,
    async next() {
      while (waiting.length === 0) {
        for (const [, id = '', seq] of (await piece()).matchAll(/id: (\d+)\ndata: \{"seq":(\d+)\}\n\n/g))
          waiting.push({ id, seq: Number(seq) })
      }
      const event = waiting.shift()
      if (!event) throw new Error('there is one')
      return event
    },
    async ended() {
      while (!(await reader.read()).done);
    },
    leave: () => leaving.abort(),
  }
}

/** Waits until a condition is true; fails after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('it does not come to hold')
    await new Promise(setImmediate)
  }
}
