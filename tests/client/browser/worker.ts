import { type Credentials, type Log, openLog, reasonOf, type Shown } from './log.ts'

/** What a page asks of the worker. */
export interface Call {
  readonly number: number
  readonly name: keyof Log
  readonly credentials?: Credentials
}

/** How a call went. */
export interface Answer {
  readonly number: number
  readonly value?: unknown
  readonly refused?: string
}

/**
 * The log in a worker, for any number of pages. A worker of its own, a shared one and a service worker differ in how a page comes to
 * them; from there on each has a port.
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
    const answer: Answer = await doing.then(
      (value) => ({ number, value }),
      (error) => ({ number, refused: reasonOf(error) }),
    )
    page.postMessage(answer)
  }
}

/** The ports of an event, which is of another class in each kind of worker. */
function portsOf(event: Event): MessagePort[] {
  return 'ports' in event && Array.isArray(event.ports) ? event.ports : []
}

addEventListener('message', (event: Event) => portsOf(event).forEach(serve))
addEventListener('connect', (event: Event) => {
  for (const port of portsOf(event)) port.onmessage = (message) => portsOf(message).forEach(serve)
})
