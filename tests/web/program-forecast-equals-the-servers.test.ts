import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'

type WorkoutInput = Schemas['WorkoutInput']

const server = await testApp()
const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`

/** A workout with each set made with the most reps, or missed by one. */
const doneWorkout = (workout: WorkoutInput, isMade: boolean): WorkoutInput => ({
  ...workout,
  startedAt: new Date(Date.now() - 60_000).toISOString(),
  endedAt: new Date().toISOString(),
  exercises: workout.exercises.map((exercise) => ({
    ...exercise,
    sets: exercise.sets.map((set) => {
      const { min = 1, max = 1 } = set.target?.reps ?? {}
      return { ...set, reps: isMade ? max : min - 1 }
    }),
  })),
})

const heaviest = ({ exercises }: WorkoutInput) =>
  new Map(
    exercises.map(({ exerciseId, sets }) => [
      exerciseId,
      Math.max(...sets.map(({ weight }) => weight?.value ?? 0)),
    ]),
  )

describe.skipIf(skipped)('what the app predicts for a program equals what the API returns later', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser
  let runId: string

  const next = async (query = '') =>
    await read<Schemas['NextWorkout']>(user, `/api/runs/${runId}/next${query}`)

  /** Logs a workout of the run on the server, reads a workout that follows it, and deletes the logged one again. */
  const after = async (workout: WorkoutInput, isMade: boolean, query = '') => {
    const { status, text } = await user.send('POST', '/api/workouts', {
      body: doneWorkout(workout, isMade),
    })
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' })
    const { workout: following } = await next(query)
    await user.send('DELETE', `/api/workouts/${JSON.parse(text).id}`, { headers: { 'If-Match': '*' } })
    if (!following) throw new Error('no workout')
    return following
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'ahead@example.com' })
    app = opened.app
    user = opened.user
    await app.go('preview/phul')
    await app.tap('Start this program')
    await app.until(isShown('Start Upper'))
    await app.until(isSynced)
    const [run] = (await read<Schemas['RunList']>(user, '/api/runs')).items
    runId = run?.id ?? ''
  }, 60_000)
  afterAll(() => browser?.close())

  test('the weights after a day with all sets made or all missed', async () => {
    await app.go(`run/${runId}`)
    await app.until(isShown('What comes next'))
    const rows = (await app.value(
      `[...document.querySelectorAll('.tbl tbody tr')].map((row) => [...row.children].map((cell) => cell.innerText))`,
    )) as string[][]
    expect(rows.length).toBeGreaterThan(3)
    const { workout, step } = await next()
    if (!workout) throw new Error('no workout')
    const names = new Map<string, string>()
    for (const { exerciseId } of workout.exercises) {
      const { name } = await read<Schemas['Exercise']>(user, `/api/exercises/${exerciseId}`)
      names.set(name, exerciseId)
    }
    const query = `?day=${step?.day}`
    const columns = [
      heaviest(workout),
      heaviest(await after(workout, true, query)),
      heaviest(await after(workout, false, query)),
    ]
    for (const [name = '', ...figures] of rows) {
      const id = names.get(name) ?? ''
      expect({ name, figures }).toEqual({ name, figures: columns.map((column) => String(column.get(id))) })
    }
  }, 60_000)

  test('the workout after the one in progress', async () => {
    const { workout } = await next()
    await app.go('today')
    await app.tap('Start Upper')
    await app.until(`document.querySelector('.set') !== null`)
    await app.go('today')
    await app.until(isShown('After this'))
    const shown = String(
      await app.value(`[...document.querySelectorAll('.section')]
      .find((section) => section.innerText.startsWith('After this')).innerText.replace(/\\s+/g, ' ')`),
    )
    if (!workout) throw new Error('no workout')
    const following = await after(workout, true)
    expect(shown).toContain(`${following.name} PHUL, week 1, day 2`)
    for (const { sets } of following.exercises.slice(0, 4))
      expect(shown).toContain(`${sets[0]?.weight?.value} kg ×`)
    expect(app.errors).toEqual([])
  }, 60_000)
})
