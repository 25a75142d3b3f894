import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { type Page, type ProfileBrowser, startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { plug } from '#tests/support/plug.ts'
import {
  areSaved,
  authenticate,
  click,
  hasStatus,
  isReady,
  isSkipped,
  kill,
  logSets,
  savedIn,
  shownIn,
  showsSets,
  startServer,
  workoutsAt,
} from './page-driver.ts'
import { servePage } from './serve-page.ts'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
  await endProcesses()
})

/** Starts a browser with a profile that outlives it, and opens the log there. */
async function openIn(profile: string, url: string): Promise<{ browser: ProfileBrowser; page: Page }> {
  const browser = await startBrowser(profile)
  cleanups.push(browser.kill)
  const page = await browser.openHidden(url)
  await page.until(isReady)
  return { browser, page }
}

test.skipIf(isSkipped)(
  'two browsers keep each saved set of a workout once even though networks fail and browsers and the server are killed',
  async () => {
    const pages = await servePage()
    cleanups.push(pages.stop)
    const folder = temporaryFolder()
    let { server, address } = await startServer(folder, pages.origin)
    const cable = await plug(address)
    cleanups.push(cable.close)
    const urlOf = (parameters: Record<string, string>) =>
      `${pages.origin}/?${new URLSearchParams(parameters)}`
    const phoneUrl = urlOf({ storage: 'IndexedDB', worker: 'SharedWorker', api: cable.origin })
    const phoneProfile = temporaryFolder()
    const laptopUrl = urlOf({ storage: 'localStorage', api: address.origin })
    const laptopProfile = temporaryFolder()
    const saved = new Set<string>()
    const addSaved = (...lists: (readonly string[])[]) => {
      for (const id of lists.flat()) saved.add(id)
    }

    let { browser: laptopBrowser, page: laptop } = await openIn(laptopProfile, laptopUrl)
    await authenticate(laptop, 'register')
    addSaved(await logSets(laptop, 2))
    await laptop.until(hasStatus('synced 0 0'))
    let { browser: phoneBrowser, page: phone } = await openIn(phoneProfile, phoneUrl)
    await authenticate(phone, 'logIn')
    await phone.until(showsSets(2))

    // The browsers lose their network in turn, and both log.
    for (let turn = 0; turn < 3; turn++) {
      await laptop.setOffline(true)
      addSaved(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))
      cable.setUnplugged(true)
      await laptop.setOffline(false)
      addSaved(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))
      cable.setUnplugged(false)
    }

    // The phone, which has no network, and the server are killed while both devices log.
    cable.setUnplugged(true)
    const [onLaptop, onPhone] = [await savedIn(laptop), await savedIn(phone)]
    await click(phone, 30)
    await click(laptop, 20)
    await phone.until(areSaved(onPhone.length + 5))
    await kill(server)
    const savedOnPhone = await savedIn(phone)
    await phoneBrowser.kill()
    addSaved(savedOnPhone)
    await laptop.until(areSaved(onLaptop.length + 20))
    addSaved(await savedIn(laptop))

    // The phone starts again without a network, and shows all its saved sets.
    ;({ browser: phoneBrowser, page: phone } = await openIn(phoneProfile, phoneUrl))
    await phone.until(hasStatus('offline'))
    expect(await shownIn(phone)).toEqual(expect.arrayContaining(savedOnPhone))
    addSaved(await logSets(phone, 2))
    cable.setUnplugged(false)
    ;({ server } = await startServer(folder, pages.origin, address.port))
    addSaved(...(await Promise.all([logSets(laptop, 3), logSets(phone, 3)])))

    // localStorage is written to disk only seconds later, so the laptop restarts with an older state, perhaps
    // logged out.
    await laptop.until(hasStatus('synced 0 0'))
    await laptopBrowser.kill()
    ;({ page: laptop } = await openIn(laptopProfile, laptopUrl))
    await authenticate(laptop, 'logIn')
    // Until it has pulled the workout, it would start another one.
    await laptop.until(hasStatus('synced 0 0'))
    addSaved(...(await Promise.all([logSets(laptop, 2), logSets(phone, 2)])))

    for (const page of [laptop, phone]) await page.until(hasStatus('synced 0 0'))
    const [sets = [], ...others] = await workoutsAt(address)
    expect(others).toEqual([])
    expect(new Set(sets).size).toBe(sets.length)
    expect(sets).toEqual(expect.arrayContaining([...saved]))
    for (const page of [laptop, phone]) {
      await page.until(showsSets(sets.length))
      expect((await shownIn(page)).toSorted()).toEqual(sets.toSorted())
    }
  },
  60_000,
)
