import { afterAll } from 'bun:test'
import {
  createReplog,
  localStorageStore,
  type Replog,
  type ReplogOptions,
  type Signal,
} from '#client/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { TestLocks } from './locks.ts'
import { type TestStorage, webStorage } from './web-storage.ts'

/** A browser with its storage. Tabs opened on it share everything but their memory. */
export interface TestDevice {
  readonly storage: TestStorage
  /** Milliseconds since 1970 by the device's own clock. If undefined, it uses the app's clock. */
  now: number | undefined
  /** Sends a request. A test may replace it, for example to fail. */
  fetch: (request: Request) => Promise<Response>
  /** Every request made, such as `POST /api/sync/push`. */
  readonly requests: string[]
  /** Opens a tab. It syncs only on `sync()`, unless it is `auto`. */
  open(options?: Partial<ReplogOptions>): Promise<Replog>
  /** Sends an event to every tab. */
  signal(signal: Signal): void
}

let devices = 0

/** A device whose requests go to the app. */
export function testDevice(app: TestApp, entries?: Map<string, string>): TestDevice {
  const locks = new TestLocks()
  const storage = webStorage(entries)
  const name = `device-${++devices}`
  const listeners = new Set<(signal: Signal) => void>()
  const requests: string[] = []
  const device: TestDevice = {
    storage,
    now: undefined,
    fetch: app.fetch,
    requests,
    async open(options) {
      const replog = await createReplog({
        baseUrl: 'http://localhost',
        storage: localStorageStore(name, storage),
        locks: locks.tab(),
        auto: false,
        now: () => device.now ?? app.clock.now,
        fetch: (request) => {
          requests.push(`${request.method} ${new URL(request.url).pathname}`)
          return device.fetch(request)
        },
        listen(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        ...options,
      })
      afterAll(() => replog.close())
      return replog
    },
    signal: (signal) => {
      for (const listener of listeners) listener(signal)
    },
  }
  return device
}

/** A `fetch` that fails as if there were no network. */
export const offline = () => Promise.reject(new TypeError('no network'))
