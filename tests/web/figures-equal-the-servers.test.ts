import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { trainedByCompounds } from '#training/landmarks.ts'
import { type AppPage, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

/** How the app shows the zones of weekly sets. */
const stateOf = {
  below_maintenance: 'low',
  maintenance: 'low',
  productive: 'in',
  high: 'in',
  over_mrv: 'over',
} as const satisfies Record<Schemas['VolumeZone'], string>
/** Many sets of lifts that train the glutes, front delts and traps along with other muscles. */
const compounds = {
  name: 'Compounds',
  startedAt: new Date(Date.now() - 60_000).toISOString(),
  endedAt: new Date(Date.now() - 30_000).toISOString(),
  exertion: 9,
  exercises: ['barbell-back-squat', 'incline-barbell-bench-press', 'barbell-upright-row'].map(
    (exerciseId) => ({
      exerciseId,
      sets: Array.from({ length: 30 }, () => ({
        type: 'normal',
        reps: 5,
        weight: { value: 40, unit: 'kg' },
      })),
    }),
  ),
} as const

/** Long enough ago for a chronic load. */
const rated = {
  name: 'Rated',
  startedAt: new Date(Date.now() - 30 * dayMs - 3_600_000).toISOString(),
  endedAt: new Date(Date.now() - 30 * dayMs).toISOString(),
  exertion: 7,
  exercises: [{ exerciseId: 'plank', sets: [{ type: 'normal', durationSeconds: 60 }] }],
} as const

const rounded = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
const tenths = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })
const hundredths = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
/** How the summary describes records. */
const recordTexts = {
  best_one_rep_max: { name: 'e1RM', text: (value: number) => `${tenths(value)} kg` },
  longest_distance: { name: 'Farthest', text: (value: number) => `${hundredths(value / 1000)} km` },
  longest_duration: {
    name: 'Longest',
    text: (value: number) => `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`,
  },
} as const
const dayText = (daysBack: number) => new Date(Date.now() - daysBack * dayMs).toLocaleDateString('sv')

describe.skipIf(skipped)('the figures of a page equal those of the API', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  /** The text of each visible figure of a page, by label. */
  const stats = () =>
    app.value(`Object.fromEntries([...document.querySelectorAll('.stat')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => [element.querySelector('.label').textContent, element.querySelector('strong').innerText.replace(/\\s+/g, ' ')]))`)

  /** The text of each visible element. */
  const texts = async (selector: string) =>
    (await app.value(`[...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.innerText.replace(/\\s+/g, ' ').trim())`)) as string[]

  const openPage = async (page: string, selector: string) => {
    await app.go(page)
    await app.until(
      `document.querySelector('main').ariaBusy !== 'true' && document.querySelector(${JSON.stringify(selector)}) !== null`,
    )
  }

  const volumeText = ({ value }: Schemas['Load']) =>
    value >= 10_000 ? `${tenths(value / 1000)} t` : `${rounded(value)} kg`

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 20, email: 'figures@example.com' })
    app = opened.app
    user = opened.user
    for (const body of [compounds, rated])
      expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
    const measuredAt = new Date(Date.now() - dayMs).toISOString()
    const bodyweight = { kind: 'bodyweight', value: 82.5, unit: 'kg', measuredAt }
    expect((await user.send('POST', '/api/measurements', { body: bodyweight })).status).toBe(201)
    await app.reload()
    await app.go('history')
    await app.until(`document.body.innerText.includes('Compounds')`)
    await app.until(isSynced)
    await app.view(1280)
  }, 60_000)
  afterAll(() => browser?.close())

  test('Today: this week, recovery, and the most recent workouts', async () => {
    await openPage('today', '.ready strong')
    await app.until(`!document.querySelector('.wide .ready').innerText.includes('–')`)
    const { thisWeek } = await read<Schemas['TrainingSummary']>(user, '/api/analytics/summary')
    expect(await stats()).toEqual({
      Workouts: String(thisWeek.workouts),
      Sets: String(thisWeek.sets),
      Volume: volumeText(thisWeek.volumeLoad).replace(' ', ''),
    })
    const { muscles } = await read<Schemas['FatigueReport']>(user, '/api/analytics/fatigue')
    const lowestReadiness = (...group: readonly string[]) =>
      Math.min(...muscles.filter(({ muscle }) => group.includes(muscle)).map(({ readiness }) => readiness))
    const expected = [
      lowestReadiness('chest'),
      lowestReadiness('upper_back', 'lats'),
      lowestReadiness('front_delts', 'side_delts'),
      lowestReadiness('quads', 'hamstrings', 'glutes'),
    ]
    const shown = (await texts('.wide .ready strong')).map((text) => Number.parseInt(text, 10))
    expect(shown).toHaveLength(expected.length)
    // Recovery continues between the two computations.
    for (const [index, value] of shown.entries())
      expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThanOrEqual(1)
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=3')
    const rows = await texts('.rows.tall .main small')
    for (const [index, { totals }] of items.entries())
      expect(rows[index]).toContain(`${totals.sets} sets · ${rounded(totals.volume.value)} kg`)
  })

  test('History: the number of workouts, the streak, and the last ten workouts', async () => {
    await openPage('history', '.heat')
    const { days } = await read<Schemas['CalendarReport']>(
      user,
      `/api/analytics/calendar?from=${dayText(364)}&to=${dayText(0)}`,
    )
    const { streakWeeks } = await read<Schemas['TrainingSummary']>(user, '/api/analytics/summary')
    const workouts = days.reduce((sum, { workoutIds }) => sum + workoutIds.length, 0)
    const [card] = await texts('.card:has(.heat)')
    expect(card).toContain(`${workouts} workouts`)
    expect(card).toContain(`${streakWeeks} weeks`)
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=10')
    for (const { id, totals } of items) {
      await app.go(`history/${id}`)
      await app.until(`document.querySelector('.sticky .stats') !== null`)
      expect(await stats()).toMatchObject({
        Sets: String(totals.sets),
        Volume: `${rounded(totals.volume.value)}kg`,
      })
    }
  })

  test('Summary: the totals and records of a workout', async () => {
    const ofKinds = async (...kinds: readonly string[]) => {
      const pages = kinds.map((kind) =>
        read<Schemas['AllRecords']>(user, `/api/analytics/records?kind=${kind}&limit=200`),
      )
      return (await Promise.all(pages)).flatMap((page) => page.items)
    }
    const withOneRepMax = await ofKinds('best_one_rep_max')
    const haveOneRepMax = new Set(withOneRepMax.map(({ exerciseId }) => exerciseId))
    const others = await ofKinds('longest_distance', 'longest_duration')
    const records = [...withOneRepMax, ...others.filter(({ exerciseId }) => !haveOneRepMax.has(exerciseId))]
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=8')
    for (const { id, totals } of items) {
      // The app counts a lift once per workout, and compares it with the earlier workouts.
      const recordsOfWorkout = [
        ...Map.groupBy(
          records.filter(({ workoutId }) => workoutId === id),
          ({ exerciseId }) => exerciseId,
        ).values(),
      ].flatMap((newestFirst) => {
        const [best] = newestFirst
        const before = newestFirst.at(-1)?.previous
        return best && before && before.workoutId !== id ? [{ best, gain: best.value - before.value }] : []
      })
      await openPage(`done/${id}`, '.hero-num')
      expect((await texts('.hero-num'))[0]).toBe(`${rounded(totals.volume.value)}kg`)
      expect(await stats()).toEqual({
        Sets: String(totals.sets),
        Reps: String(totals.reps),
        Records: String(recordsOfWorkout.length),
      })
      const shown = await texts('.rows.tall .main small')
      expect(shown.toSorted()).toEqual(
        recordsOfWorkout
          .map(({ best: { kind, value }, gain }) => {
            const { name, text } = recordTexts[kind as keyof typeof recordTexts]
            return `${name} ${text(value)} · +${text(gain)}`
          })
          .toSorted(),
      )
    }
  })

  test.each([
    'barbell-bench-press',
    'barbell-back-squat',
    'incline-dumbbell-bench-press',
    'pull-up',
    'plank',
  ])('Exercise: the chart, the trend and the records of %s', async (exerciseId) => {
    await openPage(`exercise/${exerciseId}`, '.hero-num')
    const range = `exerciseId=${exerciseId}&from=${dayText(3000)}&to=${dayText(0)}`
    const progress = await read<Schemas['ExerciseProgress']>(user, `/api/analytics/progress?${range}`)
    const valued = progress.points.flatMap(({ value }) => value ?? [])
    const last = valued.at(-1) ?? 0
    const unit = { kg: 'kg', reps: 'reps', s: '', m: 'km', lb: 'lb' }[progress.unit]
    const clock = (seconds: number) =>
      `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
    expect((await texts('.hero-num'))[0]).toBe(`${progress.unit === 's' ? clock(last) : tenths(last)}${unit}`)
    if (progress.trend) {
      const badge = `${tenths(Math.abs(progress.trend.percentPerFourWeeks / 4))}% a week`
      expect(await texts('.card .badge')).toContain(badge)
    }
    const { expected } = progress
    const interval = (await texts('.card .right .label')).map((text) => text.replaceAll(/\s/g, ' '))
    expect(interval).toEqual(
      expected ? [`80%: ${tenths(expected.low)}–${tenths(expected.high)} ${expected.unit}`] : [],
    )
    expect(await app.value(`document.querySelectorAll('.chart .next').length`)).toBe(interval.length)
    const { current } = await read<Schemas['ExerciseRecords']>(user, `/api/analytics/records?${range}`)
    const recordOf = (kind: Schemas['PersonalRecordKind']) =>
      current.find((record) => record.kind === kind)?.value
    const records = Object.fromEntries(
      (await texts('.rows > div:has(.rec)')).map((text) => {
        const [name = '', ...parts] = text.split(/ (?:today|yesterday|\w+day|\w{3,4} \d+(?:, \d{4})?) /)
        return [name, parts.join('')]
      }),
    )
    const best = recordOf('best_one_rep_max')
    if (best !== undefined) expect(records['Estimated 1RM']).toBe(`${tenths(best)} kg`)
    const volume = recordOf('most_workout_volume')
    if (volume !== undefined) expect(records['Best volume']).toBe(`${rounded(volume)} kg`)
    const heaviest = recordOf('heaviest_weight')
    if (heaviest !== undefined) expect(records.Heaviest).toStartWith(`${hundredths(heaviest)} kg`)
  })

  test('Exercise: how the next sets were worked out', async () => {
    const path = '/api/recommendations/progression?exerciseId=barbell-back-squat'
    const [item] = (await read<Schemas['ProgressionReport']>(user, path)).items
    const { reasons, ifMissed } = item?.status === 'prescription' ? item : { reasons: [] }
    const [reason, ...others] = [...reasons, ...(ifMissed ? [ifMissed.text] : [])]
    expect(others).not.toBeEmpty()
    await openPage('exercise/barbell-back-squat', '.hero-num')
    await app.tap('How this was worked out')
    expect(await texts('.card:has(details .cues) .soft')).toContain(reason ?? '')
    expect(await texts('details[open] .cues li')).toEqual(others)
  })

  test('Exercise: the other figures of the chart, and the records by another formula', async () => {
    const choose = async (...names: readonly string[]) => {
      await app.tap('Chart options')
      for (const name of names) await app.tap(name)
      await app.tap('Close')
      await app.until(`document.querySelector('dialog[open]') === null`)
    }
    const range = `exerciseId=barbell-back-squat&from=${dayText(3000)}&to=${dayText(0)}`
    await openPage('exercise/barbell-back-squat', '.hero-num')
    const { points } = await read<Schemas['ExerciseProgress']>(user, `/api/analytics/progress?${range}`)
    const last = points.at(-1)
    await choose('Volume')
    expect((await texts('.hero-num'))[0]).toBe(`${rounded(last?.volumeLoad.value ?? 0)}kg`)
    expect((await texts('.card .badge')).filter((text) => text.endsWith('a week'))).toEqual([])
    await choose('Heaviest')
    expect((await texts('.hero-num'))[0]).toBe(`${tenths(last?.topSet?.load?.value ?? 0)}kg`)
    await choose('Total reps')
    expect((await texts('.hero-num'))[0]).toBe(`${last?.reps}reps`)
    await choose('Estimated 1RM', 'Brzycki')
    const byBrzycki = await read<Schemas['ExerciseProgress']>(
      user,
      `/api/analytics/progress?${range}&formula=brzycki`,
    )
    const value = tenths(byBrzycki.points.flatMap((point) => point.value ?? []).at(-1) ?? 0)
    await app.until(`document.querySelector('.hero-num').innerText.startsWith('${value}')`)
    expect(await app.value(`document.querySelectorAll('.chart .next').length`)).toBe(0)
    const { current } = await read<Schemas['ExerciseRecords']>(
      user,
      `/api/analytics/records?${range}&formula=brzycki`,
    )
    const best = current.find(({ kind }) => kind === 'best_one_rep_max')?.value ?? 0
    const records = await texts('.rows > div:has(.rec)')
    expect(records.find((text) => text.startsWith('Estimated 1RM'))).toEndWith(` ${tenths(best)} kg`)
    await choose('Epley')
    await app.until(`document.querySelectorAll('.chart .next').length === 1`)
  })

  test('Progress: the sets of each muscle, the load and the strength of exercises', async () => {
    await openPage('progress', '.bullet')
    await app.until(`document.querySelector('.spark') !== null`)
    const range = `from=${dayText(6)}&to=${dayText(0)}`
    const volume = await read<Schemas['VolumeReport']>(user, `/api/analytics/volume?${range}`)
    const direct = new Map(
      volume.muscles.map(({ muscle, directSets }) => [muscle.replaceAll('_', ' '), directSets]),
    )
    const otherwiseTrained = new Set([...trainedByCompounds].map((muscle) => muscle.replaceAll('_', ' ')))
    const bullets = await texts('.bullet')
    expect(bullets.length).toBeGreaterThan(10)
    for (const text of bullets) {
      const [, name = '', sets] = /^([A-Za-z ]+?) ([\d.,]+) sets/.exec(text) ?? []
      if (otherwiseTrained.has(name.toLowerCase())) continue
      expect({ name, sets }).toEqual({ name, sets: hundredths(direct.get(name.toLowerCase()) ?? 0) })
    }
    const { thisWeek, muscles } = await read<Schemas['TrainingSummary']>(user, '/api/analytics/summary')
    const states = Object.fromEntries(
      (await app.value(`[...document.querySelectorAll('.bullet')].map((bullet) => [
        bullet.firstChild.textContent.toLowerCase(), bullet.querySelector('.state').className.slice(6)])`)) as [
        string,
        string,
      ][],
    )
    for (const { muscle, zone } of muscles) {
      const name = muscle.replaceAll('_', ' ')
      expect({ name, state: states[name] || undefined }).toEqual({ name, state: zone && stateOf[zone] })
    }
    // By their direct sets alone, the muscles that compound lifts train would be above their range.
    for (const muscle of trainedByCompounds) {
      const { directSets = 0, landmarks } = muscles.find((week) => week.muscle === muscle) ?? {}
      expect(directSets).toBeGreaterThan(landmarks?.mrv ?? Number.POSITIVE_INFINITY)
      expect(states[muscle.replaceAll('_', ' ')]).not.toBe('over')
    }
    const [load] = await texts('.section:has(.bar) .t-l')
    expect(load?.replace(/\s/g, '')).toBe(
      thisWeek.volumeLoad.value >= 10_000 || load?.endsWith('t')
        ? `${tenths(thisWeek.volumeLoad.value / 1000)}t`
        : `${rounded(thisWeek.volumeLoad.value)}kg`,
    )
    const links = (await app.value(
      `[...document.querySelectorAll('a:has(.spark)')].map((link) => [link.hash.split('/').pop(), link.querySelector('.val').innerText])`,
    )) as [string, string][]
    expect(links.length).toBeGreaterThan(3)
    for (const [exerciseId, text] of links) {
      const progress = await read<Schemas['ExerciseProgress']>(
        user,
        `/api/analytics/progress?exerciseId=${exerciseId}`,
      )
      expect(text).toBe(`${tenths(progress.points.at(-1)?.value ?? 0)}kg`)
    }
  })

  test('Progress: the weekly sets of four weeks, the load, and the points of the total', async () => {
    await openPage('progress', '.bullet')
    await app.tap('4 weeks')
    const range = `from=${dayText(27)}&to=${dayText(0)}`
    const volume = await read<Schemas['VolumeReport']>(user, `/api/analytics/volume?${range}`)
    const direct = new Map(volume.muscles.map(({ muscle, directSets }) => [muscle, directSets / 4]))
    const bullets = await texts('.bullet')
    for (const muscle of ['chest', 'quads', 'biceps'] as const) {
      const [text] = bullets.filter((bullet) => bullet.toLowerCase().startsWith(muscle))
      expect(text).toContain(` ${tenths(direct.get(muscle) ?? 0)} sets`)
    }
    await app.tap('7 days')
    const today = (
      await read<Schemas['TrainingLoadReport']>(
        user,
        `/api/analytics/load?from=${dayText(0)}&to=${dayText(0)}`,
      )
    ).days.at(-1)
    await app.until(`document.body.innerText.includes('Of your usual load')`)
    expect(await stats()).toMatchObject({
      'Last 7 days': rounded(today?.week?.sum ?? 0),
      'Of your usual load': `${rounded((today?.acuteChronic?.ratio ?? 0) * 100)}%`,
    })
    await app.tap('Female')
    await app.until(`document.querySelector('main').innerText.includes('Wilks')`)
    await app.until(`JSON.parse(localStorage['replog.settings']).unsent.length === 0`)
    const { estimated, lifted } = await read<Schemas['StrengthReport']>(user, '/api/analytics/strength')
    expect(await stats()).toMatchObject({
      'Estimated total': `${tenths(estimated?.total.value ?? 0)}kg`,
      DOTS: tenths(estimated?.dots ?? 0),
      Wilks: tenths(estimated?.wilks ?? 0),
    })
    const heaviest = (await texts('main p')).filter((text) => text.startsWith('Heaviest lifted'))
    expect(heaviest).toEqual([
      `Heaviest lifted: ${tenths(lifted?.total.value ?? 0)} kg · DOTS ${tenths(lifted?.dots ?? 0)}`,
    ])
  })

  test('Progress: every exercise that was logged leads to its page', async () => {
    await openPage('progress', '.bullet')
    await app.tap('All lifts')
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=200')
    const logged = new Set(items.flatMap(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId)))
    await app.until(
      `document.querySelectorAll('a[href^="#/exercise/"]:not(:has(.spark))').length === ${logged.size}`,
    )
    await app.tap('Main lifts')
  })
})
