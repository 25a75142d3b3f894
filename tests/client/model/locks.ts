import type { Channel, Locks } from '#client/index.ts'
import type { Life } from './web-storage.ts'

interface Waiting {
  readonly tab: Life
  start(): void
}

/** Locks as in browsers: the tabs of a device share them, and those of a dead tab are released. */
export class SharedLocks {
  readonly #queues = new Map<string, Waiting[]>()

  /** The locks as one tab sees them. */
  of(tab: Life): Locks {
    return {
      request: (name, { signal }, work) =>
        new Promise((resolve, reject) => {
          if (tab.isDead) return
          const queue = this.#queues.get(name) ?? []
          this.#queues.set(name, queue)
          let hasStarted = false
          const waiting: Waiting = {
            tab,
            start: () => {
              hasStarted = true
              Promise.resolve()
                .then(work)
                .then(resolve, reject)
                .finally(() => this.#leave(name, waiting))
            },
          }
          const giveUp = () => {
            if (hasStarted) return
            this.#leave(name, waiting)
            reject(signal?.reason)
          }
          if (signal?.aborted) return giveUp()
          signal?.addEventListener('abort', giveUp)
          queue.push(waiting)
          if (queue[0] === waiting) waiting.start()
        }),
    }
  }

  /** Releases the locks of a dead tab. */
  release(tab: Life): void {
    for (const [name, queue] of this.#queues) {
      for (const waiting of queue.filter((one) => one.tab === tab)) this.#leave(name, waiting)
    }
  }

  #leave(name: string, waiting: Waiting): void {
    const queue = this.#queues.get(name) ?? []
    const place = queue.indexOf(waiting)
    if (place < 0) return
    queue.splice(place, 1)
    if (place === 0) queue[0]?.start()
  }
}

/** A `BroadcastChannel` between the tabs of a device. */
export class SharedChannel {
  readonly #ends = new Set<Channel>()
  /**
   * Whether a tab is receiving a message right now. Timers that it sets meanwhile, to run once it isn't
   * frozen, are then due at once: no tab is frozen here.
   */
  isHeard = false

  open(): Channel {
    const ends = this.#ends
    const tell = (other: Channel, data: unknown) => {
      this.isHeard = true
      other.onmessage?.(new MessageEvent('message', { data }))
      this.isHeard = false
    }
    const end: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of ends) {
          if (other !== end) queueMicrotask(() => tell(other, data))
        }
      },
      close: () => ends.delete(end),
    }
    ends.add(end)
    return end
  }
}
