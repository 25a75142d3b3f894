import { render } from 'preact'
import { App } from './app.tsx'
import { prepareWorkout } from './later.ts'
import { loadCatalogue } from './state/catalogue.ts'
import { openLog } from './state/log.ts'
import './state/install.ts'
import { keepOffline } from './state/updates.ts'

await openLog()
render(<App />, document.body)

/** A page in the background is never idle, so that it waits for a second at most. */
const whenIdle = (run: () => void) =>
  globalThis.requestIdleCallback?.(run, { timeout: 1000 }) ?? setTimeout(run, 200)
whenIdle(() => {
  // Without a network they are tried again the next time.
  loadCatalogue().catch(() => {})
  prepareWorkout().catch(() => {})
  keepOffline().catch(() => {})
  import('./state/profile.ts').then(({ followProfile }) => followProfile()).catch(() => {})
})
