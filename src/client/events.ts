import { backoff, retryAfter, unreachableError } from './backoff.ts'
import { expiringSignal, type Server } from './server.ts'

/**
 * The server sends something every 15 seconds, so a stream that is silent for this long is dead.
 * Milliseconds.
 */
const maxSilence = 40_000

/**
 * Keeps a stream of hints open until the signal aborts or the session ends. If it breaks, it is reopened after a delay.
 *
 * @param seq returns the last known change number
 * @param hint called with each change number that the server announces
 * @param isLoggedIn whether there is a session to listen with
 */
export async function listenForHints(
  server: Server,
  seq: () => number,
  hint: (seq: number) => void,
  isLoggedIn: () => boolean,
): Promise<void> {
  let failures = 0

  /** Reads one stream to its end. */
  const follow = async () => {
    const { signal, renew, end } = expiringSignal(server, maxSilence)
    try {
      const { response } = await server.client.GET('/api/sync/events', {
        params: { header: { 'Last-Event-ID': String(seq()) } },
        parseAs: 'stream',
        signal,
      })
      if (!response.ok || !response.body) throw unreachableError(response)
      const reader = response.body.getReader()
      // Some bodies don't end when their request is aborted, so cancel this one.
      signal.addEventListener('abort', () => reader.cancel().catch(() => {}))
      const decoder = new TextDecoder()
      let text = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        renew()
        failures = 0
        text += decoder.decode(value, { stream: true })
        for (const [, announced] of text.matchAll(/"seq":(\d+).*\n/g)) hint(Number(announced))
        text = text.slice(text.lastIndexOf('\n') + 1)
      }
    } finally {
      end()
    }
  }

  while (!server.signal.aborted && isLoggedIn()) {
    const error: unknown = await follow().catch((thrown) => thrown)
    failures++
    await pause(server, Math.max(retryAfter(error), backoff(failures, server.random)))
  }
}

function pause(server: Server, delay: number): Promise<void> {
  return new Promise((resolve) => {
    const { signal } = expiringSignal(server, delay)
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
}
