import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, skipped, untilKept } from './app-page.ts'
import { heading, logIn } from './trained.ts'

const server = await testApp()

const why = `document.querySelector('.why')?.innerText.trim()`

describe.skipIf(skipped)('a program that somebody begins who has logged nothing yet', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  beforeAll(async () => {
    browser = await startBrowser()
    user = await server.register({ email: 'begins@example.com' })
    app = await openApp(browser, server.listen())
    await untilKept(app)
    await logIn(app, 'begins@example.com')
  }, 60_000)
  afterAll(() => browser?.close())

  test('asks what each lift begins with, and is accepted by the server', async () => {
    await app.go('preview/greyskull-lp')
    await app.until(`document.querySelector('.pickdock') !== null`)
    await app.tap('Start this program')
    const asked: unknown[] = []
    for (;;) {
      await app.until(`document.activeElement?.matches('dialog input') || ${heading('Today')}`)
      if (await app.value(heading('Today'))) break
      const title = await app.value(`document.querySelector('dialog h2').textContent`)
      asked.push(title)
      await app.typeText('40')
      await app.press('Enter')
      await app.until(`document.querySelector('dialog h2')?.textContent !== ${JSON.stringify(title)}`)
    }
    const { text } = await user.send('GET', '/api/programs/greyskull-lp')
    const { lifts = [] } = JSON.parse(text) as Schemas['Program']
    expect(asked).toHaveLength(lifts.length)
    await app.until(`document.body.innerText.includes('Synced')`)
    const runs = JSON.parse((await user.send('GET', '/api/runs')).text) as Schemas['RunList']
    expect(runs.items.map((run) => run.lifts.length)).toEqual([lifts.length])
  })

  test('says at the sets of its first workout what they follow from', async () => {
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    await app.until(`${why} !== undefined`)
    expect(
      await app.value(`document.querySelector('.target b + b, .target b:last-of-type').innerText`),
    ).toContain('40 kg')
    await app.tapAt('.ex header .ib')
    await app.until(`document.querySelector('dialog .note li') !== null`)
  })
})
