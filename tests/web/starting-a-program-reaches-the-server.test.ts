import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading, logIn } from './app-with-log.ts'

const server = await testApp()

const why = `document.querySelector('.why')?.innerText.trim()`

describe.skipIf(skipped)('a program started without a log', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  beforeAll(async () => {
    browser = await startBrowser()
    user = await server.register({ email: 'starts@example.com' })
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
    await logIn(app, 'starts@example.com')
  }, 60_000)
  afterAll(() => browser?.close())

  test('rejects a starting weight that is above the limit or not above zero, and says what is wrong', async () => {
    await app.go('preview/greyskull-lp')
    await app.until(`document.querySelector('.pickdock') !== null`)
    await app.tap('Start this program')
    for (const [typed, message] of [
      ['3000', 'Enter at most 2,000 kg.'],
      ['-5', 'Enter a weight above zero.'],
      ['0', 'Enter a weight above zero.'],
    ] as const) {
      await app.until(`document.activeElement?.matches('dialog input')`)
      await app.value(`document.activeElement.select()`)
      await app.typeText(typed)
      await app.press('Enter')
      await app.until(
        `document.querySelector('dialog [role=alert]')?.innerText === ${JSON.stringify(message)}`,
      )
    }
    expect(await app.value(`document.querySelector('dialog .field').className`)).toBe('field bad')
    await app.typeText('5')
    await app.until(`document.querySelector('dialog [role=alert]') === null`)
    expect(await app.value(`document.querySelector('dialog .field').className`)).toBe('field')
    await app.tap('Close')
    await app.until(`document.querySelector('dialog') === null`)
  })

  test('calls a training max by its name', async () => {
    for (const [program, label] of [
      ['531-boring-but-big', 'Training max in kg'],
      ['greyskull-lp', 'Weight in kg'],
    ]) {
      await app.go(`preview/${program}`)
      await app.tap('Barbell Overhead Press')
      await app.until(`document.querySelector('dialog .label')?.innerText === ${JSON.stringify(label)}`)
      await app.tap('Close')
      await app.until(`document.querySelector('dialog') === null`)
    }
  })

  test('asks for the starting weight of each lift, and reaches the server', async () => {
    await app.go('preview/greyskull-lp')
    await app.until(`document.querySelector('.pickdock') !== null`)
    await app.tap('Start this program')
    const askedTitles: unknown[] = []
    const places: unknown[] = []
    for (;;) {
      await app.until(`document.activeElement?.matches('dialog input') || ${hasHeading('Today')}`)
      if (await app.value(hasHeading('Today'))) break
      const title = await app.value(`document.querySelector('dialog h2').textContent`)
      askedTitles.push(title)
      places.push(await app.value(`document.querySelector('dialog .soft').textContent.split(' · ')[0]`))
      await app.typeText('40')
      await app.press('Enter')
      await app.until(`document.querySelector('dialog h2')?.textContent !== ${JSON.stringify(title)}`)
    }
    const { text } = await user.send('GET', '/api/programs/greyskull-lp')
    const { lifts = [] } = JSON.parse(text) as Schemas['Program']
    expect(askedTitles).toHaveLength(lifts.length)
    expect(places).toEqual(lifts.map((_, index) => `${index + 1} of ${lifts.length}`))
    await app.until(`document.body.innerText.includes('Synced')`)
    const runs = JSON.parse((await user.send('GET', '/api/runs')).text) as Schemas['RunList']
    expect(runs.items.map((run) => run.lifts.length)).toEqual([lifts.length])
  })

  test('shows what a lift that was never logged starts with', async () => {
    await app.go('exercise/barbell-bench-press')
    await app.until(`document.body.innerText.includes('Not logged yet')`)
    await app.until(`document.querySelector('.t-l')?.innerText === '3 × 5+ at 40 kg'`)
    await app.go('today')
  })

  test('shows a reason for the sets of the first workout', async () => {
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    await app.until(`${why} !== undefined`)
    expect(
      await app.value(`document.querySelector('.target b + b, .target b:last-of-type').innerText`),
    ).toContain('40 kg')
    await app.tapAt('.ex header .ib')
    await app.until(`document.querySelector('dialog .note li') !== null`)
  })

  test('ends only after the user confirms it, because it can’t be undone', async () => {
    const statuses = async () => {
      const { items } = JSON.parse((await user.send('GET', '/api/runs')).text) as Schemas['RunList']
      return items.map(({ status }) => status)
    }
    await app.go('programs')
    await app.tap('Greyskull LP')
    await app.tap('End program')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    expect(await statuses()).toEqual(['active'])
    await app.tapAt('dialog[open] .danger')
    await app.until(hasHeading('Programs'))
    await app.go('today')
    await app.until(`document.body.innerText.includes('Synced')`)
    expect(await statuses()).toEqual(['ended'])
  })
})
