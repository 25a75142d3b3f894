import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The path of Chromium: CHROMIUM_BIN, or else the system's. */
export const chromiumPath = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)

/** These keep the browser itself from contacting any host but this machine. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--no-first-run',
  '--window-size=1400,1000',
  '--remote-debugging-port=0',
]

/** What a page has requested and reported since it was opened. */
export interface Page {
  /** The address of each request, in order. */
  readonly requests: readonly string[]
  /** Errors from the console, from scripts, and from the content security policy. */
  readonly errors: readonly string[]
  /** Waits until a JavaScript expression is true in the page. Throws if that takes more than 20 s. */
  until(expression: string): Promise<void>
  /** The value of a JavaScript expression in the page. Throws if the expression does. */
  value(expression: string): Promise<unknown>
  /** Cuts the page off from the network, or reconnects it. */
  setOffline(offline: boolean): Promise<void>
  /**
   * Sets how many bytes the page's origin may store outside of `localStorage`; without a number, the default.
   */
  setQuota(bytes?: number): Promise<void>
  /** Clears what the page's origin has stored outside of `localStorage`, as browsers do to make room. */
  clearData(): Promise<void>
  /** Freezes the page as Chromium freezes pages in the background, or resumes it. */
  setFrozen(frozen: boolean): Promise<void>
  /** Sends a command of the DevTools protocol, such as a touch or another size of the window. */
  command(method: string, params: object): Promise<unknown>
  /** Reloads the page. */
  reload(): Promise<void>
  close(): Promise<void>
}

export interface Browser {
  open(address: string): Promise<Page>
  /**
   * Kills all of the browser's processes at once, as a power failure would. The profile remains, so that
   * another browser can start with it.
   */
  kill(): Promise<void>
  /** Kills the processes and deletes the profile. */
  close(): Promise<void>
}

/**
 * Starts Chromium, controlled over the DevTools protocol.
 *
 * @param profile the folder of its data, as a killed browser left it; by default a new one
 */
export async function startBrowser(profile?: string): Promise<Browser> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'replog-chromium-')))
  const child = Bun.spawn([chromiumPath, ...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdout: 'ignore',
    stderr: 'pipe',
    // Its own process group, which includes the processes that it starts.
    detached: true,
  })
  const devTools = await connect(await debuggerAddress(child.stderr))
  const kill = async () => {
    devTools.socket.close()
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
    await child.exited
  }
  return {
    open: (address) => openPage(devTools, address),
    kill,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function debuggerAddress(stderr: ReadableStream<Uint8Array>): Promise<string> {
  let output = ''
  const decoder = new TextDecoder()
  const reader = stderr.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    output += decoder.decode(read.value, { stream: true })
    const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`Chromium ended: ${output.slice(-2000)}`)
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface DevTools {
  readonly socket: WebSocket
  send(method: string, params?: object, sessionId?: string): Promise<unknown>
  readonly listeners: Set<(message: Message) => void>
}

async function connect(address: string): Promise<DevTools> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message: Message = JSON.parse(String(data))
    if (message.id === undefined) for (const listen of listeners) listen(message)
    else waiting.get(message.id)?.(message)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let lastId = 0
  return {
    socket,
    listeners,
    send(method, params = {}, sessionId) {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id)
          if (error) reject(new Error(`${method}: ${error.message}`))
          else resolve(result)
        })
        socket.send(JSON.stringify({ id, method, params, sessionId }))
      })
    },
  }
}

async function openPage(devTools: DevTools, address: string): Promise<Page> {
  const targetId = at(await devTools.send('Target.createTarget', { url: 'about:blank' }), 'targetId')
  const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
  const sessionId = String(at(attached, 'sessionId'))
  const requests: string[] = []
  const errors: string[] = []
  devTools.listeners.add(({ method, params, sessionId: from }) => {
    if (from !== sessionId) return
    if (method === 'Network.requestWillBeSent') requests.push(String(at(params, 'request', 'url')))
    if (method === 'Network.webSocketCreated') requests.push(String(at(params, 'url')))
    if (method === 'Runtime.exceptionThrown') errors.push(JSON.stringify(params))
    if (method === 'Runtime.consoleAPICalled' && at(params, 'type') === 'error') {
      errors.push(JSON.stringify(params))
    }
    if (method === 'Log.entryAdded' && at(params, 'entry', 'level') === 'error') {
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
    const thrown = at(response, 'exceptionDetails', 'exception', 'description')
    if (thrown !== undefined) throw new Error(String(thrown))
    return at(response, 'result', 'value')
  }
  await devTools.send('Page.navigate', { url: address }, sessionId)
  return {
    requests,
    errors,
    value,
    until: (expression) => until(value, expression),
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
    async reload() {
      await devTools.send('Page.reload', {}, sessionId)
    },
    async close() {
      await devTools.send('Target.closeTarget', { targetId })
    },
  }
}

/** Polls by time, not by frame, because a page behind another one draws no frames. */
async function until(value: (expression: string) => Promise<unknown>, expression: string): Promise<void> {
  const deadline = performance.now() + 20_000
  while ((await value(expression)) !== true) {
    if (performance.now() > deadline) {
      throw new Error(`Never true: ${expression}\n${String(await value('document.body?.innerText'))}`)
    }
    await value('new Promise((later) => setTimeout(later, 10))')
  }
}

/** The value at a path of names in a message. */
function at(value: unknown, ...names: readonly string[]): unknown {
  let current = value
  for (const name of names) {
    current =
      typeof current === 'object' && current !== null && name in current
        ? Reflect.get(current, name)
        : undefined
  }
  return current
}
