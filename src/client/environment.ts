import type { Environment, Signal } from './types.ts'

const signals: readonly Signal[] = ['online', 'offline', 'visibilitychange', 'storage']

/** The environment of a page or worker in a browser. */
export const browserEnvironment: Environment = {
  fetch: (request) => fetch(request),
  now: Date.now,
  random: Math.random,
  after(delay, run) {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
  // Undefined on pages without TLS and in Node, whatever the types say.
  locks: globalThis.navigator?.locks,
  openChannel: (name) => new BroadcastChannel(name),
  listen(listener) {
    const controller = new AbortController()
    // A worker receives only some of these events, and Node none.
    for (const signal of signals)
      globalThis.addEventListener?.(signal, () => listener(signal), { signal: controller.signal })
    return () => controller.abort()
  },
}
