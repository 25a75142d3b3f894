import type { Schemas } from '#generated/types.ts'
import { reuseIfEqual } from '#training/merge.ts'
import { createClock } from './clock.ts'
import { createCollection, emptyList } from './collection.ts'
import { contentOf } from './content.ts'
import { openDevice } from './device.ts'
import { type Engine, startEngine } from './engine.ts'
import { browserEnvironment } from './environment.ts'
import { asStorageFull, LoggedOutError, ProblemError, UnsentChangesError } from './errors.ts'
import { guestId } from './guest.ts'
import { localStorageStore } from './local-storage-store.ts'
import { discardRejected, requeueRejected } from './outbox.ts'
import type { Mutation } from './records.ts'
import { problemOf } from './server.ts'
import { createSessions } from './session.ts'
import { idOf, openStore, type Store } from './store.ts'
import type {
  DeadLetter,
  Environment,
  Replog,
  ReplogOptions,
  ReplogStatus,
  Resource,
  StorageProblem,
} from './types.ts'
import type { Stamps } from './view.ts'

/** How often to try to restore lost storage, in milliseconds. */
const retryInterval = 10_000

/** The server's response to a login. */
type Login = Promise<{ data?: Schemas['Tokens']; error?: unknown; response: Response }>

/** The user whose log is shown: logged in, in need of a new login, or a guest. */
interface Account {
  readonly user: string
  readonly store: Store
  readonly engine: Engine
  close(): void
}

/**
 * Opens the training log of this device. Once this resolves, reads return from it immediately.
 *
 * @throws what the storage throws if it can't be read at all, as `localStorage` does where the browser
 * forbids it
 */
export async function createReplog(options: ReplogOptions): Promise<Replog> {
  const { baseUrl, storage = localStorageStore(), auto = true, syncDelay = 0 } = options
  const env: Environment = { ...browserEnvironment, ...options }
  const clock = createClock(env.now)
  const listeners = new Set<(changed: ReadonlySet<string>) => void>()
  let isNotifying = false
  let stopRetry: (() => void) | undefined
  const notify = () => {
    if (!isNotifying) queueMicrotask(callListeners)
    isNotifying = true
    if (device.isLost && !isClosed) stopRetry ??= env.after(retryInterval, retry)
  }
  const callListeners = () => {
    isNotifying = false
    const changed = device.touched
    device.touched = new Set()
    // A listener that throws must not keep others from being called.
    for (const listener of listeners) queueMicrotask(() => listener(changed))
  }
  const retry = () => {
    stopRetry = undefined
    void catchUp()
  }
  const device = openDevice(storage, env, () => void catchUp())
  const sessions = createSessions(device, env, baseUrl, clock, options.guest, notify)
  const isLoggedIn = () => !!sessions.current?.accessToken
  let account: Account | undefined
  let lastFollow: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let lastDeadLetters: readonly DeadLetter[] = emptyList
  let lastStatus: ReplogStatus = { state: 'logged_out', pending: 0, deadLetters: 0 }

  const open = async (user: string): Promise<Account> => {
    const controller = new AbortController()
    // If another tab has logged the user out, this store is abandoned.
    const changed = () => void (store.isErased ? catchUp() : notify())
    // Logging in again reuses the store in memory.
    const current = account?.user === user && !account.store.isErased ? account.store : undefined
    const store: Store = current ?? (await openStore(device, user, clock, changed))
    const server = { ...env, ...sessions.serverOf(user), signal: controller.signal }
    const engine = startEngine({
      store,
      server,
      device,
      user,
      auto,
      syncDelay,
      isLoggedIn,
      changed: notify,
    })
    return { user, store, engine, close: () => controller.abort() }
  }

  /** Picks up logins, logouts and writes of other tabs from the storage. */
  const follow = (isNew = false) => {
    const step = lastFollow.then(async () => {
      if (isClosed) return
      const wasLoggedIn = isLoggedIn()
      await sessions.load()
      const user = sessions.current?.user.id
      if (isNew || user !== account?.user || account?.store.isErased || (isLoggedIn() && !wasLoggedIn)) {
        account?.close()
        if (user !== account?.user) {
          // These resources are no longer visible.
          for (const key of account?.store.views.keys() ?? []) device.touched.add(idOf(key))
          account = undefined
        }
        if (user) account = await open(user)
        if (isClosed) account?.close()
      }
      // Picks up changes made while the store was being opened.
      await account?.store.refresh()
      notify()
    })
    lastFollow = step.catch(() => {})
    return step
  }

  /** `follow` for callers that ignore errors. */
  const catchUp = () => follow().catch(() => {})

  const begin = async (login: Login) => {
    const { data, error, response } = await login
    if (!data?.user) throw new ProblemError(response.status, problemOf(error))
    // Changes that exist only in memory, because the storage was wiped, would be lost.
    await account?.store.refresh()
    if (device.isLost && account && account.user !== data.user.id) throw asStorageFull()
    await sessions.begin(data)
    await follow(true)
    return data.user
  }

  const write = async (work: (store: Store) => void): Promise<Store> => {
    if (!account) throw new LoggedOutError()
    const { store, engine, user } = account
    try {
      await store.transact(() => work(store))
    } catch (error) {
      if (user !== guestId || !store.isErased) throw error
      // Another tab has logged the guest in, so the write belongs to the account.
      await follow()
      return write(work)
    }
    // After another login in the meantime, reads come from another store.
    if (account?.store !== store) await catchUp()
    engine.syncSoon(syncDelay)
    return store
  }

  const changeRejected = async (id: string, work: (store: Store, mutation: Mutation) => void) => {
    await write((store) => {
      const mutation = store.outbox.get(id)
      if (mutation?.refused) work(store, mutation)
    })
  }

  const listDeadLetters = (): readonly DeadLetter[] => {
    const rejected = account?.store.mutations().filter((mutation) => mutation.refused) ?? []
    lastDeadLetters = reuseIfEqual(rejected.map(toDeadLetter), lastDeadLetters)
    return lastDeadLetters
  }

  const storageProblem = (): StorageProblem | undefined => {
    if (device.isLost) return 'lost'
    if (account?.store.isFull) return 'full'
    return account?.store.salvaged.size ? 'corrupt' : undefined
  }

  const status = (): ReplogStatus => {
    const { engine, user } = account ?? {}
    const storage = storageProblem()
    const paused = user === guestId ? 'guest' : 'login_needed'
    const next: ReplogStatus = {
      state: engine ? (isLoggedIn() ? engine.state : paused) : 'logged_out',
      pending: engine?.pending() ?? 0,
      deadLetters: listDeadLetters().length,
      ...(storage && { storage }),
    }
    lastStatus = reuseIfEqual(next, lastStatus)
    return lastStatus
  }

  /** Removes everything of a user from the device. */
  const erase = async (user: string, discard: boolean) => {
    const isCurrent = account?.user === user
    const store = isCurrent ? account?.store : await openStore(device, user, clock, () => {})
    await store?.erase(isCurrent, () => {
      if (store.outbox.size > 0 && !discard) throw new UnsentChangesError(store.outbox.size)
    })
    await follow()
  }

  const stopListening = env.listen((signal) => {
    if (signal === 'storage') catchUp()
    else if (signal === 'offline') account?.engine.goOffline()
    else account?.engine.resume()
  })
  const close = async () => {
    isClosed = true
    stopRetry?.()
    stopListening()
    device.close()
    account?.close()
    account = undefined
    await lastFollow
  }
  try {
    await follow()
  } catch (error) {
    await close()
    throw error
  }
  const collection = <Local extends object, ToPut extends Stamps>(resource: Resource) =>
    createCollection<Local, ToPut>(resource, clock, () => account?.store, write)

  return {
    get user() {
      const user = sessions.current?.user
      return user?.id === account?.user && user?.id !== guestId ? user : undefined
    },
    client: sessions.client,
    workouts: collection('workout'),
    exercises: collection('exercise'),
    measurements: collection('measurement'),
    programs: collection('program'),
    runs: collection('run'),
    deadLetters: {
      list: listDeadLetters,
      retry: (id, fixed) =>
        changeRejected(id, (store, mutation) => {
          requeueRejected(
            store,
            mutation,
            fixed &&
              contentOf(
                mutation.resource,
                { ...fixed, id: mutation.id },
                env.now(),
                mutation.value?.timeZone,
              ),
          )
        }),
      discard: (id) => changeRejected(id, discardRejected),
    },
    get status() {
      return status()
    },
    get salvaged() {
      return account?.store.salvaged ?? noTexts
    },
    register: (body) => begin(sessions.plain.POST('/api/auth/register', { body })),
    logIn: (body) => begin(sessions.plain.POST('/api/auth/login', { body })),
    async logOut({ discard = false } = {}) {
      const { current } = sessions
      if (!current || !account) return
      await erase(account.user, discard)
      if (current.accessToken) sessions.end(current).catch(() => {})
    },
    async keptUsers() {
      const keys = [account?.user ?? '', ...(await storage.load('')).keys()]
      const users = keys.map((key) => key.split('/')[0] ?? '')
      return [...new Set(users)].filter((user) => user.length === 36)
    },
    forget: (user, { discard = false } = {}) => erase(user, discard),
    async sync() {
      await account?.engine.sync()
      return status()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  }
}

const noTexts: ReadonlyMap<string, string> = new Map()

/** The beginning of a pointer into a push that leads to the value of one of its mutations. */
const pushPointer = /^\/mutations\/\d+(\/value)?/

function toDeadLetter({ mutationId, resource, id, value, refused = {} }: Mutation): DeadLetter {
  const { problem, dependsOn } = refused
  const errors = problem?.errors?.map(({ pointer = '', ...error }) => ({
    ...error,
    pointer: pointer.replace(pushPointer, ''),
  }))
  return {
    id: mutationId,
    resource,
    resourceId: id,
    op: value ? 'put' : 'delete',
    value,
    ...(problem && { problem: { ...problem, ...(errors && { errors }) } }),
    ...(dependsOn && { dependsOn }),
  }
}
