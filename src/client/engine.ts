import { backoff, retryAfter, unreachable } from './backoff.ts'
import type { Device } from './device.ts'
import { listen } from './events.ts'
import { createPace } from './pace.ts'
import { maxChanges, pullPage } from './pull.ts'
import { maxMutations, push } from './push.ts'
import type { Server } from './server.ts'
import type { Store } from './store.ts'

/** How often to ask for changes in case hints were missed. Milliseconds. */
const interval = 300_000
/** How many times in a row other devices may interfere before the sync gives up for now. */
const maxTurns = 50

/** The engine's dependencies. */
export interface Parts {
  readonly store: Store
  readonly server: Server
  readonly device: Device
  readonly user: string
  readonly auto: boolean
  isSignedIn(): boolean
  /** Called when the state has changed. */
  changed(): void
}

/** Syncs a user's store with the server. */
export interface Engine {
  readonly state: 'offline' | 'syncing' | 'synced'
  /** How many changes are waiting to be sent. */
  pending(): number
  /** Syncs now. Never rejects; see `state`. */
  sync(): Promise<void>
  /** Syncs soon, because there is something to send or pull, but not while backing off. */
  syncSoon(): void
  /** Syncs soon, because the network seems to be back. */
  resume(): void
  /** Reports that the network is gone. */
  goOffline(): void
}

/**
 * Starts the engine, which syncs at once if it is set to sync by itself. It stops when the server's signal
 * ends.
 */
export function startEngine(parts: Parts): Engine {
  const { store, server, device, user, auto, isSignedIn, changed } = parts
  const { signal, after, random } = server
  const [pages, batches] = [createPace(maxChanges), createPace(maxMutations)]
  let last: Promise<void> = Promise.resolve()
  let running = 0
  let isSoon = false
  let isReached = false
  let failures = 0
  let retryAt = 0
  let hinted = 0
  let stop = () => {}

  const pending = () => store.waiting().filter(({ refused }) => !refused).length

  const turn = async () => {
    await store.refresh()
    for (let turns = 0; turns < maxTurns; ) {
      const isPushed = await push(store, server, batches)
      // Changes made during a long pull are sent between two pages.
      if (await pullPage(store, server, pages)) continue
      if (isPushed && pending() === 0) return
      turns++
    }
    throw unreachable()
  }

  const round = async () => {
    stop()
    isSoon = false
    let delay = interval
    if (isSignedIn() && !signal.aborted) {
      changed()
      try {
        await device.lock(`sync/${user}`, turn, signal)
        isReached = true
        failures = 0
        // Something new came in during the sync.
        if (hinted > store.progress.seq || pending() > 0) delay = 0
      } catch (error) {
        isReached = false
        failures++
        const asked = retryAfter(error)
        retryAt = store.clock.local() + asked
        delay = Math.max(asked, backoff(failures, random))
      }
      hinted = 0
    }
    running--
    if (isSignedIn()) schedule(delay)
    changed()
  }

  const schedule = (delay: number) => {
    if (!auto || signal.aborted) return
    stop()
    isSoon = delay === 0
    stop = after(delay, () => void engine.sync())
  }

  const engine: Engine = {
    pending,
    get state() {
      if (running || isSoon) return 'syncing'
      return isReached && pending() === 0 ? 'synced' : 'offline'
    },
    sync() {
      running++
      last = last.then(round)
      return last
    },
    syncSoon() {
      if (failures === 0 && !running) schedule(0)
    },
    resume() {
      if (!running) schedule(Math.max(0, Math.min(retryAt - store.clock.local(), interval)))
    },
    goOffline() {
      isReached = false
      changed()
    },
  }

  signal.addEventListener('abort', () => stop())
  if (auto) {
    schedule(0)
    const hint = (seq: number) => {
      if (seq <= store.progress.seq) return
      hinted = Math.max(hinted, seq)
      engine.syncSoon()
    }
    const listenForHints = () => listen(server, () => store.progress.seq, hint, isSignedIn)
    device.lock(`events/${user}`, listenForHints, signal).catch(() => {})
  }
  return engine
}
