import { uuid } from './ids.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'

/** How long a lease lasts, in milliseconds. */
const term = 10_000
/**
 * How long another tab may take from seeing that a lease is free to having written its own. Milliseconds.
 */
const settling = 30

/**
 * Locks where browsers provide none, such as on pages without TLS: leases in the storage. If a tab dies, its lease lasts
 * until the term ends. The lease also ends if the work takes longer than the term, and then two tabs may work at once.
 * That is harmless: each write has its own keys, and a push can be repeated. Within one tab, it is first come, first
 * served.
 */
export function leases(storage: ReplogStorage, { now, after }: Pick<Environment, 'now' | 'after'>): Locks {
  const pause = () => new Promise<void>((resolve) => void after(settling, resolve))
  const queues = new Map<string, Promise<unknown>>()
  return {
    request(name, { signal }, work) {
      const key = `lease/${name}`
      const me = uuid(now())
      const owner = async () => {
        const [holder, end] = ((await storage.read(key)) ?? '').split(' ')
        const left = Number(end) - now()
        // If the clock was put back, a lease must not become longer.
        return left > 0 && left <= term ? holder : undefined
      }
      const turn = async () => {
        for (let holder = await owner(); holder !== me; holder = await owner()) {
          signal?.throwIfAborted()
          const lease = new Map([[key, `${me} ${now() + term}`]])
          // If storage is full, continue without a lease: conflicting writes would fail too, but reads still work.
          if (!holder && (await storage.write(lease).catch(() => true))) break
          await pause()
        }
        try {
          return await work()
        } finally {
          // If even that fails, the lease just expires: the work is done.
          if ((await owner()) === me) await storage.write(new Map([[key, undefined]])).catch(() => {})
        }
      }
      const mine = Promise.resolve(queues.get(name)).then(turn, turn)
      queues.set(name, mine)
      return mine
    },
  }
}
