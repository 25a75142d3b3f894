import { afterAll, afterEach, beforeAll } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Browser, type Page, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { type PageServer, servePage } from './serve-page.ts'

/** A browser and the server of the page that it opens. */
export interface InBrowser {
  /** The origin of the page. */
  readonly origin: string
  open(url: string): Promise<Page>
}

/**
 * Starts a browser and the server of its page before the tests of a `describe`, and ends both after them.
 *
 * @param onDisk whether the profile is on disk, as it is for users. Chromium counts the quota differently in memory.
 */
export function inBrowser({ onDisk = false }: { readonly onDisk?: boolean } = {}): InBrowser {
  let pages: PageServer
  let browser: Browser

  beforeAll(async () => {
    pages = await servePage()
    browser = await (onDisk ? startBrowser(temporaryFolder()) : startBrowser())
  }, 60_000)
  afterEach(endProcesses)
  afterAll(async () => {
    await browser?.close()
    await pages?.stop()
  })

  return {
    get origin() {
      return pages.origin
    },
    open: (url) => browser.openHidden(url),
  }
}
