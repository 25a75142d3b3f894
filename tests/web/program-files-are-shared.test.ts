import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'
import { chooseFile } from './choose-file.ts'

const server = await testApp()

const routine = (exerciseId: string) => ({
  name: 'Carries',
  days: [{ key: 'day', slots: [{ key: 'carry', exerciseId, sets: [{ reps: { min: 5, max: 5 } }] }] }],
  weeks: [{ key: 'week', days: ['day'] }],
})

describe.skipIf(skipped)('a program file', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  const problem = `document.querySelector('main [role=alert]')?.innerText`

  /** The text of the file that a tap saves. */
  const savedText = async () => {
    await app.value(`(() => {
      const create = URL.createObjectURL
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => { globalThis.saved = text })
        return create(blob)
      }
    })()`)
    await app.tap('Share as a file')
    await app.until(`globalThis.saved !== undefined`)
    return String(await app.value(`saved`))
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 1, email: 'share@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('of a built-in program opens as a program of one’s own, which reaches the server', async () => {
    await app.go('preview/phul')
    const text = await savedText()
    await app.go('programs')
    await chooseFile(app, 'phul.json', text)
    await app.until(`document.querySelector('[aria-label="Edit this program"]') !== null`)
    await app.go('today')
    await app.until(isSynced)
    const { items } = await read<Schemas['ProgramList']>(user, '/api/programs?source=custom')
    const [program] = items
    expect(items).toHaveLength(1)
    const { days, lifts, weeks, name } = await read<Schemas['Program']>(user, '/api/programs/phul')
    expect(await read<Schemas['Program']>(user, `/api/programs/${program?.id}`)).toMatchObject({
      days,
      weeks,
      name,
      ...(lifts && { lifts }),
    })
  })

  test('with an exercise that only its author has is refused, and nothing is added', async () => {
    await app.go('programs')
    const text = JSON.stringify(routine('0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'))
    await chooseFile(app, 'carries.json', text)
    await app.until(`${problem} === 'It uses 1 exercise that only its author has.'`)
    expect((await read<Schemas['ProgramList']>(user, '/api/programs?source=custom')).items).toHaveLength(1)
  })

  test('that is cut off is refused with the reason', async () => {
    await chooseFile(app, 'cut.json', '{"name": "Carr')
    await app.until(`${problem} === 'The text is not valid JSON; it may be cut off.'`)
  })

  test('of Hevy names the exercises that are left out', async () => {
    const sets = [{ type: 'normal', rep_range: { start: 8, end: 12 } }]
    const exercises = [
      { title: 'Bench Press (Barbell)', sets },
      { title: 'Zercher Wobble', sets },
    ]
    await chooseFile(app, 'push.json', JSON.stringify({ title: 'Push', exercises }))
    await app.until(`document.querySelector('h1')?.innerText === 'Push'`)
    await app.until(
      `document.body.innerText.includes('Left out, since their names are unknown: Zercher Wobble.')`,
    )
  })

  test('needs an account', async () => {
    const guest = await openApp(browser, server.listen())
    await guest.go('programs')
    await chooseFile(guest, 'carries.json', JSON.stringify(routine('barbell-bench-press')))
    await guest.until(`${problem} === 'Opening a file needs an account: create one under You.'`)
  })
})
