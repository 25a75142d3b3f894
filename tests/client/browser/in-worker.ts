import type { Credentials, Log, LogView } from './log.ts'
import type { Call, CallResult } from './worker.ts'

/** The kinds of workers in which a page can keep the log. */
export const workerKinds = ['Worker', 'SharedWorker', 'ServiceWorker'] as const

/** The log in a worker of this kind, with the same interface as `openLog` in the page itself. */
export async function openLogInWorker(
  kind: string,
  search: string,
  show: (log: LogView) => void,
): Promise<Log> {
  const { port1: port, port2 } = new MessageChannel()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  port.onmessage = ({ data }: MessageEvent<CallResult | LogView>) => {
    if ('status' in data) return show(data)
    if (data.error === undefined) waiting.get(data.number)?.resolve(data.value)
    else waiting.get(data.number)?.reject(new Error(data.error))
  }
  await connect(kind, `/worker.js${search}`, port2)
  const call = (name: keyof Log, credentials?: Credentials): Promise<unknown> => {
    const number = waiting.size
    const settled = Promise.withResolvers<unknown>()
    waiting.set(number, settled)
    const message: Call = { number, name, ...(credentials && { credentials }) }
    port.postMessage(message)
    return settled.promise
  }
  return {
    register: (credentials) => call('register', credentials),
    logIn: (credentials) => call('logIn', credentials),
    logSet: async () => String(await call('logSet')),
  }
}

async function connect(kind: string, script: string, port: MessagePort): Promise<void> {
  const options = { type: 'module' } as const
  if (kind === 'Worker') return new Worker(script, options).postMessage('', [port])
  if (kind === 'SharedWorker') return new SharedWorker(script, options).port.postMessage('', [port])
  await navigator.serviceWorker.register(script, options)
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('', [port])
}
