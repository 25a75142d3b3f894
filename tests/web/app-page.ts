import { type Browser, chromiumPath, hasChromium, type Page } from '#tests/support/browser.ts'

/** On CI a missing browser must fail the tests; a contributor may not have one. */
export const skipped = !hasChromium && process.env.CI !== 'true'
if (skipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): the app is not looked at.\n`)

/** The app in a browser, used as a lifter does. */
export interface AppPage extends Page {
  /** The number of taps. */
  readonly taps: number
  /** Taps the first visible button or link whose name contains this text. */
  tap(name: string): Promise<void>
  /** Taps the first visible element that a selector finds. */
  tapAt(selector: string): Promise<void>
  /** Types into the focused element. */
  typeText(text: string): Promise<void>
  /** Presses a key. */
  press(key: string): Promise<void>
  /** Goes to a page of the app, and waits for its heading. */
  go(path: string): Promise<void>
  /** Sets the size of the window, and whether the system is dark. */
  view(width: number, theme?: 'light' | 'dark'): Promise<void>
}

const phone = 390
const height = 844

/** Visible elements that can be pressed, by name. */
const named = (name: string) =>
  `[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button, a, summary')].find((one) =>
    one.getClientRects().length > 0 && !one.disabled &&
    (one.getAttribute('aria-label') ?? one.innerText).replace(/\\s+/g, ' ').includes(${JSON.stringify(name)}))`

const selected = (selector: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.getClientRects().length > 0)`

/** Opens the app on a phone. */
export async function openApp(browser: Browser, address: string): Promise<AppPage> {
  const page = await browser.open(`${address}/`)
  let taps = 0
  const pressAt = async (element: string) => {
    // Like a finger: once it doesn't move, and nothing covers it.
    await page.until(`(() => {
      const element = ${element}
      if (!element) return false
      element.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = element.getBoundingClientRect()
      const place = [x + width / 2, y + height / 2]
      const stands = String(globalThis.lastPlace) === String(place)
      globalThis.lastPlace = place
      const hit = document.elementFromPoint(...place)
      return stands && (element.contains(hit) || hit?.contains(element))
    })() === true`)
    const place = await page.value('globalThis.lastPlace')
    const [x, y] = place as [number, number]
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.command('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
    taps++
  }
  const app: AppPage = {
    ...page,
    get taps() {
      return taps
    },
    tap: (name) => pressAt(named(name)),
    tapAt: (selector) => pressAt(selected(selector)),
    async typeText(text) {
      await page.command('Input.insertText', { text })
    },
    async press(key) {
      for (const type of ['keyDown', 'keyUp'])
        await page.command('Input.dispatchKeyEvent', {
          type,
          key,
          code: key,
          text: key === 'Enter' ? '\r' : key,
        })
    },
    async go(path) {
      // Until then the previous page is shown.
      await page.value(`new Promise((gone) => {
        const to = ${JSON.stringify(`#/${path}`)}
        if (location.hash === to) return gone()
        addEventListener('hashchange', gone, { once: true })
        location.hash = to
      }).then(() => true)`)
      await page.until(`document.querySelector('h1')?.getClientRects().length > 0`)
    },
    async view(width, theme = 'light') {
      await page.command('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: width < 700,
      })
      await page.command('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: theme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      })
    },
  }
  await page.command('Page.bringToFront', {})
  await app.view(phone)
  await page.command('Page.navigate', { url: `${address}/` })
  await page.until(`document.querySelector('h1') !== null`)
  return app
}

/** How many sets the page shows as done. */
export const doneSets = `document.querySelectorAll('.set.done').length`

/** All changes are stored on the device. */
export const isStored = `document.querySelector('main').ariaBusy !== 'true'`

/** Starts a workout with bench presses and logs the first set, 60 kg; a guest's first workout. */
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

/** Waits until the app is on the device, and so needs no network. */
export async function untilKept(app: Page): Promise<void> {
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
