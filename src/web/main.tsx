import { render } from 'preact'
import { App } from './app.tsx'
import { prepareWorkout } from './lazy-pages.ts'
import { loadCatalogue } from './state/catalogue.ts'
import { openLog } from './state/log.ts'
import './state/install.ts'
import { keepOffline } from './state/updates.ts'

await openLog()
render(<App />, document.body)

/** Waits until the page is idle, but a second at most, since a page in the background never is. */
const idle = () =>
  new Promise<unknown>((resolve) => {
    globalThis.requestIdleCallback?.(resolve, { timeout: 1000 }) ?? setTimeout(resolve, 200)
  })

const followProfile = async () => (await import('./groups/soon.ts')).followProfile()

/** Starts what a next tap may need; not all at once, so that a tap needn't wait for all of it. */
async function prepareNext(): Promise<void> {
  for (const prepare of [loadCatalogue, prepareWorkout, keepOffline, followProfile]) {
    await idle()
    // Without a network, it is retried the next time.
    prepare().catch(() => {})
  }
}

void prepareNext()
