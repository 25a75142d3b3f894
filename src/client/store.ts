import type { Clock } from './clock.ts'
import { type Device, sessionKey } from './device.ts'
import { asStorageFull, SignedOutError, StorageFullError } from './errors.ts'
import { guest } from './guest.ts'
import { uuid } from './ids.ts'
import type { Content } from './merge.ts'
import { decode, encode, type Kinds, type Mutation, type Progress, type Synced } from './records.ts'
import type { Resource } from './types.ts'
import { generationOf, keysChanged, logKeys, versionKey } from './versions.ts'

/** One user's stored records, in memory. */
export interface Store {
  readonly clock: Clock
  /** By resource and id, such as `workout/0193…`. */
  readonly synced: ReadonlyMap<string, Synced>
  /** By the id of the mutation, including refused ones. */
  readonly outbox: ReadonlyMap<string, Mutation>
  /** By the id of an exercise: the one of the same name that it was merged into. */
  readonly aliases: ReadonlyMap<string, Kinds['aliases']>
  readonly progress: Progress
  readonly salvaged: ReadonlyMap<string, string>
  /** Whether the last write failed. */
  readonly isFull: boolean
  /**
   * Whether a tab has signed the user out. From then on nothing may be written, since it would be left behind.
   */
  readonly isErased: boolean
  /** Cached views, by resource and id, until they change. */
  readonly views: Map<string, Content | undefined>
  /** Earlier views, which are reused if they are still equal. */
  readonly lastViews: Map<string, Content>
  /** Cached lists, by resource, until something in them may have changed. */
  readonly lists: Map<Resource, readonly object[]>
  /** The states that the page has returned, by id and stamps, for any user. */
  readonly shown: Device['shown']
  /** The mutations in the outbox, first to last. */
  waiting(): readonly Mutation[]
  /** The same for one resource. */
  chain(key: string): readonly Mutation[]
  /** Sets or removes a record. Only inside a transaction. */
  set<Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]): void
  /** Adds a mutation to the outbox, replacing the one with its id, or `before`. */
  queue(mutation: Mutation, before?: Mutation): void
  /** Makes the next pull a full one. */
  startAgain(): void
  /** Picks up writes of other tabs, and restores lost storage. */
  refresh(): Promise<void>
  /**
   * Makes changes that are stored together. If they can't be stored, it rejects and leaves memory unchanged.
   *
   * @param mayWait set by the sync, which continues in memory while the storage is lost
   * @throws StorageFullError
   */
  transact<Result>(work: () => Result, mayWait?: boolean): Promise<Result>
  /** Removes everything, and ends the session if it is this user's, unless `check` throws. */
  erase(isSignedIn: boolean, check: () => void): Promise<void>
}

/** The id of a record that is the only one of its kind. */
export const only = 'all'

/** How many records are restored at once after the storage was lost. */
const maxRestored = 200

const nothing: Progress = { seq: 0, pull: 0, complete: false, at: 0 }

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
  const start = `${user}/`
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
    device.touched.add(idOf(key))
  }

  const put = <Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]) => {
    const table = tables[kind]
    for (const one of [table.get(id), record]) if (one && 'mutationId' in one) invalidate(keyOf(one))
    if (kind === 'synced') invalidate(id)
    else order = undefined
    lists.clear()
    if (record) table.set(id, record)
    else table.delete(id)
  }

  const isKind = (kind: string): kind is keyof Kinds => kind in tables

  /** Decodes one stored text into its table. False if it can't be read or no longer exists. */
  const decodeText = (key: string, text?: string): boolean => {
    const [kind = '', ...id] = key.slice(start.length).split('/')
    if (!isKind(kind)) return true
    const record = decode(kind, text)
    put(kind, id.join('/'), record)
    return record !== undefined
  }

  /** The same, and remembers the text, so that it is decoded only once. */
  const cacheText = (key: string, text?: string): boolean => {
    const isKnown = texts.get(key) === text
    if (text === undefined) texts.delete(key)
    else texts.set(key, text)
    return isKnown || decodeText(key, text)
  }

  /** Reads what was written since the known version: the keys in the log, or else everything. */
  const loadSince = async (latest: string | undefined, isWiped: boolean) => {
    const isWhole = isWiped || version === undefined
    const keys = isWhole ? undefined : await keysChanged(storage, version, latest)
    if (!keys) {
      const stored: Map<string, string | undefined> = new Map(await storage.load(start))
      isErased ||= !isWiped && texts.size > 0 && stored.size === 0
      for (const key of texts.keys()) if (!stored.has(key)) stored.set(key, undefined)
      return stored
    }
    const own = [...keys].filter((key) => key.startsWith(start))
    return new Map(await Promise.all(own.map(async (key) => [key, await storage.read(key)] as const)))
  }

  /** Applies stored texts. Unreadable ones are set aside. */
  const applyStored = async (stored: ReadonlyMap<string, string | undefined>, latest: string | undefined) => {
    const moved = new Map<string, string | undefined>()
    for (const [key, text] of stored) {
      const own = key.slice(start.length)
      if (own.startsWith('salvaged/') && text !== undefined) salvaged.set(own, text)
      else if (!unwritten.has(key) && !cacheText(key, text) && text !== undefined) {
        const aside = `salvaged/${own}`
        salvaged.set(aside, text)
        moved.set(key, undefined).set(start + aside, text)
      }
    }
    version = latest
    if (moved.size === 0) return
    changes = moved
    store.startAgain()
    // If storage is full, they stay where they are.
    version = await device.write(changes, latest).catch(() => latest)
    for (const [key, text] of changes) if (version !== latest) cacheText(key, text)
  }

  /** Marks everything in memory to be written back. */
  const requeueAll = (isEmpty: boolean) => {
    if (isEmpty && device.session !== undefined) unwritten.set(sessionKey, device.session)
    const aside = [...salvaged].map(([own, text]) => [start + own, text] as const)
    for (const [key, text] of [...texts, ...aside]) if (!unwritten.has(key)) unwritten.set(key, text)
  }

  /** Restores lost storage. Progress goes last, since it implies that the rest is there. */
  const writeBack = async (latest: string | undefined) => {
    const rank = ([key]: readonly [string, unknown]) => Number(key.includes('/progress/'))
    const rest = [...unwritten].sort((a, b) => rank(a) - rank(b))
    let at = latest
    do at = await device.write(new Map(rest.splice(0, maxRestored)), at)
    while (rest.length > 0)
    return at
  }

  const reload = async () => {
    const known = version
    try {
      const latest = await storage.read(versionKey)
      if (known === latest && !device.isLost) return false
      const hasSession = (await storage.read(sessionKey)) !== undefined
      // Once a guest signs in, the guest's store is abandoned.
      const isGuest = user === guest
      isErased ||= isGuest && hasSession
      // A logout leaves a version and no session. A wipe leaves nothing, or only what another tab has written since.
      const isWiped =
        known !== undefined &&
        generationOf(known) !== generationOf(latest) &&
        (latest === undefined || isGuest || hasSession)
      const stored = await loadSince(latest, isWiped)
      if (isWiped) requeueAll(latest === undefined)
      if (isErased) unwritten.clear()
      await applyStored(stored, latest)
      if (isWiped || device.isLost) {
        version = known
        device.isLost = true
        version = await writeBack(latest)
        device.isLost = false
        unwritten.clear()
      }
    } catch (error) {
      if (known === undefined) throw error
      device.isLost = true
    }
    return true
  }

  const transact = async <Result>(work: () => Result, mayWait = false): Promise<Result> => {
    try {
      return await device.lock('write', async () => {
        await reload()
        if (isErased) throw new SignedOutError()
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
      return tables.progress.get(only) ?? nothing
    },
    get isFull() {
      return isFull
    },
    get isErased() {
      return isErased
    },
    waiting() {
      order ??= [...tables.outbox.values()].sort((a, b) => a.order - b.order)
      return order
    },
    chain: (key) => store.waiting().filter((mutation) => keyOf(mutation) === key),
    set(kind, id, record) {
      changes.set(`${start}${kind}/${id}`, record && encode(record))
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
      store.set('progress', only, { ...progress, cursor: undefined, complete: false, pull: last + 1 })
    },
    async refresh() {
      if (await device.lock('write', reload)) changed()
    },
    transact,
    async erase(isSignedIn, check) {
      await device.lock('write', async () => {
        await reload()
        check()
        if (device.isLost) throw asStorageFull()
        const stored = await storage.load(start)
        const keys = [...(isSignedIn ? [sessionKey] : []), ...logKeys, ...stored.keys()]
        await device.write(new Map(keys.map((key) => [key, undefined])), version)
      })
    },
  }
  await device.lock('write', reload)
  return store
}

/** The mutation under another id, since the server may know its current one. */
export function renamed(store: Store, mutation: Mutation): Mutation {
  return { ...mutation, mutationId: uuid(store.clock.local()), sent: undefined, merged: undefined }
}
