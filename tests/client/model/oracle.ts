import { exists, itemOf, type Registers } from './registers.ts'
import {
  changesBetween,
  claims,
  isItem,
  isSigned,
  mayDrop,
  removesAfterReplacing,
  removesAfterSeeing,
  touches,
  type Write,
} from './writes.ts'

/** Thrown when an invariant is violated. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

const noWrites: ReadonlySet<number> = new Set()

/** A user or guest on a device. */
interface Author {
  /** The id of the account, or of the device's guest. */
  readonly id: string
  /** The oracle's name for the author. */
  readonly by: string
}

/**
 * Records every write with its author and the writes that the author had seen, and checks the states that pages show
 * against these writes.
 */
export class Oracle {
  /** Whether the database was restored, which loses data that no device has. */
  isRestored = false
  /** Whether data that is kept for 90 days has expired. */
  isAged = false
  readonly #writes: Write[] = []
  readonly #owners = new Map<string, string>()
  readonly #byResource = new Map<string, Write[]>()
  readonly #authors = new Map<string, Write>()
  /**
   * The writes that each author has seen of each resource. After a device has lost its data, only those that were seen
   * since then count.
   */
  readonly #seen = new Map<string, Set<number>>()

  /** Records that an author is about to change a user's resource, based on the state `before`. */
  record(
    by: string,
    user: string,
    resource: string,
    before: Registers,
    after: Registers,
    past?: ReadonlySet<number>,
  ): Write {
    const id = this.#writes.length
    const write: Write = {
      id,
      by,
      resource,
      ...changesBetween(before, after),
      past: past ?? new Set(this.seenBy(by, resource)),
      state: 'open',
    }
    this.#owners.set(resource, user)
    this.#writes.push(write)
    this.#byResource.set(resource, [...this.writesOf(resource), write])
    for (const [register, text] of write.puts) {
      const value = `${resource}#${register}=${text}`
      const isFirst = isItem(register, text) && !this.#authors.has(value)
      if (isFirst || isSigned(register, text)) this.#authors.set(value, write)
    }
    return write
  }

  /** Records that a write is acknowledged, so that it must not be lost from now on. */
  acknowledge(write: Write): void {
    if (write.state === 'open') write.state = 'acknowledged'
    this.#addSeen(write.by, write)
  }

  /** Allows an author's writes to be lost, because the unsent ones were discarded or the storage was damaged. */
  allowLoss(by: string, resource?: string): void {
    for (const write of this.#writes) {
      const matches = write.by === by && (resource === undefined || write.resource === resource)
      if (matches && write.state !== 'failed') write.state = 'unknown'
    }
  }

  /**
   * Records that a user has logged in where a guest was, and takes over what the guest wrote and knew. A write in
   * progress may still belong to the guest, unless the page shows its resource.
   */
  adopt(guest: Author, user: Author, shown: ReadonlySet<string>): void {
    for (const [resource, owner] of this.#owners) {
      const writes = this.writesOf(resource).filter(({ by }) => by === guest.by)
      if (owner !== guest.id || (writes.some(({ state }) => state === 'open') && !shown.has(resource)))
        continue
      this.#owners.set(resource, user.id)
      for (const write of writes) write.by = user.by
      const seenIds = [...this.seenBy(user.by, resource), ...this.seenBy(guest.by, resource)]
      this.#seen.set(`${user.by}#${resource}`, new Set(seenIds))
      this.#seen.delete(`${guest.by}#${resource}`)
    }
  }

  /** Records that an author starts again with an empty device. */
  forget(by: string): void {
    for (const key of this.#seen.keys()) if (key.startsWith(`${by}#`)) this.#seen.delete(key)
  }

  /** The writes of a resource that an author has seen, and therefore takes into account. */
  seenBy(by: string, resource: string): ReadonlySet<number> {
    return this.#seen.get(`${by}#${resource}`) ?? noWrites
  }

  writesOf(resource: string): readonly Write[] {
    return this.#byResource.get(resource) ?? []
  }

  /** Every resource of a user that was ever written. */
  resourcesOf(user: string): string[] {
    return [...this.#owners].flatMap(([resource, owner]) => (owner === user ? [resource] : []))
  }

  /** Records that an author sees a user's resource. */
  see(by: string, user: string, resource: string, shown: Registers): void {
    if (this.#owners.get(resource) !== user)
      throw new Violation(`${by} sees ${resource}, which belongs to someone else`)
    for (const [register, text] of shown) {
      const isCreated = isItem(register, text)
      if (!isCreated && !isSigned(register, text)) continue
      const author = this.#authorOf(by, resource, register, text)
      if (author.state === 'failed' && !isCreated) {
        throw new Violation(`${by} sees ${text} in ${register} of ${resource}, although its write failed`)
      }
      if (author.state !== 'failed') this.#addSeen(by, author)
    }
  }

  /**
   * Checks the shown state of a resource against the writes seen before: nothing may return to an earlier state, and
   * nothing may be missing unless someone removed it.
   *
   * @param by the author whose seen writes count, by default everyone's
   */
  check(observer: string, resource: string, shown: Registers, by?: string): void {
    const seenIds = by === undefined ? undefined : this.seenBy(by, resource)
    const isSeen = ({ id }: Write) =>
      seenIds ? seenIds.has(id) : !this.isRestored || this.#isOnDevice(id, resource)
    const seenWrites = this.writesOf(resource).filter(
      (write) => write.state === 'acknowledged' && isSeen(write),
    )
    this.#checkItems(observer, resource, shown, seenWrites)
    this.#checkTexts(observer, resource, shown, seenWrites)
  }

  #checkItems(observer: string, resource: string, shown: Registers, seenWrites: readonly Write[]): void {
    const writes = this.writesOf(resource)
    for (const write of seenWrites) {
      for (const item of new Set(['', ...[...write.puts.keys()].map(itemOf)])) {
        if (!claims(write, item, writes)) continue
        if (shown.get(item) === exists) continue
        if (
          writes.some(
            (drop) =>
              removesAfterSeeing(drop, item, write) || removesAfterReplacing(drop, item, write, writes),
          )
        )
          continue
        throw new Violation(
          `${observer}: ${resource} lacks "${item}" that ${write.by} wrote (${describeWrite(write)})`,
        )
      }
    }
  }

  #checkTexts(observer: string, resource: string, shown: Registers, seenWrites: readonly Write[]): void {
    if (this.isRestored) return
    const writes = this.writesOf(resource)
    const writtenRegisters = new Set(seenWrites.flatMap(({ puts }) => [...puts.keys()]))
    for (const register of writtenRegisters) {
      if (writes.some((write) => mayDrop(write, register))) continue
      const text = shown.get(register)
      if (text === undefined) throw new Violation(`${observer}: ${register} of ${resource} is gone`)
      if (!isSigned(register, text)) continue
      const author = this.#authorOf(observer, resource, register, text)
      const later = seenWrites.find(({ puts, past }) => puts.has(register) && past.has(author.id))
      if (!later) continue
      throw new Violation(
        `${observer}: ${register} of ${resource} is ${text} again, although ${later.by} knew it and replaced it with ${later.puts.get(register)}`,
      )
    }
  }

  /**
   * Checks the final state of a resource: an item that was removed must be gone, unless someone changed it at the same
   * time.
   */
  checkGone(resource: string, shown: Registers): void {
    if (this.isRestored || this.isAged) return
    const writes = this.writesOf(resource).filter(({ state }) => state !== 'failed')
    for (const drop of writes.filter(({ state }) => state === 'acknowledged')) {
      const [item] = drop.drops.has('') ? [''] : drop.drops
      if (item === undefined || (item !== '' && drop.drops.size > 1) || shown.get(item) !== exists) continue
      const isKnown = (write: Write) => write === drop || drop.past.has(write.id)
      // Sets that are added or removed change the exercise that they belong to.
      const isAlone = writes.every(
        (write) => isKnown(write) || !touches(write, item.startsWith('entry') ? '' : item),
      )
      const isPlain = item === '' || writes.every(({ drops }) => drops === drop.drops || hasOnlySets(drops))
      if (isAlone && isPlain)
        throw new Violation(`${resource}: "${item}" is back, although ${drop.by} removed it`)
    }
  }

  /**
   * The values that lost to another one written at the same time, with their registers. The server must keep them in a
   * workout's revisions.
   */
  losersOf(resource: string, shown: Registers): { readonly register: string; readonly text: string }[] {
    if (this.isRestored || this.isAged) return []
    const writes = this.writesOf(resource).filter(({ state }) => state !== 'failed')
    return writes.flatMap((write) =>
      [...write.puts].flatMap(([register, text]) => {
        const hasLost =
          write.state === 'acknowledged' &&
          isSigned(register, text) &&
          shown.get(register) !== text &&
          !writes.some((other) => mayDrop(other, register)) &&
          !writes.some(({ puts, past }) => puts.has(register) && past.has(write.id))
        return hasLost ? [{ register, text }] : []
      }),
    )
  }

  /** Whether a device has a write, in which case it comes back if the database has lost it. */
  #isOnDevice(id: number, resource: string): boolean {
    return [...this.#seen].some(
      ([key, ids]) => key.startsWith('device') && key.endsWith(`#${resource}`) && ids.has(id),
    )
  }

  #authorOf(observer: string, resource: string, register: string, text: string): Write {
    const author = this.#authors.get(`${resource}#${register}=${text}`)
    if (!author) throw new Violation(`${observer}: nobody wrote ${text} into ${register} of ${resource}`)
    return author
  }

  #addSeen(by: string, { id, resource, past }: Write): void {
    const key = `${by}#${resource}`
    const ids = this.#seen.get(key) ?? new Set()
    this.#seen.set(key, ids)
    if (!ids.has(id)) for (const writeId of [id, ...past]) ids.add(writeId)
  }
}

function hasOnlySets(drops: ReadonlySet<string>): boolean {
  return [...drops].every((item) => item.startsWith('set '))
}

function describeWrite({ id, puts, drops }: Write): string {
  const examples = [...puts].slice(0, 4).map(([register, text]) => `${register}=${text}`)
  return [`write ${id}`, ...examples, ...[...drops].map((item) => `-${item}`)].join(' ')
}
