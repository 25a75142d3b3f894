import type { LocalWorkout, Replog } from '#client/index.ts'
import type { Account, Backend } from './backend.ts'
import { Device } from './device.ts'
import { UniqueValues } from './edits.ts'
import { Oracle } from './oracle.ts'
import { PendingEvents } from './pending-events.ts'
import { type Registers, shownBy } from './registers.ts'
import type { Schedule } from './schedule.ts'
import type { PageProcess } from './web-storage.ts'
import type { Write } from './writes.ts'

/** A state of a workout that a page read, and may change and put later. */
export interface HeldWorkout {
  readonly view: LocalWorkout
  readonly past: ReadonlySet<number>
}

/** A page that someone uses: a user who is logged in, or a guest. */
export interface Page {
  readonly device: Device
  readonly replog: Replog
  readonly pageProcess: PageProcess
  /** An account, or the guest of the device. */
  readonly user: Pick<Account, 'id' | 'email'>
  /** The oracle's name for this user on this device. */
  readonly by: string
}

/** The devices, the users and the server, with everything in progress between them. */
export class World {
  readonly backend: Backend
  readonly accounts: readonly [Account, Account]
  readonly events: PendingEvents
  readonly oracle = new Oracle()
  readonly unique: UniqueValues
  readonly devices: readonly Device[]
  /** States that pages keep to put later, by page and workout. */
  readonly #held = new WeakMap<PageProcess, Map<string, HeldWorkout>>()
  /** Resources that the server must reject. */
  readonly invalid = new Set<string>()
  /** The authors who are logging out, with their page. */
  readonly leaving = new Map<string, PageProcess>()
  /** The authors whose device has lost stored data that it hasn't pulled again yet. */
  readonly incomplete = new Set<string>()
  readonly #inProgress = new Set<{ readonly pageProcess: PageProcess }>()
  /** Writes that are not acknowledged yet, with the pages that wait for them. */
  readonly #unsettled = new Map<Write, PageProcess>()
  #failure: { readonly error: unknown } | undefined

  constructor(
    backend: Backend,
    accounts: readonly [Account, Account],
    { devices }: Schedule,
    namespace: number,
  ) {
    this.backend = backend
    this.accounts = accounts
    this.events = new PendingEvents(backend)
    this.unique = new UniqueValues(namespace)
    this.devices = devices.map((spec, index) => new Device(`device ${index}`, spec, this.events, backend))
  }

  /** Starts work that a page waits for, which never ends if the page dies. If the work throws, the schedule fails. */
  start(pageProcess: PageProcess, work: () => Promise<unknown>): void {
    const waiting = { pageProcess }
    this.#inProgress.add(waiting)
    work()
      .catch((error) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#inProgress.delete(waiting)
        this.events.recordProgress()
      })
  }

  /** Records that a page waits for a write to be acknowledged. */
  trackWrite(write: Write, pageProcess: PageProcess): void {
    this.#unsettled.set(write, pageProcess)
  }

  /** Whether an author waits for a write. The state of a dead page's writes becomes unknown. */
  isWriting(by: string): boolean {
    for (const [write, { isDead }] of this.#unsettled) {
      if (write.state === 'open' && isDead) write.state = 'unknown'
      if (write.state !== 'open') this.#unsettled.delete(write)
    }
    return [...this.#unsettled.keys()].some((write) => write.by === by)
  }

  /** Whether a page waits for something. */
  isWaiting(pageProcess: PageProcess): boolean {
    return [...this.#inProgress].some((waiting) => waiting.pageProcess === pageProcess)
  }

  /** Opens a tab. */
  open(device: Device, tabIndex: 0 | 1): void {
    if (device.tabs[tabIndex]) return
    const { pageProcess, opened } = device.open(tabIndex)
    this.start(pageProcess, () => opened)
  }

  /** Throws the first error of work in progress or of the server. */
  throwFailure(): void {
    const error = this.backend.takeError()
    if (error) throw error
    if (this.#failure) throw this.#failure.error
  }

  /** Lets everything in progress finish. */
  async rest(): Promise<void> {
    await this.events.rest(
      () =>
        this.#failure !== undefined || [...this.#inProgress].every(({ pageProcess }) => pageProcess.isDead),
    )
    this.throwFailure()
    for (const device of this.devices) device.catchUp()
  }

  /** The device that a number in a step refers to. */
  device(number: number): Device {
    const device = this.devices[number % this.devices.length]
    if (!device) throw new RangeError('the schedule has no devices')
    return device
  }

  /** The page that a step refers to. If none is open, one is opened first. */
  async page(number: number, tab: 0 | 1): Promise<Page | undefined> {
    const device = this.device(number)
    if (!device.at(tab)) {
      this.open(device, tab)
      await this.events.drain()
    }
    return this.pageOf(device, tab)
  }

  /** The page in a tab, if a user is logged in there, or a guest uses it. */
  pageOf(device: Device, tab: 0 | 1): Page | undefined {
    const { replog, pageProcess } = device.at(tab) ?? {}
    const isGuest = replog?.status.state === 'guest'
    const user = isGuest ? device.guest : this.accounts.find(({ id }) => id === replog?.user?.id)
    if (!replog || !pageProcess || !user || replog.status.state === 'logged_out') return undefined
    return { device, replog, pageProcess, user, by: `${device.label} as ${user.email}` }
  }

  /** Every page that someone uses. */
  pages(): Page[] {
    return this.devices.flatMap((device) =>
      ([0, 1] as const).flatMap((tab) => (device.tabs[tab]?.replog && this.pageOf(device, tab)) ?? []),
    )
  }

  /** States that a page keeps to put later, by workout. */
  heldBy({ pageProcess }: Pick<Page, 'pageProcess'>): Map<string, HeldWorkout> {
    const heldResources = this.#held.get(pageProcess) ?? new Map()
    this.#held.set(pageProcess, heldResources)
    return heldResources
  }

  /**
   * Whether the tabs of a page's device show different states, or may do so. Meanwhile nothing is edited, since users
   * don't switch tabs that quickly.
   */
  isBehind({ device }: Page): boolean {
    if (device.isCatchingUp) return true
    const [first, ...otherPages] = device.pages.map((replog) => [...shownBy(replog)])
    return otherPages.some((other) => !Bun.deepEquals(other, first))
  }

  /**
   * Checks every page that is up to date. Unless everything is at rest, a tab may not have read another tab's writes
   * yet.
   */
  check(isAtRest = false): void {
    for (const page of this.pages()) {
      const { isPrompt, isCatchingUp, pages } = page.device
      if (isAtRest || isPrompt || (pages.length === 1 && !isCatchingUp)) this.checkPage(page)
    }
  }

  /**
   * Assigns the guest's resources on a device to the user who has logged in there, so that other devices may see them.
   */
  #adoptGuests(): void {
    for (const { device, replog, user, by } of this.pages()) {
      if (user === device.guest) continue
      const guest = { id: device.guest.id, by: `${device.label} as ${device.guest.email}` }
      this.oracle.adopt(guest, { id: user.id, by }, new Set(shownBy(replog).keys()))
    }
  }

  /** Checks a page's resources, and records that its author has seen them. */
  checkPage({ replog, user, by }: Page): void {
    const { oracle } = this
    // A page that died while logging out may have deleted everything.
    for (const [leaving, { isDead }] of this.leaving) {
      if (!isDead) continue
      oracle.forget(leaving)
      this.leaving.delete(leaving)
    }
    this.#adoptGuests()
    const shown = shownBy(replog)
    for (const [resource, registers] of shown) oracle.see(by, user.id, resource, registers)
    if (replog.status.state === 'synced') this.incomplete.delete(by)
    if (oracle.isRestored || this.incomplete.has(by)) return
    for (const resource of oracle.resourcesOf(user.id)) {
      oracle.check(by, resource, shown.get(resource) ?? nothing, by)
    }
  }
}

const nothing: Registers = new Map()
