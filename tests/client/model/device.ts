import { createReplog, type Replog, type Signal } from '#client/index.ts'
import type { Account, Backend } from './backend.ts'
import { SharedChannel, SharedLocks } from './locks.ts'
import { fetchOver, type Line } from './network.ts'
import type { DeviceSpec } from './schedule.ts'
import type { Stage } from './stage.ts'
import { storageOf } from './storage.ts'
import type { Disk, Life } from './web-storage.ts'

/** One page of a device. */
export interface Tab {
  readonly life: Life
  /** Undefined until it is open. */
  replog: Replog | undefined
}

const day = 86_400_000

/** A device with its storage, its clock, its connection to the server, and up to two tabs. */
export class Device {
  readonly label: string
  readonly disk: Disk = { entries: new Map(), room: Number.POSITIVE_INFINITY }
  readonly line: Line = { isOnline: true, hasSmallPages: false, faults: [], lastPush: undefined }
  readonly tabs: [Tab | undefined, Tab | undefined] = [undefined, undefined]
  /** The oracle's name for its guest. */
  readonly guest: Pick<Account, 'id' | 'email'>
  /** Whether it ever ran out of room. */
  wasFull = false
  /** Whether a tab is gone and the other one may not have read yet what it wrote. */
  isCatchingUp = false
  /** How far its clock is ahead of the true time, in milliseconds. */
  skew: number
  readonly #spec: DeviceSpec
  readonly #stage: Stage
  readonly #backend: Backend
  readonly #locks = new SharedLocks()
  readonly #channel = new SharedChannel()
  readonly #heard = new Map<Life, (signal: Signal) => void>()

  constructor(label: string, spec: DeviceSpec, stage: Stage, backend: Backend) {
    this.label = label
    this.guest = { id: `the guest of ${label}`, email: 'a guest' }
    this.skew = spec.skewDays * day
    this.line.hasSmallPages = spec.hasSmallPages
    this.#spec = spec
    this.#stage = stage
    this.#backend = backend
  }

  /** Opens a tab. It lives from now on, and can be used once it is opened. */
  open(place: 0 | 1): { readonly life: Life; readonly opened: Promise<void> } {
    const stage = this.#stage
    const life: Life = {
      isDead: false,
      writesLeft: Number.POSITIVE_INFINITY,
      die: () => this.kill(life),
    }
    const tab: Tab = { life, replog: undefined }
    this.tabs[place] = tab
    const label = `${this.label}.${place}`
    const send = fetchOver(this.line, label, stage, this.#backend)
    const channel = this.#channel
    const opening = createReplog({
      baseUrl: 'http://localhost',
      storage: storageOf(this.#spec.storage, this.label, this.disk, life, stage),
      auto: this.#spec.auto,
      guest: this.#spec.hasGuests ?? false,
      fetch: (request) => untilDeath(life, send(request)),
      now: () => stage.now + this.skew,
      // Backoff is tested elsewhere; here it must always be the same.
      random: () => 0.5,
      after: (delay, run) => {
        const runAlive = () => {
          if (!life.isDead) run()
        }
        if (!channel.isHeard) return stage.after(`${label} timer`, delay, runAlive)
        runAlive()
        return () => {}
      },
      ...this.#locksOf(life),
      openChannel: () => channel.open(),
      listen: (heard) => {
        this.#heard.set(life, heard)
        return () => this.#heard.delete(life)
      },
    })
    const opened = opening.then((replog) => {
      tab.replog = replog
    })
    return { life, opened }
  }

  #locksOf(life: Life) {
    // Without locks, leases in the storage are used instead.
    return { locks: this.#spec.hasLocks ? this.#locks.of(life) : undefined }
  }

  /** Whether a tab immediately reads what the other one has written. */
  get isPrompt(): boolean {
    return this.#spec.hasLocks && this.#spec.storage === 'web'
  }

  /** Kills a tab without warning. */
  kill(life: Life): void {
    if (this.tabs.every((tab) => tab) && !this.isPrompt) this.isCatchingUp = true
    life.isDead = true
    this.#locks.release(life)
    this.#heard.delete(life)
    this.tabs.forEach((tab, place) => {
      if (tab?.life === life) this.tabs[place === 0 ? 0 : 1] = undefined
    })
    this.#stage.stir()
  }

  /** Called when nothing is pending: each tab has read what the others wrote. */
  catchUp(): void {
    this.isCatchingUp = false
  }

  /** Closes a tab as a browser does when its page is left. */
  async close(place: 0 | 1): Promise<void> {
    const tab = this.tabs[place]
    if (this.tabs.every((one) => one) && !this.isPrompt) this.isCatchingUp = true
    this.tabs[place] = undefined
    await tab?.replog?.close()
  }

  /** Connects it to the network or disconnects it. */
  connect(isOnline: boolean): void {
    this.line.isOnline = isOnline
    for (const heard of this.#heard.values()) heard(isOnline ? 'online' : 'offline')
  }

  /** The open tab with this number, or the other one. */
  at(place: 0 | 1): Tab | undefined {
    return this.tabs[place] ?? this.tabs[place === 0 ? 1 : 0]
  }

  /** The tabs that are open. */
  get pages(): Replog[] {
    return this.tabs.flatMap((tab) => tab?.replog ?? [])
  }
}

/** Never settles once the page is dead. */
function untilDeath<Result>(life: Life, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    work.then(
      (result) => life.isDead || resolve(result),
      (error) => life.isDead || reject(error),
    )
  })
}
