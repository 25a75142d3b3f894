import type { Content } from '#training/merge.ts'
import type { Clock } from './clock.ts'
import { type Device, sessionKey } from './device.ts'
import { asStorageFull, LoggedOutError, StorageFullError } from './errors.ts'
import { guestId } from './guest.ts'
import { uuid } from './ids.ts'
import { decode, encode, type Kinds, type Mutation, type Progress, type SyncedState } from './records.ts'
import { parseSession } from './stored-session.ts'
import { generationOf, keysChanged, logKeys, versionKey } from './versions.ts'

/** One user's stored records, in memory. */
export interface Store {
  readonly clock: Clock
  /** The server's states, by resource and id, such as `workout/0193…`. */
  readonly synced: ReadonlyMap<string, SyncedState>
  /** The unsent and rejected mutations, by id. */
  readonly outbox: ReadonlyMap<string, Mutation>
  /** By the id of each exercise that was merged into another with the same name: that other exercise. */
  readonly aliases: ReadonlyMap<string, Kinds['aliases']>
  readonly progress: Progress
  /** The stored records that could not be read, as text, by name. */
  readonly salvaged: ReadonlyMap<string, string>
  /** Whether the last write could not be stored. */
  readonly isFull: boolean
  /**
   * Whether a tab has logged the user out, or a guest in, which moves the records to the account. Then nothing may be
   * written here, because nobody would delete it.
   */
  readonly isErased: boolean
  /** Cached views, by resource and id, until they change. */
  readonly views: Map<string, Content | undefined>
  /** Earlier views, which are reused if they are still equal. */
  readonly lastViews: Map<string, Content>
  /** Cached lists, by resource. */
  readonly lists: Map<string, CachedList>
  /** The states that the page has returned, by id and stamps, for any user. */
  readonly shown: Device['shown']
  /** The mutations in the outbox, first to last. */
  mutations(): readonly Mutation[]
  /** The mutations of one resource in the outbox, first to last. */
  mutationsOf(key: string): readonly Mutation[]
  /** Sets or removes a record. Must be called inside a transaction. */
  set<Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]): void
  /** Adds a mutation to the outbox in place of `before`, by default of the mutation with the same id. */
  queue(mutation: Mutation, before?: Mutation): void
  /** Makes the next pull a full one. */
  startAgain(): void
  /** Picks up writes of other tabs, and restores lost storage. */
  refresh(): Promise<void>
  /**
   * Makes changes that are stored together. If they can't be stored, it rejects and leaves memory unchanged.
   *
   * @param mayWait whether the changes may stay in memory while the storage is lost, as those of a sync do
   * @throws StorageFullError
   */
  transact<Result>(work: () => Result, mayWait?: boolean): Promise<Result>
  /** Removes everything, and ends the session if it is this user's, unless `check` throws. */
  erase(isLoggedIn: boolean, check: () => void): Promise<void>
}

/** A list, and the ids of resources that may have changed since it was built. */
export interface CachedList {
  readonly items: readonly object[]
  readonly stale: Set<string>
}

/** The id of a record that is the only one of its kind. */
export const singletonId = 'all'

/** The maximum number of records written at once when lost storage is restored. */
const maxRestored = 200

const noProgress: Progress = { seq: 0, pull: 0, complete: false, at: 0 }

/** The store's key of a resource. */
export function keyOf({ resource, id }: Pick<Mutation, 'resource' | 'id'>): string {
  return `${resource}/${id}`
}

/** The resource id in a store's key. */
export function idOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}

/** Loads a user's stored records. */
export async function openStore(
  device: Device,
  user: string,
  clock: Clock,
  changed: () => void,
): Promise<Store> {
  const { storage, unwritten } = device
  const tables: { readonly [Kind in keyof Kinds]: Map<string, Kinds[Kind]> } = {
    synced: new Map(),
    outbox: new Map(),
    aliases: new Map(),
    progress: new Map(),
  }
  const keyPrefix = `${user}/`
  const texts = new Map<string, string>()
  const salvaged = new Map<string, string>()
  const views: Store['views'] = new Map()
  const lastViews: Store['lastViews'] = new Map()
  const lists: Store['lists'] = new Map()
  let order: readonly Mutation[] | undefined
  let version: string | undefined
  let isFull = false
  let isErased = false
  /** The changes of the current transaction. */
  let changes = new Map<string, string | undefined>()

  /** Discards a cached view. */
  const invalidate = (key: string) => {
    const view = views.get(key)
    if (view) lastViews.set(key, view)
    views.delete(key)
    lists.get(key.slice(0, key.indexOf('/')))?.stale.add(idOf(key))
    device.touched.add(idOf(key))
  }

  const put = <Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]) => {
    const table = tables[kind]
    for (const changed of [table.get(id), record])
      if (changed && 'mutationId' in changed) invalidate(keyOf(changed))
    if (kind === 'synced') invalidate(id)
    else order = undefined
    if (kind === 'aliases') lists.clear()
    if (record) table.set(id, record)
    else table.delete(id)
  }

  const isKind = (kind: string): kind is keyof Kinds => kind in tables

  /** Decodes a stored text into its table. Returns false if it can't be read or no longer exists. */
  const decodeText = (key: string, text?: string): boolean => {
    const [kind = '', ...id] = key.slice(keyPrefix.length).split('/')
    if (!isKind(kind)) return true
    const record = decode(kind, text)
    put(kind, id.join('/'), record)
    return record !== undefined
  }

  /**
   * Decodes a stored text unless it is cached, and caches it. Returns false if it can't be read or no longer exists.
   */
  const cacheText = (key: string, text?: string): boolean => {
    const isCached = texts.get(key) === text
    if (text === undefined) texts.delete(key)
    else texts.set(key, text)
    return isCached || decodeText(key, text)
  }

  /** Reads the records written since the version in memory: those in the log of changes, or else all. */
  const loadSince = async (latest: string | undefined, isWiped: boolean) => {
    const isWhole = isWiped || version === undefined
    const keys = isWhole ? undefined : await keysChanged(storage, version, latest)
    if (!keys) {
      const stored: Map<string, string | undefined> = new Map(await storage.load(keyPrefix))
      isErased ||= !isWiped && texts.size > 0 && stored.size === 0
      for (const key of texts.keys()) if (!stored.has(key)) stored.set(key, undefined)
      return stored
    }
    const userKeys = [...keys].filter((key) => key.startsWith(keyPrefix))
    return new Map(await Promise.all(userKeys.map(async (key) => [key, await storage.read(key)] as const)))
  }

  /** Applies stored records. Unreadable ones are set aside. */
  const applyStored = async (stored: ReadonlyMap<string, string | undefined>, latest: string | undefined) => {
    const movedTexts = new Map<string, string | undefined>()
    for (const [key, text] of stored) {
      const name = key.slice(keyPrefix.length)
      if (name.startsWith('salvaged/') && text !== undefined) salvaged.set(name, text)
      else if (!unwritten.has(key) && !cacheText(key, text) && text !== undefined) {
        const salvagedName = `salvaged/${name}`
        salvaged.set(salvagedName, text)
        movedTexts.set(key, undefined).set(keyPrefix + salvagedName, text)
      }
    }
    version = latest
    if (movedTexts.size === 0) return
    changes = movedTexts
    store.startAgain()
    // If storage is full, unreadable records stay at their keys.
    version = await device.write(changes, latest).catch(() => latest)
    for (const [key, text] of changes) if (version !== latest) cacheText(key, text)
  }

  /** Marks everything in memory to be written back. */
  const requeueAll = (isEmpty: boolean) => {
    if (isEmpty && device.session !== undefined) unwritten.set(sessionKey, device.session)
    const salvagedTexts = [...salvaged].map(([name, text]) => [keyPrefix + name, text] as const)
    for (const [key, text] of [...texts, ...salvagedTexts]) if (!unwritten.has(key)) unwritten.set(key, text)
  }

  /** Restores lost storage. Progress is written last, because it implies that everything before it is stored. */
  const writeBack = async (latest: string | undefined) => {
    const rank = ([key]: readonly [string, unknown]) => Number(key.includes('/progress/'))
    const remaining = [...unwritten].sort((a, b) => rank(a) - rank(b))
    let written = latest
    do written = await device.write(new Map(remaining.splice(0, maxRestored)), written)
    while (remaining.length > 0)
    return written
  }

  const reload = async () => {
    const before = version
    try {
      const latest = await storage.read(versionKey)
      if (before === latest && !device.isLost) return false
      const hasSession = parseSession(await storage.read(sessionKey)) !== undefined
      // Once a guest logs in, the guest's store is abandoned.
      const isGuest = user === guestId
      isErased ||= isGuest && hasSession
      // A logout leaves a version and no session. A wipe leaves nothing, or only what another tab has written since.
      const isWiped =
        before !== undefined &&
        generationOf(before) !== generationOf(latest) &&
        (latest === undefined || isGuest || hasSession)
      const stored = await loadSince(latest, isWiped)
      if (isWiped) requeueAll(latest === undefined)
      if (isErased) unwritten.clear()
      await applyStored(stored, latest)
      if (isWiped || device.isLost) {
        version = before
        device.isLost = true
        version = await writeBack(latest)
        device.isLost = false
        unwritten.clear()
      }
    } catch (error) {
      if (before === undefined) throw error
      device.isLost = true
    }
    return true
  }

  const transact = async <Result>(work: () => Result, mayWait = false): Promise<Result> => {
    try {
      return await device.lock('write', async () => {
        await reload()
        if (isErased) throw new LoggedOutError()
        if (device.isLost && !mayWait) throw asStorageFull()
        changes = new Map()
        let result: Result
        try {
          result = work()
        } finally {
          // Reads must not show a write that may still fail.
          for (const key of changes.keys()) decodeText(key, texts.get(key))
        }
        if (device.isLost) for (const [key, text] of changes) unwritten.set(key, text)
        else if (changes.size > 0) version = await device.write(changes, version)
        isFull = false
        for (const [key, text] of changes) cacheText(key, text)
        return result
      })
    } catch (error) {
      isFull = error instanceof StorageFullError
      throw error
    } finally {
      changed()
    }
  }

  const store: Store = {
    ...tables,
    clock,
    salvaged,
    views,
    lastViews,
    lists,
    shown: device.shown,
    get progress() {
      return tables.progress.get(singletonId) ?? noProgress
    },
    get isFull() {
      return isFull
    },
    get isErased() {
      return isErased
    },
    mutations() {
      order ??= [...tables.outbox.values()].sort((a, b) => a.order - b.order)
      return order
    },
    mutationsOf: (key) => store.mutations().filter((mutation) => keyOf(mutation) === key),
    set(kind, id, record) {
      changes.set(`${keyPrefix}${kind}/${id}`, record && encode(record))
      put(kind, id, record)
    },
    queue(mutation, before = mutation) {
      store.set('outbox', before.mutationId)
      store.set('outbox', mutation.mutationId, mutation)
    },
    startAgain() {
      const { progress } = store
      let last = progress.pull
      for (const { pull } of tables.synced.values()) last = Math.max(last, pull)
      store.set('progress', singletonId, { ...progress, cursor: undefined, complete: false, pull: last + 1 })
    },
    async refresh() {
      if (await device.lock('write', reload)) changed()
    },
    transact,
    async erase(isLoggedIn, check) {
      await device.lock('write', async () => {
        await reload()
        check()
        if (device.isLost) throw asStorageFull()
        const stored = await storage.load(keyPrefix)
        const keys = [...(isLoggedIn ? [sessionKey] : []), ...logKeys, ...stored.keys()]
        await device.write(new Map(keys.map((key) => [key, undefined])), version)
      })
    },
  }
  await device.lock('write', reload)
  return store
}

/** The mutation as if never sent, under a new id because the server may know its current id. */
export function withNewId(store: Store, mutation: Mutation): Mutation {
  return { ...mutation, mutationId: uuid(store.clock.local()), sent: undefined, merged: undefined }
}
