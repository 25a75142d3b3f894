import { uuid } from './ids.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'

/** How long a lease lasts, in milliseconds. */
const leaseTerm = 10_000
/** The time that a tab may take from finding a lease free to having written its own, in milliseconds. */
const settlingTime = 30

/**
 * Locks for pages where the browser provides none, such as those without TLS: leases in the storage. A lease expires
 * after its term, even if its tab is still working. Then two tabs may work at once, which is harmless: each write has
 * its own keys, and a push can be repeated. Within one tab, requests are served in order.
 */
export function leaseLocks(
  storage: ReplogStorage,
  { now, after }: Pick<Environment, 'now' | 'after'>,
): Locks {
  const pause = () => new Promise<void>((resolve) => void after(settlingTime, resolve))
  const queues = new Map<string, Promise<unknown>>()
  return {
    request(name, { signal }, work) {
      const key = `lease/${name}`
      const id = uuid(now())
      const currentHolder = async () => {
        const [holder, end] = ((await storage.read(key)) ?? '').split(' ')
        const remaining = Number(end) - now()
        // A lease must not become longer if the clock is set back.
        return remaining > 0 && remaining <= leaseTerm ? holder : undefined
      }
      const acquireAndWork = async () => {
        for (let holder = await currentHolder(); holder !== id; holder = await currentHolder()) {
          signal?.throwIfAborted()
          const lease = new Map([[key, `${id} ${now() + leaseTerm}`]])
          // If storage is full, continue without a lease: conflicting writes would fail too, but reads still work.
          if (!holder && (await storage.write(lease).catch(() => true))) break
          await pause()
        }
        try {
          return await work()
        } finally {
          // The work is done, so a failure here doesn't matter: the lease expires by itself.
          if ((await currentHolder()) === id) await storage.write(new Map([[key, undefined]])).catch(() => {})
        }
      }
      const result = Promise.resolve(queues.get(name)).then(acquireAndWork, acquireAndWork)
      queues.set(name, result)
      return result
    },
  }
}
