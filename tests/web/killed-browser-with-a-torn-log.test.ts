import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testApp } from '#tests/support/app.ts'
import { type ProfileBrowser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, logFirstSet, openApp, skipped } from './app-page.ts'

const server = await testApp()
const address = server.listen()

/** A log of LevelDB: `000003.log`. */
const logFile = /^\d+\.log$/
/** The header of a record of 3,000 bytes in such a log: its checksum, its length and its type. */
const recordHeader = Uint8Array.of(1, 2, 3, 4, 3000 & 0xff, 3000 >> 8, 1)

describe.skipIf(skipped)('a browser killed between the two halves of a record that it writes', () => {
  let profile: string
  let browser: ProfileBrowser
  let app: AppPage

  /** The folder of the databases in the profile. */
  const databases = () =>
    join(
      profile,
      'Default',
      'IndexedDB',
      `${address.replace('://', '_').replace(':', '_')}.indexeddb.leveldb`,
    )
  const logFiles = async () => (await readdir(databases())).filter((name) => logFile.test(name))

  /** Waits until Chromium has deleted a log file, because it continues in another. */
  async function untilDeleted(name: string): Promise<void> {
    while ((await logFiles()).includes(name)) await app.value('1')
  }

  async function restart(): Promise<void> {
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
  }

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'replog-torn-'))
    await restart()
    await logFirstSet(app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  test('still has every set of a guest after two more starts', async () => {
    await browser.kill()
    const [torn = ''] = await logFiles()
    await appendFile(join(databases(), torn), recordHeader)
    await restart()
    await untilDeleted(torn)
    await app.tap('Resume workout')
    await app.tap('Add a set of Barbell Bench Press')
    await app.tapAt('.dock .go')
    await app.until(`${doneSets} === 2 && ${isStored}`)
    await browser.kill()
    await restart()
    await app.tap('Resume workout')
    await app.until(`${doneSets} === 2`)
    expect(await app.value(doneSets)).toBe(2)
  }, 120_000)
})
