import { backoff, retryAfter, unreachableError } from './backoff.ts'
import type { Device } from './device.ts'
import { listenForHints } from './events.ts'
import { createPace } from './pace.ts'
import { maxChanges, pullPage } from './pull.ts'
import { maxMutations, push } from './push.ts'
import type { Server } from './server.ts'
import type { Store } from './store.ts'

/** The milliseconds between syncs in case hints were missed. */
const syncInterval = 300_000
/** The number of times that a sync pushes again after conflicts or new changes before it gives up for now. */
const maxRepeats = 50

/** The engine's dependencies. */
export interface Dependencies {
  readonly store: Store
  readonly server: Server
  readonly device: Device
  readonly user: string
  readonly auto: boolean
  /** How long a sync waits after a change, in milliseconds. */
  readonly syncDelay: number
  isLoggedIn(): boolean
  /** Called when the state has changed. */
  changed(): void
}

/** Syncs a user's store with the server. */
export interface Engine {
  readonly state: 'offline' | 'syncing' | 'synced'
  /** The number of changes that are waiting to be sent. */
  pending(): number
  /** Syncs now. Never rejects; see `state`. */
  sync(): Promise<void>
  /**
   * Syncs automatically after `delay` milliseconds, because there is something to send or pull. Does nothing during a
   * sync or while backing off, since another sync follows anyway.
   */
  syncSoon(delay: number): void
  /** Syncs as soon as the server accepts requests, because the network seems to be back. */
  resume(): void
  /** Reports that the network is gone. */
  goOffline(): void
}

/**
 * Starts the engine, which syncs immediately if `auto` is set. It stops when the server's signal aborts.
 */
export function startEngine(dependencies: Dependencies): Engine {
  const { store, server, device, user, auto, syncDelay, isLoggedIn, changed } = dependencies
  const { signal, after, random } = server
  const [pullPace, pushPace] = [createPace(maxChanges), createPace(maxMutations)]
  let lastSync: Promise<void> = Promise.resolve()
  let running = 0
  let isSyncDue = false
  let isReached = false
  let failures = 0
  let retryAt = 0
  let hintedSeq = 0
  let stop = () => {}

  const pending = () => store.mutations().filter(({ refused }) => !refused).length

  const pushAndPull = async () => {
    await store.refresh()
    for (let repeats = 0; repeats < maxRepeats; ) {
      const isPushed = await push(store, server, pushPace)
      // Changes made during a long pull are sent between two pages.
      if (await pullPage(store, server, pullPace)) continue
      if (isPushed && pending() === 0) return
      repeats++
    }
    throw unreachableError()
  }

  const syncOnce = async () => {
    stop()
    isSyncDue = false
    let delay = syncInterval
    let isDue = false
    if (isLoggedIn() && !signal.aborted) {
      changed()
      try {
        await device.lock(`sync/${user}`, pushAndPull, signal)
        isReached = true
        failures = 0
        // Whether more changes arrived during the sync.
        isDue = hintedSeq > store.progress.seq || pending() > 0
        if (isDue) delay = pending() > 0 ? syncDelay : 0
      } catch (error) {
        isReached = false
        failures++
        const minDelay = retryAfter(error)
        retryAt = store.clock.local() + minDelay
        delay = Math.max(minDelay, backoff(failures, random))
      }
      hintedSeq = 0
    }
    running--
    if (isLoggedIn()) schedule(delay, isDue)
    changed()
  }

  const schedule = (delay: number, isDue = delay === 0) => {
    if (!auto || signal.aborted) return
    stop()
    isSyncDue = isDue
    stop = after(delay, () => void engine.sync())
  }

  const engine: Engine = {
    pending,
    get state() {
      if (running || isSyncDue) return 'syncing'
      return isReached && pending() === 0 ? 'synced' : 'offline'
    },
    sync() {
      running++
      lastSync = lastSync.then(syncOnce)
      return lastSync
    },
    syncSoon(delay) {
      if (failures === 0 && !running) schedule(delay, true)
    },
    resume() {
      if (!running) schedule(Math.max(0, Math.min(retryAt - store.clock.local(), syncInterval)))
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
      hintedSeq = Math.max(hintedSeq, seq)
      engine.syncSoon(0)
    }
    const listenAsLeader = () => listenForHints(server, () => store.progress.seq, hint, isLoggedIn)
    device.lock(`events/${user}`, listenAsLeader, signal).catch(() => {})
  }
  return engine
}
