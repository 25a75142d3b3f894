import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type ProfileBrowser, startBrowser } from '#tests/support/browser.ts'
import { type Plug, plug } from '#tests/support/plug.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading, isSynced, logIn, read } from './app-with-log.ts'

const server = await testApp()
const email = 'week@example.com'
const sets = `document.querySelectorAll('.set').length`
const isTyping = `document.querySelector('.sheet') !== null`

describe.skipIf(skipped)('a week of a program on a phone', () => {
  let profile: string
  let cable: Plug
  let browser: ProfileBrowser
  let app: AppPage
  let user: TestUser
  const setsOfDays: number[] = []

  /** Logs sets of the workout in progress until this many are done; sets without a weight get 20 kg. */
  const logUntil = async (count: number) => {
    for (let done = Number(await app.value(doneSets)); done < count; done++) {
      await app.tapAt('.dock .go')
      await app.until(`${doneSets} === ${done + 1} || ${isTyping}`)
      if (await app.value(isTyping)) for (const name of ['2', '0', 'Log the set']) await app.tap(name)
      await app.until(`${doneSets} === ${done + 1}`)
    }
  }

  const start = async () => {
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    const count = Number(await app.value(sets))
    setsOfDays.push(count)
    return count
  }

  const finish = async () => {
    await app.until(isStored)
    await app.tap('Finish workout')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.tap('Done')
    await app.until(hasHeading('Today'))
  }

  /** Kills the browser as a dead battery would, and opens the app again. */
  const kill = async () => {
    await browser.kill()
    browser = await startBrowser(profile)
    app = await openApp(browser, cable.origin)
  }

  beforeAll(async () => {
    user = await server.register({ email })
    cable = await plug(new URL(server.listen()))
    profile = await mkdtemp(join(tmpdir(), 'replog-week-'))
    browser = await startBrowser(profile)
    app = await openApp(browser, cable.origin)
    await untilAvailableOffline(app)
    await logIn(app, email)
    await app.go('preview/phul')
    await app.tap('Start this program')
    await app.until(hasHeading('Today'))
    await app.until(isSynced)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    cable?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  test('begins online', async () => {
    await logUntil(await start())
    await finish()
    await app.until(isSynced)
  }, 120_000)

  test('continues in a basement without a connection, even though the browser is killed in the middle of the workout', async () => {
    cable.setUnplugged(true)
    await kill()
    const count = await start()
    const half = Math.ceil(count / 2)
    await logUntil(half)
    await app.until(isStored)
    await kill()
    await app.tap('Resume workout')
    await app.until(`${sets} === ${count}`)
    expect(await app.value(doneSets)).toBe(half)
    await logUntil(count)
    await finish()
    await kill()
    await app.until(`document.body.innerText.includes('Start Upper, size')`)
  }, 180_000)

  test('ends online again, and the server has exactly one copy of each of its sets', async () => {
    cable.setUnplugged(false)
    for (let day = 2; day < 4; day++) {
      await logUntil(await start())
      await finish()
    }
    await app.until(isSynced)
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts')
    const done = items.toReversed().map(({ plan, exercises }) => ({
      day: plan?.day,
      sets: exercises.flatMap((exercise) => exercise.sets).filter(({ reps }) => reps !== undefined).length,
    }))
    const { days } = await read<Schemas['Program']>(user, '/api/programs/phul')
    expect(done).toEqual(days.map(({ key }, index) => ({ day: key, sets: setsOfDays[index] ?? 0 })))
    const ids = items.flatMap(({ exercises }) =>
      exercises.flatMap((exercise) => exercise.sets.map(({ id }) => id)),
    )
    expect(new Set(ids).size).toBe(ids.length)
    const [run] = (await read<Schemas['RunList']>(user, '/api/runs')).items
    const { step } = await read<Schemas['NextWorkout']>(user, `/api/runs/${run?.id}/next`)
    expect(step).toMatchObject({ cycle: 2, day: days[0]?.key })
  }, 180_000)
})
