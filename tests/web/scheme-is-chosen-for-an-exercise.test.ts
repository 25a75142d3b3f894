import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectAccessible } from './accessible.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
const id = 'barbell-bench-press'
const path = `/api/exercises/${id}/progression`
const ifMatch = { 'If-Match': '*' }

const visible = (selector: string) =>
  `[...document.querySelectorAll('${selector}')].find((element) => element.getClientRects().length > 0)`
const nextTime = `${visible('.t-l')}?.innerText.replace(/\\s+/g, ' ')`
const scheme = `${visible('button[aria-haspopup=dialog] .val')}?.innerText`
const isOpen = `document.querySelector('dialog[open]') !== null`
const problem = `document.querySelector('dialog [role=alert]')?.innerText`

describe.skipIf(skipped)('how an exercise progresses', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  /** The sets that the server prescribes, as the app shows them: `5 × 5 at 110 kg`. */
  const prescribed = async () => {
    const { items } = await read<Schemas['ProgressionReport']>(
      user,
      `/api/recommendations/progression?exerciseId=${id}`,
    )
    const [next] = items
    if (next?.status !== 'prescription') throw new Error('the server prescribes nothing')
    const { weight, reps } = next.sets[0] ?? {}
    const isRange = reps?.min !== reps?.max
    return `${next.sets.length} × ${isRange ? `${reps?.min}–${reps?.max}` : reps?.min} at ${weight?.value} kg`
  }
  const chosen = async () => (await read<Schemas['ExerciseProgression']>(user, path)).progression
  const openSheet = async () => {
    await app.tap('How it progresses')
    await app.until(isOpen)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 8, email: 'chooses@example.com' })
    app = opened.app
    user = opened.user
    await app.go(`exercise/${id}`)
    await app.until(`${nextTime} !== undefined`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('is the coach’s until a scheme is chosen, which Next time then follows', async () => {
    expect(await app.value(scheme)).toBe('Coach')
    await openSheet()
    await app.tap('Linear')
    await app.tap('Sets: more')
    await app.tap('Step: more')
    await app.tap('Save')
    await app.until(`!(${isOpen}) && ${scheme} === 'Linear'`)
    expect(await chosen()).toEqual({
      scheme: 'linear',
      sets: 4,
      reps: 5,
      increment: { value: 2.5, unit: 'kg' },
    })
    await app.until(`${nextTime} === ${JSON.stringify(await prescribed())}`)
  })

  test('is followed by the sets of a workout and the reason for them', async () => {
    await app.go('add')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    const target = `document.querySelector('.target')?.innerText.replace(/\\s+/g, ' ')`
    await app.until(`${target}?.startsWith(${JSON.stringify(await prescribed())})`)
    expect(await app.value(`document.querySelectorAll('.set').length`)).toBe(4)
    const body: Schemas['ProgressionScheme'] = { scheme: 'double', sets: 4, minReps: 12, maxReps: 15 }
    expect((await user.send('PUT', path, { headers: ifMatch, body })).status).toBe(200)
    await app.go(`exercise/${id}`)
    await app.until(`${scheme} === 'Double' && ${nextTime} === ${JSON.stringify(await prescribed())}`)
    await app.go('workout')
    await app.until(`${target}?.includes(${JSON.stringify(await prescribed())})`)
    await app.tapAt('.ex header .ib')
    await app.tap(`Use ${await prescribed()}`)
    await app.until(`${target}?.startsWith(${JSON.stringify(await prescribed())})`)
  })

  test('can be chosen with the keyboard alone', async () => {
    const tabTo = async (name: string) => {
      const isFocused = `(document.activeElement.ariaLabel ?? document.activeElement.innerText)?.includes('${name}')`
      while ((await app.value(isFocused)) !== true)
        for (const type of ['keyDown', 'keyUp'])
          await app.command('Input.dispatchKeyEvent', {
            type,
            key: 'Tab',
            code: 'Tab',
            windowsVirtualKeyCode: 9,
          })
    }
    await app.go(`exercise/${id}`)
    await app.until(`${nextTime} !== undefined`)
    await tabTo('How it progresses')
    await app.press('Enter')
    await app.until(isOpen)
    await tabTo('GZCLP')
    await app.press('Enter')
    await tabTo('Tier: more')
    await app.press('Enter')
    await tabTo('Save')
    await app.press('Enter')
    await app.until(`!(${isOpen}) && ${scheme} === 'GZCLP'`)
    expect(await chosen()).toEqual({ scheme: 'gzclp', tier: 2 })
    expect(await app.value(`document.activeElement.innerText`)).toContain('How it progresses')
  })

  test('needs a connection, and stays on the screen without one', async () => {
    await app.setOffline(true)
    await openSheet()
    await app.tap('RPE')
    await app.tap('Save')
    await app.until(`${problem} === 'Choosing needs a connection. Try again when you’re online.'`)
    await app.setOffline(false)
    await app.tap('Save')
    await app.until(`!(${isOpen}) && ${scheme} === 'RPE'`)
    expect(await chosen()).toEqual({ scheme: 'rpe', sets: 3, reps: 5, rpe: 8 })
  })

  test('keeps the range in order, and reverts to the default', async () => {
    await openSheet()
    await app.tap('Coach')
    await app.tap('Reps from: more')
    await app.tap('Reps to: less')
    await app.tap('Reps to: less')
    for (let reps = 10; reps > 6; reps--) await app.tap('Reps to: less')
    await app.tap('Save')
    await app.until(`!(${isOpen}) && ${scheme} === 'Coach'`)
    expect(await chosen()).toEqual({ scheme: 'memory', range: { min: 6, max: 6 } })
    await openSheet()
    const input = `[...document.querySelectorAll('dialog .typed')].find((label) => label.innerText.includes('Reps from')).querySelector('input')`
    await app.value(`${input}.focus(), ${input}.select()`)
    await app.value(`document.execCommand('delete')`)
    await app.until(`${input}.value === ''`)
    await app.tap('Save')
    await app.until(`!(${isOpen})`)
    expect(await read<Schemas['ExerciseProgression']>(user, path)).toMatchObject({ chosen: false })
  })

  test('is chosen in a sheet that is accessible and fits every screen, also with text twice as large', async () => {
    for (const name of ['Double', '5/3/1', 'APRE']) {
      await app.view(390)
      await app.reload()
      await app.until(`${nextTime} !== undefined`)
      await openSheet()
      await app.tap(name)
      await expectAccessible(app, [320, 390, 1280])
      await app.view(320)
      await app.value(`document.documentElement.style.fontSize = '200%'`)
      const overflow = await app.value(`(() => {
        const { scrollWidth, clientWidth } = document.querySelector('dialog')
        return scrollWidth - clientWidth
      })()`)
      await app.value(`document.documentElement.style.fontSize = ''`)
      expect(overflow).toBeLessThanOrEqual(0)
    }
  })

  test('needs an account', async () => {
    const guestBrowser = await startBrowser()
    const guest = await openApp(guestBrowser, server.listen())
    await untilAvailableOffline(guest)
    await guest.go(`exercise/${id}`)
    await guest.tap('How it progresses')
    await guest.tap('Create an account')
    await guest.until(`document.querySelector('h1')?.innerText === 'Create an account'`)
    expect(guest.errors).toEqual([])
    await guestBrowser.close()
  })
})
