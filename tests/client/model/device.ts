import { createReplog, type Replog, type Signal } from '#client/index.ts'
import { dayMs } from '#training/day-ms.ts'
import type { Account, Backend } from './backend.ts'
import { SharedChannel, SharedLocks } from './locks.ts'
import { fetchOver, type Line } from './network.ts'
import type { PendingEvents } from './pending-events.ts'
import type { DeviceSpec } from './schedule.ts'
import { storageOf } from './storage.ts'
import type { Disk, PageProcess } from './web-storage.ts'

/** One page of a device. */
export interface Tab {
  readonly pageProcess: PageProcess
  /** Undefined until it is open. */
  replog: Replog | undefined
}

/** A device with its storage, its clock, its connection to the server, and up to two tabs. */
export class Device {
  readonly label: string
  readonly disk: Disk = { entries: new Map(), room: Number.POSITIVE_INFINITY }
  readonly line: Line = { isOnline: true, hasSmallPages: false, faults: [], lastPush: undefined }
  readonly tabs: [Tab | undefined, Tab | undefined] = [undefined, undefined]
  /** The oracle's name for its guest. */
  readonly guest: Pick<Account, 'id' | 'email'>
  /** Whether its storage was ever limited. */
  wasFull = false
  /** Whether a tab has ended whose writes the other one may not have read yet. */
  isCatchingUp = false
  /** The milliseconds that its clock is ahead of the true time. */
  skew: number
  readonly #spec: DeviceSpec
  readonly #events: PendingEvents
  readonly #backend: Backend
  readonly #locks = new SharedLocks()
  readonly #channel = new SharedChannel()
  readonly #listeners = new Map<PageProcess, (signal: Signal) => void>()

  constructor(label: string, spec: DeviceSpec, events: PendingEvents, backend: Backend) {
    this.label = label
    this.guest = { id: `the guest of ${label}`, email: 'a guest' }
    this.skew = spec.skewDays * dayMs
    this.line.hasSmallPages = spec.hasSmallPages
    this.#spec = spec
    this.#events = events
    this.#backend = backend
  }

  /** Starts to open a tab. It can be used once `opened` resolves. */
  open(tabIndex: 0 | 1): { readonly pageProcess: PageProcess; readonly opened: Promise<void> } {
    const events = this.#events
    const pageProcess: PageProcess = {
      isDead: false,
      writesLeft: Number.POSITIVE_INFINITY,
      kill: () => this.kill(pageProcess),
    }
    const tab: Tab = { pageProcess, replog: undefined }
    this.tabs[tabIndex] = tab
    const label = `${this.label}.${tabIndex}`
    const send = fetchOver(this.line, label, events, this.#backend)
    const channel = this.#channel
    const opening = createReplog({
      baseUrl: 'http://localhost',
      storage: storageOf(this.#spec.storage, this.label, this.disk, pageProcess, events),
      auto: this.#spec.auto,
      guest: this.#spec.hasGuests ?? false,
      fetch: (request) => untilDeath(pageProcess, send(request)),
      now: () => events.now + this.skew,
      // A constant backoff keeps schedules reproducible.
      random: () => 0.5,
      after: (delay, run) => {
        const runUnlessDead = () => {
          if (!pageProcess.isDead) run()
        }
        if (!channel.isDelivering) return events.after(`${label} timer`, delay, runUnlessDead)
        runUnlessDead()
        return () => {}
      },
      ...this.#locksOf(pageProcess),
      openChannel: () => channel.open(),
      listen: (listener) => {
        this.#listeners.set(pageProcess, listener)
        return () => this.#listeners.delete(pageProcess)
      },
    })
    const opened = opening.then((replog) => {
      tab.replog = replog
    })
    return { pageProcess, opened }
  }

  #locksOf(pageProcess: PageProcess) {
    // Without locks, leases in the storage are used instead.
    return { locks: this.#spec.hasLocks ? this.#locks.of(pageProcess) : undefined }
  }

  /** Whether a tab immediately reads what the other one has written. */
  get isPrompt(): boolean {
    return this.#spec.hasLocks && this.#spec.storage === 'web'
  }

  /** Kills a tab without warning. */
  kill(pageProcess: PageProcess): void {
    if (this.tabs.every((tab) => tab) && !this.isPrompt) this.isCatchingUp = true
    pageProcess.isDead = true
    this.#locks.release(pageProcess)
    this.#listeners.delete(pageProcess)
    this.tabs.forEach((tab, tabIndex) => {
      if (tab?.pageProcess === pageProcess) this.tabs[tabIndex === 0 ? 0 : 1] = undefined
    })
    this.#events.recordProgress()
  }

  /** Records that each tab has read the other's writes, as nothing is pending. */
  catchUp(): void {
    this.isCatchingUp = false
  }

  /** Closes a tab as a browser does when its page is left. */
  async close(tabIndex: 0 | 1): Promise<void> {
    const tab = this.tabs[tabIndex]
    if (this.tabs.every((other) => other) && !this.isPrompt) this.isCatchingUp = true
    this.tabs[tabIndex] = undefined
    await tab?.replog?.close()
  }

  /** Connects it to the network or disconnects it. */
  connect(isOnline: boolean): void {
    this.line.isOnline = isOnline
    for (const listener of this.#listeners.values()) listener(isOnline ? 'online' : 'offline')
  }

  /** The open tab with this number, or the other one. */
  at(tabIndex: 0 | 1): Tab | undefined {
    return this.tabs[tabIndex] ?? this.tabs[tabIndex === 0 ? 1 : 0]
  }

  /** The tabs that are open. */
  get pages(): Replog[] {
    return this.tabs.flatMap((tab) => tab?.replog ?? [])
  }
}

/** The result of work. It never settles if the page is killed first. */
function untilDeath<Result>(pageProcess: PageProcess, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    work.then(
      (result) => pageProcess.isDead || resolve(result),
      (error) => pageProcess.isDead || reject(error),
    )
  })
}
