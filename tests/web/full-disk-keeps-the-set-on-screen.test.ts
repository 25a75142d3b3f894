import { describe, expect, test } from 'bun:test'
import { type Disk, disks } from '#tests/client/browser/full-disk.ts'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { doneSets, isStored, logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const address = (await testApp()).listen()

describe.skipIf(skipped)('on a full device', () => {
  test.each(disks())(
    'a set that can’t be stored stays on screen, with advice, and is stored once there is space: %s',
    async (_name: string, create: () => Disk) => {
      const disk = create()
      const browser = await startBrowser(disk.profile)
      try {
        const app = await openApp(browser, address)
        await untilAvailableOffline(app)
        await logFirstSet(app)
        await disk.fill(app)
        await app.tap('Log set 2')
        await app.until(`document.querySelector('[role=alert]') !== null`)
        expect(await app.value(`document.querySelector('[role=alert]').innerText`)).toContain('Not saved')
        expect(await app.value(doneSets)).toBe(2)
        expect(await app.value(isStored)).toBe(false)
        await app.go('today')
        expect(await app.value(`document.querySelector('.resume [role=img]').ariaLabel`)).toBe(
          '2 of 3 sets done',
        )
        await app.go('history')
        await app.until(`document.body.innerText.includes('In progress · 2 of 3 sets')`)
        await app.go('workout')
        await disk.makeRoom(app)
        // The browser may need a moment to notice the free space.
        await app.until(`(document.querySelector('[role=alert] button')?.click(),
          document.querySelector('[role=alert]') === null && ${isStored})`)
        await app.reload()
        await app.until(`${doneSets} === 2`)
      } finally {
        await browser.close()
        disk.remove()
      }
    },
    60_000,
  )
})
