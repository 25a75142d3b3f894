import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Browser, type Page, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { plug } from '#tests/support/plug.ts'
import {
  areSaved,
  enter,
  isAt,
  isReady,
  kill,
  logSets,
  savedIn,
  shown,
  shownIn,
  skipped,
  startServer,
  tap,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await endProcesses()
})

/** Starts a browser with a profile that outlives it, and opens the log there. */
async function openIn(profile: string, url: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await startBrowser(profile)
  endings.push(browser.kill)
  const page = await browser.open(url)
  await page.until(isReady)
  return { browser, page }
}

test.skipIf(skipped)(
  'two browsers log one workout, through network cuts and kill -9 of each and of the server: every set shown as saved is there once',
  async () => {
    const pages = await servePage()
    endings.push(pages.stop)
    const folder = temporaryFolder()
    let { server, address } = await startServer(folder, pages.origin)
    const cable = await plug(address)
    endings.push(cable.close)
    const urlOf = (parameters: Record<string, string>) =>
      `${pages.origin}/?${new URLSearchParams(parameters)}`
    const phoneUrl = urlOf({ storage: 'IndexedDB', worker: 'SharedWorker', api: cable.origin })
    const phoneProfile = temporaryFolder()
    const laptopUrl = urlOf({ storage: 'localStorage', api: address.origin })
    const laptopProfile = temporaryFolder()
    const saved = new Set<string>()
    const keep = (...lists: (readonly string[])[]) => {
      for (const id of lists.flat()) saved.add(id)
    }

    let { browser: laptopBrowser, page: laptop } = await openIn(laptopProfile, laptopUrl)
    await enter(laptop, 'register')
    keep(await logSets(laptop, 2))
    await laptop.until(isAt('synced 0 0'))
    let { browser: phoneBrowser, page: phone } = await openIn(phoneProfile, phoneUrl)
    await enter(phone, 'logIn')
    await phone.until(shown(2))

    // They are cut off in turn, and both log.
    for (let turn = 0; turn < 3; turn++) {
      await laptop.setOffline(true)
      keep(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))
      cable.setOut(true)
      await laptop.setOffline(false)
      keep(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))
      cable.setOut(false)
    }

    // The phone has no network and dies while logging; so does the server.
    cable.setOut(true)
    const [onLaptop, onPhone] = [await savedIn(laptop), await savedIn(phone)]
    await tap(phone, 30)
    await tap(laptop, 20)
    await phone.until(areSaved(onPhone.length + 5))
    await kill(server)
    const savedOnPhone = await savedIn(phone)
    await phoneBrowser.kill()
    keep(savedOnPhone)
    await laptop.until(areSaved(onLaptop.length + 20))
    keep(await savedIn(laptop))

    // It starts again without a network, and has all of them.
    ;({ browser: phoneBrowser, page: phone } = await openIn(phoneProfile, phoneUrl))
    await phone.until(isAt('offline'))
    expect(await shownIn(phone)).toEqual(expect.arrayContaining(savedOnPhone))
    keep(await logSets(phone, 2))
    cable.setOut(false)
    ;({ server } = await startServer(folder, pages.origin, address.port))
    keep(...(await Promise.all([logSets(laptop, 3), logSets(phone, 3)])))

    // localStorage reaches the disk seconds later, so the laptop comes back in an older state, possibly with
    // nobody signed in.
    await laptop.until(isAt('synced 0 0'))
    await laptopBrowser.kill()
    ;({ page: laptop } = await openIn(laptopProfile, laptopUrl))
    await enter(laptop, 'logIn')
    // Before it has pulled the workout, it would start another one.
    await laptop.until(isAt('synced 0 0'))
    keep(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))

    for (const page of [laptop, phone]) await page.until(isAt('synced 0 0'))
    const [sets = [], ...others] = await workoutsAt(address)
    expect(others).toEqual([])
    expect(new Set(sets).size).toBe(sets.length)
    expect(sets).toEqual(expect.arrayContaining([...saved]))
    for (const page of [laptop, phone]) {
      await page.until(shown(sets.length))
      expect((await shownIn(page)).toSorted()).toEqual(sets.toSorted())
    }
  },
  60_000,
)
