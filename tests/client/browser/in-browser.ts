import { afterAll, afterEach, beforeAll } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Browser, type Page, startBrowser } from '#tests/support/browser.ts'
import { type PageServer, servePage } from './serve-page.ts'

/** A browser, and the page that it opens. */
export interface InBrowser {
  /** The origin of the page. */
  readonly origin: string
  open(url: string): Promise<Page>
}

/** Starts a browser and the server of its page before the tests of a `describe`, and ends both after them. */
export function inBrowser(): InBrowser {
  let pages: PageServer
  let browser: Browser

  beforeAll(async () => {
    pages = await servePage()
    browser = await startBrowser()
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
    open: (url) => browser.open(url),
  }
}
