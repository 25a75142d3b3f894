import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { password } from '#tests/support/user.ts'
import { type AppPage, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { chooseFile } from './choose-file.ts'

const file = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2024-03-04 18:00:00,"Monday",45m,"Bench Press (Barbell)",1,80,5,0,0,
2024-03-04 18:00:00,"Monday",45m,"Bench Press (Barbell)",2,80,5,0,0,
2024-03-06 18:00:00,"Wednesday",45m,"Zercher Wobble",1,40,8,0,0,
`

const server = await testApp()

describe.skipIf(skipped)('a guest', () => {
  let browser: Browser
  let app: AppPage

  const heading = (text: string) => `document.querySelector('h1')?.textContent === ${JSON.stringify(text)}`
  const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`

  /** The workouts on the server, as another device of the account lists them. */
  async function workoutsOnServer(): Promise<Schemas['Workout'][]> {
    const { data: login } = await server.client.POST('/api/auth/login', {
      body: { email: 'ada@example.com', password },
    })
    if (!login) throw new Error('could not log in')
    const list = await server.send('GET', '/api/workouts', { token: login.accessToken })
    return JSON.parse(list.text).items
  }

  async function typeInto(name: string, text: string): Promise<void> {
    await app.tapAt(`input[name=${name}]`)
    await app.typeText(text)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
  }, 60_000)
  afterAll(() => browser?.close())

  test('creates an account, to which the existing log is uploaded', async () => {
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.tap('Log set 1')
    await app.tap('6')
    await app.tap('0')
    await app.tap('Log the set')
    await app.until(`document.querySelectorAll('.set.done').length === 1`)
    await app.go('you')
    await app.tap('Create an account')
    await app.until(heading('Create an account'))
    await typeInto('email', 'ada@example.com')
    await typeInto('password', 'short')
    await app.tap('Create account')
    await app.until(`document.querySelector('[role=alert]') !== null`)
    await app.value(`document.querySelector('input[name=password]').value = ''; true`)
    await typeInto('password', password)
    await app.tap('Create account')
    await app.until(heading('You'))
    await app.until(isShown('ada@example.com'))
    await app.until(isShown('Synced'))
    const [workout, ...others] = await workoutsOnServer()
    expect(others).toEqual([])
    expect(workout?.exercises[0]?.sets[0]).toMatchObject({ weight: { value: 60 } })
  })

  test('previews a file before anything is saved, maps a name, imports it, and undoes the import', async () => {
    await app.go('import')
    await chooseFile(app, 'notes.csv', 'hello,world\n1,2\n')
    await app.until(isShown('This isn’t an export from Strong, Hevy, FitNotes or Replog'))
    await chooseFile(app, 'strong.csv', file)
    await app.until(isShown('Preview: nothing is saved yet'))
    expect(await app.value(isShown('Choose kg or lb'))).toBe(true)
    expect(await workoutsOnServer()).toHaveLength(1)
    await app.tap('Zercher Wobble')
    await app.tapAt('dialog[open] input[type=search]')
    await app.typeText('zercher squat')
    await app.until(`document.querySelector('dialog[open] .rows b')?.textContent.includes('Zercher')`)
    await app.tapAt('dialog[open] .rows button')
    await app.until(`document.querySelector('dialog[open]') === null`)
    await app.tap('kg')
    await app.tap('Import 2 workouts')
    await app.until(isShown('Undo the import'))
    expect((await workoutsOnServer()).map(({ name }) => name)).toContain('Wednesday')
    await app.tap('Undo the import')
    await app.until(isShown('Undone'))
    expect(await workoutsOnServer()).toHaveLength(1)
  })

  test('logs out, which removes the account’s data from the device', async () => {
    await app.go('you')
    await app.tapAt('.btn.danger')
    await app.until(heading('Today'))
    await app.until(isShown('Start an empty workout'))
    // The only errors are those of the password and the file that the server rejected.
    expect(app.errors.filter((error) => !/\/api\/(?:auth\/register|imports)/.test(error))).toEqual([])
  })
})
