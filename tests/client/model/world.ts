import type { LocalWorkout, Replog } from '#client/index.ts'
import type { Account, Backend } from './backend.ts'
import { Device } from './device.ts'
import { Mint } from './edits.ts'
import { Oracle } from './oracle.ts'
import { type Registers, shownBy } from './registers.ts'
import type { Schedule } from './schedule.ts'
import { Stage } from './stage.ts'
import type { Life } from './web-storage.ts'
import type { Write } from './writes.ts'

/** What a page was shown of a workout, which it may change and put later. */
export interface Held {
  readonly view: LocalWorkout
  readonly past: ReadonlySet<number>
}

/** A page that someone uses: a user who is signed in, or a guest. */
export interface Page {
  readonly device: Device
  readonly replog: Replog
  readonly life: Life
  /** An account, or the guest of the device. */
  readonly user: Pick<Account, 'id' | 'email'>
  /** The oracle's name for this user on this device. */
  readonly by: string
}

/** The devices, the users and the server, with everything in progress between them. */
export class World {
  readonly backend: Backend
  readonly accounts: readonly [Account, Account]
  readonly stage: Stage
  readonly oracle = new Oracle()
  readonly mint: Mint
  readonly devices: readonly Device[]
  /** States that pages keep to put later, by page and workout. */
  readonly #held = new WeakMap<Life, Map<string, Held>>()
  /** Resources that the server refuses on purpose. */
  readonly invalid = new Set<string>()
  /** Who is signing out, and on which page. */
  readonly leaving = new Map<string, Life>()
  /** Who has lost something stored that is yet to be pulled again. */
  readonly missingSome = new Set<string>()
  readonly #underWay = new Set<{ readonly life: Life }>()
  /** Writes that are not acknowledged yet, with the pages that wait for them. */
  readonly #unsettled = new Map<Write, Life>()
  #failure: { readonly error: unknown } | undefined

  constructor(
    backend: Backend,
    accounts: readonly [Account, Account],
    { devices }: Schedule,
    namespace: number,
  ) {
    this.backend = backend
    this.accounts = accounts
    this.stage = new Stage(backend)
    this.mint = new Mint(namespace)
    this.devices = devices.map((spec, index) => new Device(`device ${index}`, spec, this.stage, backend))
  }

  /**
   * Starts something that a page waits for. If the page dies, it never ends. If it throws, the schedule
   * fails.
   */
  start(life: Life, work: () => Promise<unknown>): void {
    const waiting = { life }
    this.#underWay.add(waiting)
    work()
      .catch((error) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#underWay.delete(waiting)
        this.stage.stir()
      })
  }

  /** A page waits for a write to be acknowledged. */
  await(write: Write, life: Life): void {
    this.#unsettled.set(write, life)
  }

  /** Whether someone waits for a write. Nobody knows whether the writes of a dead page were stored. */
  isWriting(by: string): boolean {
    for (const [write, { isDead }] of this.#unsettled) {
      if (write.state === 'open' && isDead) write.state = 'maybe'
      if (write.state !== 'open') this.#unsettled.delete(write)
    }
    return [...this.#unsettled.keys()].some((write) => write.by === by)
  }

  /** Whether a page waits for something. */
  isWaiting(life: Life): boolean {
    return [...this.#underWay].some((waiting) => waiting.life === life)
  }

  /** Opens a tab. */
  open(device: Device, place: 0 | 1): void {
    if (device.tabs[place]) return
    const { life, opened } = device.open(place)
    this.start(life, () => opened)
  }

  /** Throws what anything in progress has thrown. */
  throwFailure(): void {
    const error = this.backend.takeFault()
    if (error) throw error
    if (this.#failure) throw this.#failure.error
  }

  /** Lets everything in progress finish. */
  async rest(): Promise<void> {
    await this.stage.rest(
      () => this.#failure !== undefined || [...this.#underWay].every(({ life }) => life.isDead),
    )
    this.throwFailure()
    for (const device of this.devices) device.catchUp()
  }

  /** The device with a number. */
  device(number: number): Device {
    const device = this.devices[number % this.devices.length]
    if (!device) throw new RangeError('there is no device')
    return device
  }

  /** The page that a step refers to. If none is open, one is opened first. */
  async page(number: number, tab: 0 | 1): Promise<Page | undefined> {
    const device = this.device(number)
    if (!device.at(tab)) {
      this.open(device, tab)
      await this.stage.drain()
    }
    return this.pageOf(device, tab)
  }

  /** The page in a tab, if a user is signed in there, or a guest uses it. */
  pageOf(device: Device, tab: 0 | 1): Page | undefined {
    const { replog, life } = device.at(tab) ?? {}
    const isGuest = replog?.status.state === 'guest'
    const user = isGuest ? device.guest : this.accounts.find(({ id }) => id === replog?.user?.id)
    if (!replog || !life || !user || replog.status.state === 'signed_out') return undefined
    return { device, replog, life, user, by: `${device.label} as ${user.email}` }
  }

  /** Every page that someone uses. */
  pages(): Page[] {
    return this.devices.flatMap((device) =>
      ([0, 1] as const).flatMap((tab) => (device.tabs[tab]?.replog && this.pageOf(device, tab)) ?? []),
    )
  }

  /** States that a page keeps to put later, by workout. */
  heldBy({ life }: Pick<Page, 'life'>): Map<string, Held> {
    const held = this.#held.get(life) ?? new Map()
    this.#held.set(life, held)
    return held
  }

  /**
   * Whether the tabs of a page's device show different things, or may do so: nobody switches tabs that fast.
   */
  isBehind({ device }: Page): boolean {
    if (device.isCatchingUp) return true
    const [first, ...others] = device.pages.map((replog) => [...shownBy(replog)])
    return others.some((other) => !Bun.deepEquals(other, first))
  }

  /** Checks what every page shows now. A tab may take a moment to see what the other one has written. */
  judge(isAtRest = false): void {
    for (const page of this.pages()) {
      const { isPrompt, isCatchingUp, pages } = page.device
      if (isAtRest || isPrompt || (pages.length === 1 && !isCatchingUp)) this.judgePage(page)
    }
  }

  /** Where a user has signed in, what the guest of the device made is theirs, and their other devices may see it. */
  #adoptGuests(): void {
    for (const { device, replog, user, by } of this.pages()) {
      if (user === device.guest) continue
      const guest = { id: device.guest.id, by: `${device.label} as ${device.guest.email}` }
      this.oracle.adopt(guest, { id: user.id, by }, new Set(shownBy(replog).keys()))
    }
  }

  /** Checks what a page shows. From then on its device has seen it. */
  judgePage({ replog, user, by }: Page): void {
    const { oracle } = this
    // The page that was signing out is dead: nobody knows how far it got.
    for (const [leaving, { isDead }] of this.leaving) {
      if (!isDead) continue
      oracle.forget(leaving)
      this.leaving.delete(leaving)
    }
    this.#adoptGuests()
    const shown = shownBy(replog)
    for (const [resource, registers] of shown) oracle.see(by, user.id, resource, registers)
    if (replog.status.state === 'synced') this.missingSome.delete(by)
    if (oracle.isRestored || this.missingSome.has(by)) return
    for (const resource of oracle.resourcesOf(user.id)) {
      oracle.judge(by, resource, shown.get(resource) ?? nothing, by)
    }
  }
}

const nothing: Registers = new Map()
