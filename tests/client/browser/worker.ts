import { type Credentials, type Log, openLog, reasonOf, type Shown } from './log.ts'

/** A call from a page to the worker. */
export interface Call {
  readonly number: number
  readonly name: keyof Log
  readonly credentials?: Credentials
}

/** The result of a call. */
export interface Answer {
  readonly number: number
  readonly value?: unknown
  readonly refused?: string
}

/**
 * The log in a worker, for any number of pages. Dedicated workers, shared workers and service workers differ
 * in how a page connects to them; from then on each page has a port.
 */
const pages = new Set<MessagePort>()
let last: Shown | undefined
const opening = openLog(location.search, (shown) => {
  last = shown
  for (const page of pages) page.postMessage(shown)
})

function serve(page: MessagePort): void {
  pages.add(page)
  if (last) page.postMessage(last)
  page.onmessage = async ({ data: { number, name, credentials } }: MessageEvent<Call>) => {
    const log = await opening
    const doing: Promise<unknown> = name === 'logSet' || !credentials ? log.logSet() : log[name](credentials)
    const result: Answer = await doing.then(
      (value) => ({ number, value }),
      (error) => ({ number, refused: reasonOf(error) }),
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
