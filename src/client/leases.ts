import { uuid } from './ids.ts'
import type { Environment, Locks, ReplogStorage } from './types.ts'

/** How long a lease holds, in milliseconds. */
const term = 10_000
/** How long another tab may take from reading that a lease is free to having written its own, in milliseconds. */
const settling = 30

/**
 * Locks where the browser has none, as on pages without TLS: leases in the storage. A tab that dies keeps its own until the term ends; so
 * does work that takes longer, and then two tabs may be at it. What is written bears that, since each write has keys of its
 * own, and a push can be repeated. Within one tab it is first come, first served.
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
        // A clock that was put back must not make a lease long.
        return left > 0 && left <= term ? holder : undefined
      }
      const turn = async () => {
        for (let holder = await owner(); holder !== me; holder = await owner()) {
          signal?.throwIfAborted()
          const lease = new Map([[key, `${me} ${now() + term}`]])
          // Where it finds no room, neither does what another tab could overwrite; but what is stored can be read.
          if (!holder && (await storage.write(lease).catch(() => true))) break
          await pause()
        }
        try {
          return await work()
        } finally {
          // Where even that finds no room the term ends it: what was done is done.
          if ((await owner()) === me) await storage.write(new Map([[key, undefined]])).catch(() => {})
        }
      }
      const mine = Promise.resolve(queues.get(name)).then(turn, turn)
      queues.set(name, mine)
      return mine
    },
  }
}
