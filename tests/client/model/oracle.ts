import { itemOf, type Registers, there } from './registers.ts'
import {
  claims,
  difference,
  dropsKnowing,
  dropsKnowingLater,
  isItem,
  isSigned,
  mayDrop,
  touches,
  type Write,
} from './writes.ts'

/** An invariant is violated. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

const nobody: ReadonlySet<number> = new Set()

/** Someone on a device. */
interface Author {
  /** Of the account, or of the device's guest. */
  readonly id: string
  /** The oracle's name for them there. */
  readonly by: string
}

/**
 * Knows everything that was written, by whom, and what its author had seen by then, and checks what others
 * are shown against that.
 */
export class Oracle {
  /** The database was restored: data that only it contained may be lost, and devices restore theirs. */
  isRestored = false
  /** Data kept for 90 days has expired. */
  isAged = false
  readonly #writes: Write[] = []
  readonly #owners = new Map<string, string>()
  readonly #ofResource = new Map<string, Write[]>()
  readonly #authors = new Map<string, Write>()
  /**
   * Which writes someone has seen, by person and resource. If their device has forgotten everything, only
   * those seen since: they act without knowing the others.
   */
  readonly #seen = new Map<string, Set<number>>()

  /** Someone is about to change a resource of a user, starting from what they were shown. */
  begin(
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
      ...difference(before, after),
      past: past ?? new Set(this.seenBy(by, resource)),
      state: 'open',
    }
    this.#owners.set(resource, user)
    this.#writes.push(write)
    this.#ofResource.set(resource, [...this.writesOf(resource), write])
    for (const [register, text] of write.puts) {
      const place = `${resource}#${register}=${text}`
      const isFirst = isItem(register, text) && !this.#authors.has(place)
      if (isFirst || isSigned(register, text)) this.#authors.set(place, write)
    }
    return write
  }

  /** The write is acknowledged: from now on it must not be lost. */
  keep(write: Write): void {
    if (write.state === 'open') write.state = 'kept'
    this.#learn(write.by, write)
  }

  /** Unsent writes of someone may be lost, on purpose or with the storage. */
  excuse(by: string, resource?: string): void {
    for (const write of this.#writes) {
      const isMeant = write.by === by && (resource === undefined || write.resource === resource)
      if (isMeant && write.state !== 'failed') write.state = 'maybe'
    }
  }

  /**
   * A user has signed in where a guest was: what the guest wrote and knew is theirs. Of a write that isn't settled,
   * nobody knows yet whether the guest still made it, unless the user is shown it.
   */
  adopt(guest: Author, user: Author, shown: ReadonlySet<string>): void {
    for (const [resource, owner] of this.#owners) {
      const writes = this.writesOf(resource).filter(({ by }) => by === guest.by)
      if (owner !== guest.id || (writes.some(({ state }) => state === 'open') && !shown.has(resource)))
        continue
      this.#owners.set(resource, user.id)
      for (const write of writes) write.by = user.by
      const seen = [...this.seenBy(user.by, resource), ...this.seenBy(guest.by, resource)]
      this.#seen.set(`${user.by}#${resource}`, new Set(seen))
      this.#seen.delete(`${guest.by}#${resource}`)
    }
  }

  /** Someone starts with an empty device. */
  forget(by: string): void {
    for (const key of this.#seen.keys()) if (key.startsWith(`${by}#`)) this.#seen.delete(key)
  }

  /** Which writes of a resource someone has seen, and therefore takes into account. */
  seenBy(by: string, resource: string): ReadonlySet<number> {
    return this.#seen.get(`${by}#${resource}`) ?? nobody
  }

  writesOf(resource: string): readonly Write[] {
    return this.#ofResource.get(resource) ?? []
  }

  /** Every resource of a user that was ever written. */
  resourcesOf(user: string): string[] {
    return [...this.#owners].flatMap(([resource, owner]) => (owner === user ? [resource] : []))
  }

  /** Someone is shown a resource of a user. */
  see(by: string, user: string, resource: string, shown: Registers): void {
    if (this.#owners.get(resource) !== user)
      throw new Violation(`${by} sees ${resource}, which is not theirs`)
    for (const [register, text] of shown) {
      const isMade = isItem(register, text)
      if (!isMade && !isSigned(register, text)) continue
      const author = this.#authorOf(by, resource, register, text)
      if (author.state === 'failed' && !isMade) {
        throw new Violation(
          `${by} sees ${text} in ${register} of ${resource}, the storing of which had failed`,
        )
      }
      if (author.state !== 'failed') this.#learn(by, author)
    }
  }

  /**
   * Checks a resource as it is shown to someone against what they have seen before: nothing may return to an
   * earlier state, and nothing may be missing unless someone removed it.
   *
   * @param by whose knowledge counts; everyone's by default
   */
  judge(who: string, resource: string, shown: Registers, by?: string): void {
    const seen = by === undefined ? undefined : this.seenBy(by, resource)
    const isKnown = ({ id }: Write) =>
      seen ? seen.has(id) : !this.isRestored || this.#isOnDevice(id, resource)
    const known = this.writesOf(resource).filter((write) => write.state === 'kept' && isKnown(write))
    this.#judgeItems(who, resource, shown, known)
    this.#judgeTexts(who, resource, shown, known)
  }

  #judgeItems(who: string, resource: string, shown: Registers, known: readonly Write[]): void {
    const all = this.writesOf(resource)
    for (const write of known) {
      for (const item of new Set(['', ...[...write.puts.keys()].map(itemOf)])) {
        if (!claims(write, item, all)) continue
        if (shown.get(item) === there) continue
        if (all.some((drop) => dropsKnowing(drop, item, write) || dropsKnowingLater(drop, item, write, all)))
          continue
        throw new Violation(`${who}: ${resource} lacks "${item}" that ${write.by} wrote (${sayWrite(write)})`)
      }
    }
  }

  #judgeTexts(who: string, resource: string, shown: Registers, known: readonly Write[]): void {
    if (this.isRestored) return
    const all = this.writesOf(resource)
    const written = new Set(known.flatMap(({ puts }) => [...puts.keys()]))
    for (const register of written) {
      if (all.some((write) => mayDrop(write, register))) continue
      const text = shown.get(register)
      if (text === undefined) throw new Violation(`${who}: ${register} of ${resource} is gone`)
      if (!isSigned(register, text)) continue
      const author = this.#authorOf(who, resource, register, text)
      const later = known.find(({ puts, past }) => puts.has(register) && past.has(author.id))
      if (!later) continue
      throw new Violation(
        `${who}: ${register} of ${resource} is ${text} again, which ${later.by} had replaced knowingly by ${later.puts.get(register)}`,
      )
    }
  }

  /**
   * Checks what is shown in the end: what was removed, without anyone changing it at the same time, must be
   * gone.
   */
  judgeGone(resource: string, shown: Registers): void {
    if (this.isRestored || this.isAged) return
    const all = this.writesOf(resource).filter(({ state }) => state !== 'failed')
    for (const drop of all.filter(({ state }) => state === 'kept')) {
      const [item] = drop.drops.has('') ? [''] : drop.drops
      if (item === undefined || (item !== '' && drop.drops.size > 1) || shown.get(item) !== there) continue
      const isKnown = (write: Write) => write === drop || drop.past.has(write.id)
      // Sets that are added or removed change the exercise that they belong to.
      const isAlone = all.every(
        (write) => isKnown(write) || !touches(write, item.startsWith('entry') ? '' : item),
      )
      const isPlain = item === '' || all.every(({ drops }) => drops === drop.drops || isOfSets(drops))
      if (isAlone && isPlain)
        throw new Violation(`${resource}: "${item}" is there again, which ${drop.by} had taken away`)
    }
  }

  /**
   * Texts that lost to another one written at the same time, with their registers. The server must keep them
   * in a workout's revisions.
   */
  losersOf(resource: string, shown: Registers): { readonly register: string; readonly text: string }[] {
    if (this.isRestored || this.isAged) return []
    const all = this.writesOf(resource).filter(({ state }) => state !== 'failed')
    return all.flatMap((write) =>
      [...write.puts].flatMap(([register, text]) => {
        const hasLost =
          write.state === 'kept' &&
          isSigned(register, text) &&
          shown.get(register) !== text &&
          !all.some((other) => mayDrop(other, register)) &&
          !all.some(({ puts, past }) => puts.has(register) && past.has(write.id))
        return hasLost ? [{ register, text }] : []
      }),
    )
  }

  /** Whether a device has a write, so that it comes back if the database has lost it. */
  #isOnDevice(id: number, resource: string): boolean {
    return [...this.#seen].some(
      ([key, seen]) => key.startsWith('device') && key.endsWith(`#${resource}`) && seen.has(id),
    )
  }

  #authorOf(who: string, resource: string, register: string, text: string): Write {
    const author = this.#authors.get(`${resource}#${register}=${text}`)
    if (!author) throw new Violation(`${who}: nobody wrote ${text} into ${register} of ${resource}`)
    return author
  }

  #learn(by: string, { id, resource, past }: Write): void {
    const key = `${by}#${resource}`
    const seen = this.#seen.get(key) ?? new Set()
    this.#seen.set(key, seen)
    if (!seen.has(id)) for (const one of [id, ...past]) seen.add(one)
  }
}

function isOfSets(drops: ReadonlySet<string>): boolean {
  return [...drops].every((item) => item.startsWith('set '))
}

function sayWrite({ id, puts, drops }: Write): string {
  const put = [...puts].slice(0, 4).map(([register, text]) => `${register}=${text}`)
  return [`write ${id}`, ...put, ...[...drops].map((item) => `-${item}`)].join(' ')
}
