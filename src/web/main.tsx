import { render } from 'preact'
import { App } from './app.tsx'
import { prepareWorkout } from './lazy-pages.ts'
import { loadCatalogue } from './state/catalogue.ts'
import { openLog } from './state/log.ts'
import './state/install.ts'
import { keepOffline } from './state/updates.ts'

await openLog()
render(<App />, document.body)

/** Waits a second at most, since a page in the background is never idle. */
const whenIdle = (run: () => void) =>
  globalThis.requestIdleCallback?.(run, { timeout: 1000 }) ?? setTimeout(run, 200)
whenIdle(() => {
  // Without a network, they are retried the next time.
  loadCatalogue().catch(() => {})
  prepareWorkout().catch(() => {})
  keepOffline().catch(() => {})
  import('./groups/soon.ts').then(({ followProfile }) => followProfile()).catch(() => {})
})
