import type { TestUser } from '#tests/support/user.ts'

/** An open event stream of a client. */
export interface OpenEventStream {
  readonly response: Response
  /** Resolves to the `id` and the `data` of the next event. Skips comments. */
  next(): Promise<{ readonly id: string; readonly seq: number }>
  /** Resolves to the text of the next chunk. */
  nextChunk(): Promise<string>
  /** Resolves when the server ends the stream. */
  ended(): Promise<void>
  /** Closes the connection. */
  disconnect(): void
}

/** Opens an event stream over a socket. Resolves once the response has begun. */
export async function openEventStream(
  origin: string,
  user: Pick<TestUser, 'token'>,
  lastEventId?: string,
): Promise<OpenEventStream> {
  const abort = new AbortController()
  const headers = {
    Authorization: `Bearer ${user.token}`,
    ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
  }
  const response = await fetch(`${origin}/api/sync/events`, { headers, signal: abort.signal })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('the response has no body')
  const decoder = new TextDecoder()
  const nextChunk = async () => {
    const { done, value } = await reader.read()
    if (done) throw new Error('the stream has ended')
    return decoder.decode(value)
  }
  const queue: { id: string; seq: number }[] = []
  return {
    response,
    nextChunk,
    async next() {
      while (queue.length === 0) {
        for (const [, id = '', seq] of (await nextChunk()).matchAll(/id: (\d+)\ndata: \{"seq":(\d+)\}\n\n/g))
          queue.push({ id, seq: Number(seq) })
      }
      const event = queue.shift()
      if (!event) throw new Error('the queue is empty')
      return event
    },
    async ended() {
      while (!(await reader.read()).done);
    },
    disconnect: () => abort.abort(),
  }
}

/** How long to wait, in milliseconds: less than the time limit of a test, but enough for a busy machine. */
const maxWaitMs = 50_000

/** Waits until a condition is true. Rejects if that takes too long. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + maxWaitMs
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('the condition did not become true')
    await new Promise(setImmediate)
  }
}
