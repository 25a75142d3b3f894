import type { Clock } from './clock.ts'
import { type Device, versionKey } from './device.ts'
import { SignedOutError, StorageFullError } from './errors.ts'
import { uuid } from './ids.ts'
import type { Content } from './merge.ts'
import { type Change, decode, encode, type Kinds, type Progress, type Synced } from './records.ts'

/** What is stored for one user, held in memory. */
export interface Store {
  readonly clock: Clock
  /** By resource and id, such as `workout/0193…`. */
  readonly synced: ReadonlyMap<string, Synced>
  /** By the id of the mutation, including refused ones. */
  readonly outbox: ReadonlyMap<string, Change>
  readonly progress: Progress
  readonly salvaged: ReadonlyMap<string, string>
  /** Whether there was no room for the last write. */
  readonly isFull: boolean
  /**
   * Whether a tab has signed the user out: from then on nothing may be written, as it would be left behind.
   */
  readonly isErased: boolean
  /** What is shown, by resource and id, kept until it changes. */
  readonly views: Map<string, Content | undefined>
  /** What the page has shown, by id and stamps, whoever was signed in. */
  readonly shown: Device['shown']
  /** The changes in the outbox, first to last. */
  waiting(): readonly Change[]
  /** The same for one resource. */
  chain(key: string): readonly Change[]
  /** Sets or removes a record. Only inside a transaction. */
  set<Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]): void
  /** Puts a change into the outbox, replacing the one with its id or `before`. */
  wait(change: Change, before?: Change): void
  /** From now on, everything is pulled again. */
  startAgain(): void
  /** Picks up what other tabs have written. */
  refresh(): Promise<void>
  /**
   * Makes changes that are stored together. If they can't be stored, it rejects, and memory is as it was
   * before.
   */
  transact<Result>(work: () => Result): Promise<Result>
  /** Removes everything, including the key, unless `check` throws. */
  erase(key: string, check: () => void): Promise<void>
}

/** The id of a record that is the only one of its kind. */
export const only = 'all'

const nothing: Progress = { seq: 0, pull: 0, complete: false, at: 0 }

/** The resource of a change, as the store names it. */
export function keyOf({ resource, id }: Pick<Change, 'resource' | 'id'>): string {
  return `${resource}/${id}`
}

/** Loads what is stored for a user. */
export async function openStore(
  device: Device,
  user: string,
  clock: Clock,
  changed: () => void,
): Promise<Store> {
  const tables: { readonly [Kind in keyof Kinds]: Map<string, Kinds[Kind]> } = {
    synced: new Map(),
    outbox: new Map(),
    progress: new Map(),
  }
  const start = `${user}/`
  const texts = new Map<string, string>()
  const salvaged = new Map<string, string>()
  const views: Store['views'] = new Map()
  let order: readonly Change[] | undefined
  let version: string | undefined
  let isFull = false
  let isErased = false
  /** What the current transaction has changed so far. */
  let changes = new Map<string, string | undefined>()

  const put = <Kind extends keyof Kinds>(kind: Kind, id: string, record?: Kinds[Kind]) => {
    const table = tables[kind]
    for (const one of [table.get(id), record]) if (one && 'mutationId' in one) views.delete(keyOf(one))
    if (kind === 'synced') views.delete(id)
    else order = undefined
    if (record) table.set(id, record)
    else table.delete(id)
  }

  const isKind = (kind: string): kind is keyof Kinds => kind in tables

  /** Takes in one stored text. False if it can't be read or no longer exists. */
  const take = (key: string, text?: string): boolean => {
    const [kind = '', ...id] = key.slice(start.length).split('/')
    if (!isKind(kind)) return true
    const record = decode(kind, text)
    put(kind, id.join('/'), record)
    return record !== undefined
  }

  /** The same, and keeps the text. */
  const keep = (key: string, text?: string): boolean => {
    const isKnown = texts.get(key) === text
    if (text === undefined) texts.delete(key)
    else texts.set(key, text)
    return isKnown || take(key, text)
  }

  const reload = async () => {
    const latest = await device.storage.read(versionKey)
    if (version === latest) return false
    const stored = await device.storage.load(start)
    isErased ||= texts.size > 0 && stored.size === 0
    for (const key of texts.keys()) if (!stored.has(key)) keep(key)
    const moved = new Map<string, string | undefined>()
    for (const [key, text] of stored) {
      const own = key.slice(start.length)
      if (own.startsWith('salvaged/')) salvaged.set(own, text)
      else if (!keep(key, text)) {
        const aside = `salvaged/${own}`
        salvaged.set(aside, text)
        moved.set(key, undefined).set(start + aside, text)
      }
    }
    version = latest
    if (moved.size > 0) {
      changes = moved
      store.startAgain()
      // If there is no room, it stays where it is.
      await device.write(changes).catch(() => {})
      version = ''
    }
    return true
  }

  const store: Store = {
    ...tables,
    clock,
    salvaged,
    views,
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
    chain: (key) => store.waiting().filter((change) => keyOf(change) === key),
    set(kind, id, record) {
      changes.set(`${start}${kind}/${id}`, record && encode(record))
      put(kind, id, record)
    },
    wait(change, before = change) {
      store.set('outbox', before.mutationId)
      store.set('outbox', change.mutationId, change)
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
    async transact<Result>(work: () => Result) {
      try {
        return await device.lock('write', async () => {
          await reload()
          if (isErased) throw new SignedOutError()
          changes = new Map()
          let result: Result
          try {
            result = work()
          } finally {
            // Nobody reads what may yet turn out to have no room.
            for (const key of changes.keys()) take(key, texts.get(key))
          }
          if (changes.size > 0) version = await device.write(changes)
          isFull = false
          for (const [key, text] of changes) keep(key, text)
          return result
        })
      } catch (error) {
        isFull = error instanceof StorageFullError
        throw error
      } finally {
        changed()
      }
    },
    async erase(key, check) {
      await device.lock('write', async () => {
        await reload()
        check()
        const stored = await device.storage.load(start)
        await device.write(new Map([key, ...stored.keys()].map((one) => [one, undefined])))
      })
    },
  }
  await device.lock('write', reload)
  return store
}

/** The change under another id, since the server may know its current one. */
export function renamed(store: Store, change: Change): Change {
  return { ...change, mutationId: uuid(store.clock.local()), sent: undefined, merged: undefined }
}
