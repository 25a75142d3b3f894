import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('a program written in the app', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`
  const isClosed = `document.querySelector('dialog[open]') === null`

  async function waitForSync(): Promise<void> {
    await app.go('today')
    await app.until(isShown('Synced'))
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 6, email: 'writes@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('lists what is missing, keeps a draft, and can be saved and started offline', async () => {
    await app.setOffline(true)
    await app.go('programs')
    await app.tap('New')
    await app.until(`document.querySelector('.day-card') !== null`)
    await app.tap('Save')
    await app.until(isShown('Give the program a name.'))
    expect(await app.value(`document.querySelector('[role=alert]').innerText`)).toContain(
      'Add an exercise, or delete the day.',
    )
    await app.tapAt('main input')
    await app.typeText('Squat and press')
    await app.reload()
    await app.until(`document.querySelector('main input')?.value === 'Squat and press'`)
    await app.tap('Add an exercise')
    await app.tapAt('dialog[open] input[type=search]')
    await app.typeText('back squat')
    await app.until(`document.querySelector('dialog[open] .rows b')?.textContent === 'Barbell Back Squat'`)
    await app.tapAt('dialog[open] .rows button')
    await app.until(isClosed)
    await app.tapAt('.day-card .rows button')
    await app.tap('Fixed sets')
    await app.tap('% of max')
    await app.tap('Done')
    await app.until(`${isClosed} && ${isShown('3 × 8–12 · 75%')}`)
    await app.tap('Preview')
    await app.until(`document.querySelector('dialog[open] .badge')?.innerText.startsWith('about ') === true`)
    // The worker computes the weight from the log.
    await app.until(
      `/3 × 8–12 at [\\d.]+ kg/.test(document.querySelector('dialog[open] .reasons').innerText)`,
    )
    await app.tap('Close')
    await app.tap('Save')
    await app.tap('Start this program')
    await app.until(isShown('Start Day A'))
    await app.setOffline(false)
    await waitForSync()
    const { items: runs } = await read<Schemas['RunList']>(user, '/api/runs')
    expect(runs).toMatchObject([{ programRevision: 1, status: 'active' }])
    const { items } = await read<Schemas['ProgramList']>(user, '/api/programs?source=custom')
    expect(items).toMatchObject([{ name: 'Squat and press', days: 1, weeks: 1 }])
    const program = await read<Schemas['Program']>(user, `/api/programs/${items[0]?.id}`)
    expect(program.days[0]?.slots[0]).toMatchObject({
      lift: 'lift-1',
      sets: [{ count: 3, reps: { min: 8, max: 12 }, load: { of: 'base', percent: 75 } }],
    })
    expect(program.lifts).toMatchObject([{ exerciseId: 'barbell-back-squat', base: 'training_max' }])
  })

  test('can be changed while it is followed, and its run continues with the new revision', async () => {
    const { items } = await read<Schemas['ProgramList']>(user, '/api/programs?source=custom')
    await app.go(`program/${items[0]?.id}`)
    await app.until(`document.querySelector('.day-card') !== null`)
    await app.tap('Add a day')
    await app.until(`document.querySelectorAll('.day-card').length === 2`)
    await app.tap('to Day B')
    await app.tap('Barbell Overhead Press')
    await app.until(isClosed)
    await app.tap('Save')
    await app.until(isShown('Start this program'))
    await waitForSync()
    const { items: runs } = await read<Schemas['RunList']>(user, '/api/runs')
    const [run] = runs
    expect(run?.decisions).toMatchObject([{ kind: 'use_revision', revision: 2 }])
    const next = await read<Schemas['NextWorkout']>(user, `/api/runs/${run?.id}/next?day=day-2`)
    expect(next.workout?.exercises.map(({ exerciseId }) => exerciseId)).toEqual(['barbell-overhead-press'])
  })

  test.each([
    ['One cycle', 1, false],
    ['Three cycles', 3, true],
  ])('says that its weeks repeat if they do: %s', async (name, cycles, repeats) => {
    const slots = [{ key: 'squat', exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }]
    const body = { name, cycles, days: [{ key: 'a', slots }], weeks: [{ key: 'w1', days: ['a'] }] }
    const { status, text } = await user.send('POST', '/api/programs', { body })
    expect([status, text]).toEqual([201, expect.any(String)])
    await app.reload()
    await app.go('programs')
    await app.until(isShown(name))
    await app.go(`program/${JSON.parse(text).id}`)
    await app.until(`document.querySelector('.day-card') !== null`)
    expect(await app.value(isShown('then repeat'))).toBe(repeats)
  })

  test('is copied without cutting the end of a long name within an emoji', async () => {
    const name = `${'a'.repeat(97)}${'💪'.repeat(3)}`
    const slots = [{ key: 'squat', exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }]
    const days = [{ key: 'a', name, slots }]
    const body = { name, days, weeks: [{ key: 'w1', days: ['a'] }] }
    const { status, text } = await user.send('POST', '/api/programs', { body })
    expect([status, text]).toEqual([201, expect.any(String)])
    await app.reload()
    await app.go('programs')
    await app.until(isShown(name))
    await app.go(`program/new?from=${JSON.parse(text).id}`)
    await app.until(`document.querySelector('main input')?.value.startsWith('aaa') === true`)
    expect(await app.value(`document.querySelector('main input').value`)).toBe(name)
  })

  test('can start as a copy of a built-in program', async () => {
    await app.go('preview/531-boring-but-big')
    await app.tap('Copy')
    await app.until(`document.querySelectorAll('.day-card').length === 4`)
    await app.tap('Save')
    await app.until(isShown('Start this program'))
    await waitForSync()
    const { items } = await read<Schemas['ProgramList']>(user, '/api/programs?source=custom')
    const id = items.find(({ name }) => name.startsWith('5/3/1'))?.id
    const copy = await read<Schemas['Program']>(user, `/api/programs/${id}`)
    const original = await read<Schemas['Program']>(user, '/api/programs/531-boring-but-big')
    expect({ days: copy.days, weeks: copy.weeks, waves: copy.waves, lifts: copy.lifts }).toEqual({
      days: original.days,
      weeks: original.weeks,
      waves: original.waves,
      lifts: original.lifts,
    })
    expect(app.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
})
