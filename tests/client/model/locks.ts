import type { Channel, Locks } from '#client/index.ts'
import type { PageProcess } from './web-storage.ts'

interface Waiting {
  readonly tab: PageProcess
  start(): void
}

/** The Web Locks of a browser: all tabs of a device share them, and a killed tab releases its own. */
export class SharedLocks {
  readonly #queues = new Map<string, Waiting[]>()

  /** The locks for one tab. */
  of(tab: PageProcess): Locks {
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
  release(tab: PageProcess): void {
    for (const [name, queue] of this.#queues) {
      for (const waiting of queue.filter((request) => request.tab === tab)) this.#leave(name, waiting)
    }
  }

  #leave(name: string, waiting: Waiting): void {
    const queue = this.#queues.get(name) ?? []
    const position = queue.indexOf(waiting)
    if (position < 0) return
    queue.splice(position, 1)
    if (position === 0) queue[0]?.start()
  }
}

/** A `BroadcastChannel` between the tabs of a device. */
export class SharedChannel {
  readonly #ends = new Set<Channel>()
  /**
   * Whether a tab is receiving a message right now. The timers that it sets meanwhile only detect whether the tab is
   * frozen. No tab is frozen here, so they are due immediately.
   */
  isDelivering = false

  open(): Channel {
    const ends = this.#ends
    const deliver = (other: Channel, data: unknown) => {
      this.isDelivering = true
      other.onmessage?.(new MessageEvent('message', { data }))
      this.isDelivering = false
    }
    const end: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of ends) {
          if (other !== end) queueMicrotask(() => deliver(other, data))
        }
      },
      close: () => ends.delete(end),
    }
    ends.add(end)
    return end
  }
}
