import { type Credentials, type Log, type LogView, openLog, reasonOf } from './log.ts'

/** A call from a page to the worker. */
export interface Call {
  readonly number: number
  readonly name: keyof Log
  readonly credentials?: Credentials
}

export interface CallResult {
  readonly number: number
  readonly value?: unknown
  readonly error?: string
}

/** The ports of the connected pages. Pages connect differently to each kind of worker, but always get a port. */
const pages = new Set<MessagePort>()
let lastView: LogView | undefined
const opening = openLog(location.search, (log) => {
  lastView = log
  for (const page of pages) page.postMessage(log)
})

function serve(page: MessagePort): void {
  pages.add(page)
  if (lastView) page.postMessage(lastView)
  page.onmessage = async ({ data: { number, name, credentials } }: MessageEvent<Call>) => {
    const log = await opening
    const calling: Promise<unknown> =
      name === 'logSet' || !credentials ? log.logSet() : log[name](credentials)
    const result: CallResult = await calling.then(
      (value) => ({ number, value }),
      (error) => ({ number, error: reasonOf(error) }),
    )
    page.postMessage(result)
  }
}

/** The ports in an event, which has a different class in each kind of worker. */
function portsOf(event: Event): MessagePort[] {
  return 'ports' in event && Array.isArray(event.ports) ? event.ports : []
}

addEventListener('message', (event: Event) => portsOf(event).forEach(serve))
addEventListener('connect', (event: Event) => {
  for (const port of portsOf(event)) port.onmessage = (message) => portsOf(message).forEach(serve)
})
