import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type DevTools, type Message } from './dev-tools.ts'
import { runAfterExit } from './run-after-exit.ts'

/**
 * Where Debian installs Chromium. Its headless shell takes a third less CPU time to start and to open a page. Not the
 * script in /usr/bin that starts it, which may exit before the browser when both are killed.
 */
const systemPaths = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium'] as const

/** The path of Chromium: CHROMIUM_BIN, or else the system's. */
export const chromiumPath = process.env.CHROMIUM_BIN ?? systemPaths.find(existsSync) ?? systemPaths[1]
export const hasChromium = existsSync(chromiumPath)

/** Among other things, these keep the browser itself from contacting other machines. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  // Otherwise each window loads the address bar's suggestions as a page, which doubles the time to start.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--no-first-run',
  // Tests open their own pages. The window that Chromium would open takes a second of CPU time.
  '--no-startup-window',
  '--accept-lang=en-US,en',
  '--window-size=1400,1000',
  '--remote-debugging-port=0',
]

/** An open page, and what it has requested and reported since it was opened. */
export interface Page {
  /** The address of each request, in order. */
  readonly requests: readonly string[]
  /** Errors from the console, from scripts, and from the content security policy. */
  readonly errors: readonly string[]
  /** Waits until a JavaScript expression is true in the page, whatever document it loads. Throws after 60 s. */
  until(expression: string): Promise<void>
  /** The value of a JavaScript expression in the page. Throws if the expression does. */
  value(expression: string): Promise<unknown>
  /** Cuts the page off from the network, or reconnects it. */
  setOffline(offline: boolean): Promise<void>
  /**
   * Limits the bytes that the page's origin may store outside of `localStorage`; without a number, resets the limit.
   */
  setQuota(bytes?: number): Promise<void>
  /** Deletes the IndexedDB databases of the page's origin, as browsers do to make room. */
  clearData(): Promise<void>
  /** Freezes the page as Chromium freezes pages in the background, or resumes it. */
  setFrozen(frozen: boolean): Promise<void>
  /** Sends a command of the DevTools protocol, for example to touch the screen or to resize the window. */
  command(method: string, params: object): Promise<unknown>
  /** Reloads the page, and waits until the new document is parsed. */
  reload(): Promise<void>
  close(): Promise<void>
}

type Prepare = (page: Page) => Promise<void>

export interface Browser {
  /** Opens a page. `prepare` gets the empty page, for example to set its size, before it loads the address. */
  open(address: string, prepare?: Prepare): Promise<Page>
  /**
   * Opens a page that is never laid out or drawn and gets no input, which saves a third of the processor time. Scripts
   * run as in any page; animation frames don't.
   */
  openHidden(address: string): Promise<Page>
  /** Closes all pages and deletes what they have stored. */
  close(): Promise<void>
}

/** A browser with its own processes, and a profile in a folder. */
export interface ProfileBrowser extends Browser {
  /** Kills all of the browser's processes at once, as a power failure would. Another browser can reuse the profile. */
  kill(): Promise<void>
}

/** The Chromium that browsers without a profile share, because starting one takes two seconds of CPU time. */
let sharedDevTools: Promise<DevTools> | undefined

/**
 * Starts Chromium, controlled over the DevTools protocol. A browser without a profile shares the processes of other
 * such browsers, but has its own storage, in memory.
 *
 * @param profile the folder of its data, possibly left by a killed browser
 */
export async function startBrowser(): Promise<Browser>
export async function startBrowser(profile: string): Promise<ProfileBrowser>
export async function startBrowser(profile?: string): Promise<Browser> {
  if (profile !== undefined) return startWithProfile(profile)
  sharedDevTools ??= startSharedChromium().catch((error: unknown) => {
    sharedDevTools = undefined
    throw error
  })
  const devTools = await sharedDevTools
  const context = String(valueAt(await devTools.send('Target.createBrowserContext'), 'browserContextId'))
  // Hidden pages outlive their context, so `close` has to close them.
  const hiddenPages = new Set<Page>()
  return {
    open: (address, prepare) => openPage(devTools, address, { browserContextId: context }, prepare),
    openHidden: async (address) => {
      const page = await openPage(devTools, address, { browserContextId: context, hidden: true })
      hiddenPages.add(page)
      return {
        ...page,
        async close() {
          hiddenPages.delete(page)
          await page.close()
        },
      }
    },
    async close() {
      for (const page of hiddenPages) await page.close()
      await devTools.send('Target.disposeBrowserContext', { browserContextId: context })
    },
  }
}

async function startWithProfile(folder: string): Promise<ProfileBrowser> {
  const child = launch(folder)
  const devTools = await connect(await debuggerAddress(child.stderr))
  const kill = async () => {
    devTools.socket.close()
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
    await child.exited
  }
  return {
    open: (address, prepare) => openPage(devTools, address, {}, prepare),
    openHidden: (address) => openPage(devTools, address, { hidden: true }),
    kill,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Starts a Chromium that is killed once this process has exited, for whatever reason. */
async function startSharedChromium(): Promise<DevTools> {
  const folder = await mkdtemp(join(tmpdir(), 'replog-chromium-'))
  const child = launch(folder)
  runAfterExit(process.pid, 'kill -s KILL -- "-$1"; tail --pid="$1" -f /dev/null; rm -rf "$2"', [
    String(child.pid),
    folder,
  ])
  const devTools = await connect(await debuggerAddress(child.stderr))
  // Bun also kills it if a test times out; the next browser then starts another.
  devTools.socket.addEventListener('close', () => {
    sharedDevTools = undefined
  })
  child.unref()
  return devTools
}

/** Starts Chromium in its own process group, which includes the processes that it starts. */
function launch(folder: string) {
  return Bun.spawn([chromiumPath, ...flags, `--user-data-dir=${folder}`], {
    stdout: 'ignore',
    stderr: 'pipe',
    detached: true,
  })
}

async function debuggerAddress(stderr: ReadableStream<Uint8Array>): Promise<string> {
  let output = ''
  const decoder = new TextDecoder()
  const reader = stderr.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    output += decoder.decode(chunk.value, { stream: true })
    const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`Chromium exited: ${output.slice(-2000)}`)
}

const windows = new WeakMap<DevTools, Promise<unknown>>()

/** Opens an empty window, once: without any, Chromium opens no hidden page. */
function openWindow(devTools: DevTools): Promise<unknown> {
  const opening = windows.get(devTools) ?? devTools.send('Target.createTarget', { url: 'about:blank' })
  windows.set(devTools, opening)
  return opening
}

/** Parameters of the DevTools command that opens a page. */
interface PageOptions {
  readonly browserContextId?: string
  readonly hidden?: boolean
}

async function openPage(
  devTools: DevTools,
  address: string,
  options: PageOptions,
  prepare?: Prepare,
): Promise<Page> {
  if (options.hidden) await openWindow(devTools)
  const created = await devTools.send('Target.createTarget', { url: 'about:blank', ...options })
  const targetId = valueAt(created, 'targetId')
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
  const sessionId = String(valueAt(attached, 'sessionId'))
  const requests: string[] = []
  const errors: string[] = []
  devTools.listeners.add(({ method, params, sessionId: messageSessionId }) => {
    if (messageSessionId !== sessionId) return
    if (method === 'Network.requestWillBeSent') requests.push(String(valueAt(params, 'request', 'url')))
    if (method === 'Network.webSocketCreated') requests.push(String(valueAt(params, 'url')))
    if (method === 'Runtime.exceptionThrown') errors.push(JSON.stringify(params))
    if (method === 'Runtime.consoleAPICalled' && valueAt(params, 'type') === 'error') {
      errors.push(JSON.stringify(params))
    }
    if (method === 'Log.entryAdded' && valueAt(params, 'entry', 'level') === 'error') {
      errors.push(JSON.stringify(params))
    }
  })
  for (const domain of ['Network', 'Runtime', 'Log', 'Page']) {
    await devTools.send(`${domain}.enable`, {}, sessionId)
  }
  async function value(expression: string): Promise<unknown> {
    const response = await devTools.send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    )
    const thrown = valueAt(response, 'exceptionDetails', 'exception', 'description')
    if (thrown !== undefined) throw new Error(String(thrown))
    return valueAt(response, 'result', 'value')
  }
  /** Sends a command that loads a document, and waits until it is parsed: until then, the old document is evaluated. */
  async function load(method: string, params: object): Promise<void> {
    const parsed = Promise.withResolvers<void>()
    const listen = ({ method, sessionId: messageSessionId }: Message) => {
      if (messageSessionId === sessionId && method === 'Page.domContentEventFired') parsed.resolve()
    }
    devTools.listeners.add(listen)
    try {
      await devTools.send(method, params, sessionId)
      await parsed.promise
    } finally {
      devTools.listeners.delete(listen)
    }
  }
  const page: Page = {
    requests,
    errors,
    value,
    until: (expression) => pollUntil(value, expression),
    async setOffline(offline) {
      const unlimited = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
      await devTools.send('Network.emulateNetworkConditions', { offline, ...unlimited }, sessionId)
    },
    async setQuota(bytes) {
      const quota = bytes === undefined ? {} : { quotaSize: bytes }
      const { origin } = new URL(address)
      await devTools.send('Storage.overrideQuotaForOrigin', { origin, ...quota }, sessionId)
    },
    async clearData() {
      const { origin } = new URL(address)
      await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }, sessionId)
    },
    async setFrozen(frozen) {
      await devTools.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' }, sessionId)
    },
    command: (method, params) => devTools.send(method, params, sessionId),
    reload: () => load('Page.reload', {}),
    async close() {
      await devTools.send('Target.closeTarget', { targetId })
    },
  }
  await prepare?.(page)
  await load('Page.navigate', { url: address })
  return page
}

/**
 * Polls at intervals, not at frames, because a page in the background draws none. The intervals grow during a long
 * wait, because each poll takes a millisecond of CPU time.
 */
async function pollUntil(value: (expression: string) => Promise<unknown>, expression: string): Promise<void> {
  const start = performance.now()
  // While the page loads another document by itself, there is no body yet.
  while ((await valueUnlessNavigating(value, `document.body !== null && (${expression})`)) !== true) {
    const waited = performance.now() - start
    if (waited > maxWaitMs) {
      throw new Error(`Never true: ${expression}\n${String(await value('document.body?.innerText'))}`)
    }
    const pause = Math.min(Math.max(10, waited / 20), 100)
    await valueUnlessNavigating(value, `new Promise((resolve) => setTimeout(resolve, ${pause}))`)
  }
}

/** The value of an expression, or `undefined` if the page loads another document meanwhile. */
async function valueUnlessNavigating(
  value: (expression: string) => Promise<unknown>,
  expression: string,
): Promise<unknown> {
  try {
    return await value(expression)
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('Inspected target navigated or closed')) return
    throw error
  }
}

/** The maximum time that a test waits for an expression to become true in a page, in milliseconds. */
const maxWaitMs = 60_000

/** The value at a path of member names in a message. */
function valueAt(value: unknown, ...names: readonly string[]): unknown {
  let current = value
  for (const name of names) {
    current =
      typeof current === 'object' && current !== null && name in current
        ? Reflect.get(current, name)
        : undefined
  }
  return current
}
