import type { Environment, Signal } from './types.ts'

const signals: readonly Signal[] = ['online', 'offline', 'visibilitychange', 'storage']

/** What a page or worker in a browser provides. */
export const browser: Environment = {
  fetch: (request) => fetch(request),
  now: Date.now,
  random: Math.random,
  after(delay, run) {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
  // Undefined on pages without TLS, whatever the types say.
  locks: navigator.locks,
  openChannel: (name) => new BroadcastChannel(name),
  listen(listener) {
    const ending = new AbortController()
    // A worker doesn't get all of these.
    for (const signal of signals) addEventListener(signal, () => listener(signal), { signal: ending.signal })
    return () => ending.abort()
  },
}
