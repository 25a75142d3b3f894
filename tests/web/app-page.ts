import { type Browser, chromiumPath, hasChromium, type Page } from '#tests/support/browser.ts'

/** Contributors may not have a browser. In CI, a missing one must fail the tests. */
export const skipped = !hasChromium && process.env.CI !== 'true'
if (skipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): skipping the tests of the app.\n`)

/** The app in a browser, with the actions of its user. */
export interface AppPage extends Page {
  /** The number of taps so far. */
  readonly taps: number
  /** Taps the first visible button or link whose name contains this text. */
  tap(name: string): Promise<void>
  /** Taps the first visible element that matches a selector. */
  tapAt(selector: string): Promise<void>
  /** Types into the focused element. */
  typeText(text: string): Promise<void>
  /** Presses a key. */
  press(key: string): Promise<void>
  /** Goes to a page of the app, and waits for its heading. */
  go(path: string): Promise<void>
  /** Sets the width of the window and the color scheme of the system. */
  view(width: number, theme?: 'light' | 'dark'): Promise<void>
}

const phoneWidth = 390
const windowHeight = 844

/** A script that finds the first visible button or link by its name. */
const findByName = (name: string) =>
  `[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button, a, summary')].find((element) =>
    element.getClientRects().length > 0 && !element.disabled &&
    (element.getAttribute('aria-label') ?? element.innerText).replace(/\\s+/g, ' ').includes(${JSON.stringify(name)}))`

const findVisible = (selector: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((element) => element.getClientRects().length > 0)`

/** Opens the app on a phone. */
export async function openApp(browser: Browser, address: string): Promise<AppPage> {
  const page = await browser.open(`${address}/`, async (empty) => {
    await empty.command('Page.bringToFront', {})
    await setView(empty, phoneWidth)
  })
  let taps = 0
  const pressAt = async (element: string) => {
    // As a person does, waits until the element stops moving and nothing covers it.
    await page.until(`(() => {
      const element = ${element}
      if (!element) return false
      element.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = element.getBoundingClientRect()
      const center = [x + width / 2, y + height / 2]
      const isStill = String(globalThis.lastCenter) === String(center)
      globalThis.lastCenter = center
      const hit = document.elementFromPoint(...center)
      return isStill && (element.contains(hit) || hit?.contains(element))
    })() === true`)
    const center = await page.value('globalThis.lastCenter')
    const [x, y] = center as [number, number]
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.command('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
    taps++
  }
  const app: AppPage = {
    ...page,
    get taps() {
      return taps
    },
    tap: (name) => pressAt(findByName(name)),
    tapAt: (selector) => pressAt(findVisible(selector)),
    async typeText(text) {
      await page.command('Input.insertText', { text })
    },
    async press(key) {
      for (const type of ['keyDown', 'keyUp'])
        await page.command('Input.dispatchKeyEvent', {
          type,
          key,
          code: key,
          ...(key === 'Enter' ? { text: '\r' } : key.length === 1 && { text: key }),
        })
    },
    async go(path) {
      // Waits for the change, because the previous page has a heading too.
      await page.value(`new Promise((resolve) => {
        const hash = ${JSON.stringify(`#/${path}`)}
        if (location.hash === hash) return resolve()
        addEventListener('hashchange', resolve, { once: true })
        location.hash = hash
      }).then(() => true)`)
      await page.until(isRendered)
    },
    view: (width, theme) => setView(page, width, theme),
  }
  await page.until(isRendered)
  return app
}

async function setView(page: Page, width: number, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.command('Emulation.setDeviceMetricsOverride', {
    width,
    height: windowHeight,
    deviceScaleFactor: 1,
    mobile: width < 700,
  })
  await page.command('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
}

/** A script that checks whether the app has rendered a page. Before that, the document has a hidden heading. */
export const isRendered = `document.querySelector('h1')?.getClientRects().length > 0`

/** A script that checks whether Today shows the next workout of a program, rather than its placeholder. */
export const showsNext = `document.querySelector('.plan') !== null && document.querySelector('div.wait') === null`

/** A script that counts the sets that the page shows as done. */
export const doneSets = `document.querySelectorAll('.set.done').length`

/** A script that checks whether all changes are stored on the device. */
export const isStored = `document.querySelector('main').ariaBusy !== 'true'`

/** Starts a guest's first workout, of bench presses, and logs the first set with 60 kg. */
export async function logFirstSet(app: AppPage): Promise<void> {
  await app.tap('Start an empty workout')
  await app.tap('Barbell Bench Press')
  await app.tap('Add 1 exercise')
  await app.tap('Log set 1')
  await app.tap('6')
  await app.tap('0')
  await app.tap('Log the set')
  await app.until(`${doneSets} === 1 && ${isStored}`)
}

/** Waits until the app is stored on the device, so that it works offline. */
export async function untilAvailableOffline(app: Page): Promise<void> {
  await app.until(`navigator.serviceWorker.ready.then(() => true)`)
  await app.until(`new Promise((resolve) => {
    const opening = indexedDB.open('replog-catalogue')
    opening.onerror = () => resolve(false)
    opening.onsuccess = () => {
      const { result } = opening
      if (!result.objectStoreNames.contains('texts')) return resolve(false)
      const reading = result.transaction('texts').objectStore('texts').get('catalogue/names')
      reading.onsuccess = () => resolve(reading.result !== undefined)
    }
  }).catch(() => false)`)
}
