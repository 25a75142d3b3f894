import { render } from 'preact'
import { App } from './app.tsx'
import { prepareWorkout } from './lazy-pages.ts'
import { loadCatalogue } from './state/catalogue.ts'
import { openLog } from './state/log.ts'
import './state/install.ts'
import { registerServiceWorker } from './state/updates.ts'

/** Retries until the log's storage can be read: an empty log in its place would look as if everything were lost. */
const untilOpen = (): Promise<void> =>
  openLog().catch(() => {
    document.querySelector('main')?.removeAttribute('hidden')
    return new Promise((resolve) => setTimeout(resolve, 2000)).then(untilOpen)
  })

/** Waits until the page is idle, for at most a second, since a page in the background never is. */
const idle = () =>
  new Promise<unknown>((resolve) => {
    globalThis.requestIdleCallback?.(resolve, { timeout: 1000 }) ?? setTimeout(resolve, 200)
  })

const followProfile = async () => (await import('./groups/soon.ts')).followProfile()

/** Prepares what the next tap may need, one thing at a time, so that a tap never waits for all of them. */
async function prepareNext(): Promise<void> {
  for (const prepare of [loadCatalogue, prepareWorkout, registerServiceWorker, followProfile]) {
    await idle()
    // Without a network, it is retried the next time.
    prepare().catch(() => {})
  }
}

// In a browser that is too old, the page already asks for a newer one.
if (CSS.supports('color', 'light-dark(red, red)')) {
  await untilOpen()
  render(<App />, document.body)
  void prepareNext()
}
