import { describe, expect, test } from 'bun:test'
import { pendingLifetimeMs } from '#db/imports/imports.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { problemOf } from '../training.ts'
import { type Import, upload } from './import-file.ts'

type WorkoutList = Schemas['WorkoutList']

const app = await testApp()
const header =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'

/** A Strong file with valid rows on lines 2 and 4, and another row in between. */
function fileWithRow(row: string): string {
  const validRow = (set: number) =>
    `2024-03-01 18:00:00,"Push",1h,"Bench Press (Barbell)",${set},60,8,0,0,"",,8`
  return `${[header, validRow(1), row, validRow(3)].join('\n')}\n`
}

const rowWith = (figures: string, date = '2024-03-01 18:00:00') =>
  `${date},"Push",1h,"Bench Press (Barbell)",2,${figures},0,0,"",,8`

describe('in an imported file', () => {
  test.each([
    ['a weight above 5,000', rowWith('5001,8'), 'out_of_range', 'Weight'],
    ['a weight that is a word', rowWith('heavy,8'), 'invalid_number', 'Weight'],
    ['February 30', rowWith('65,8', '2024-02-30 18:00:00'), 'invalid_date', 'Date'],
    ['the hour 25', rowWith('65,8', '2024-03-01 25:00:00'), 'invalid_date', 'Date'],
    ['a missing date', rowWith('65,8', ''), 'missing_value', 'Date'],
    [
      'a formula instead of an exercise',
      rowWith('65,8').replace('Bench Press (Barbell)', '=1+1'),
      'formula',
      'Exercise Name',
    ],
    ['a formula instead of a number', rowWith('=1+1,8'), 'formula', 'Weight'],
    [
      'one column too few',
      '2024-03-01 18:00:00,"Push",1h,"Bench Press (Barbell)",2,65,8',
      'column_count',
      undefined,
    ],
    ['one column too many', `${rowWith('65,8')},9`, 'column_count', undefined],
  ])('%s is listed with line and reason, and only its row is not imported', async (_, row, code, field) => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    const dry = await upload(app, ada, fileWithRow(row))
    expect(dry.status, dry.text).toBe(201)
    const report = dry.json<Import>()
    expect(report).toMatchObject({ rows: 3, skippedRows: 1, problemCount: 1, sets: { found: 2, new: 2 } })
    expect(report.problems).toMatchObject([{ line: 3, code, effect: 'row_skipped', ...(field && { field }) }])
    expect(report.problems[0]?.message).not.toBe('')
    expect((await ada.send('GET', '/api/workouts')).json<WorkoutList>().items).toEqual([])
    expect(withoutImports(await stateOf(app.db))).toEqual(withoutImports(before))
    const committed = await ada.send('POST', `/api/imports/${report.id}/commit`)
    expect(committed.json<Import>().committed).toMatchObject({ workouts: 1, sets: 2 })
  })

  test.each([
    ['1e9 reps', rowWith('65,1e9'), 'out_of_range'],
    ['a fractional rep', rowWith('65,8.5'), 'invalid_number'],
  ])('a set with %s is imported without its reps', async (_, row, code) => {
    const ada = await app.register()
    const report = (await upload(app, ada, fileWithRow(row))).json<Import>()
    expect(report).toMatchObject({ rows: 3, skippedRows: 0, sets: { found: 3, new: 3 } })
    expect(report.problems).toMatchObject([{ line: 3, field: 'Reps', code, effect: 'value_dropped' }])
    const committed = await ada.send('POST', `/api/imports/${report.id}/commit`)
    expect(committed.json<Import>().committed).toMatchObject({ workouts: 1, sets: 3 })
  })

  test('a negative weight becomes assistance', async () => {
    const ada = await app.register()
    const row = rowWith('-20,8').replace('Bench Press (Barbell)', 'Pull Up')
    const { id } = (await upload(app, ada, fileWithRow(row), { unit: 'kg' })).json<Import>()
    await ada.send('POST', `/api/imports/${id}/commit`)
    const [workout] = (await ada.send('GET', '/api/workouts')).json<WorkoutList>().items
    expect(workout?.exercises[1]?.sets).toMatchObject([{ assistance: { value: 20, unit: 'kg' }, reps: 8 }])
  })

  test('the date order of the upload also applies to the commit', async () => {
    const ada = await app.register()
    const file = fileWithRow(rowWith('65,8')).replaceAll('2024-03-01', '3/1/2024')
    const report = (await upload(app, ada, file, { dayOrder: 'dmy' })).json<Import>()
    expect(report).toMatchObject({ dayOrder: 'dmy', days: { from: '2024-01-03', to: '2024-01-03' } })
    await ada.send('POST', `/api/imports/${report.id}/commit`)
    const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
    expect(items.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual(['2024-01-03'])
  })

  test('an unclosed quote affects only its own row', async () => {
    const file = fileWithRow('2024-03-01 18:00:00,"Push,1h,"Bench Press (Barbell)",2,65,8,0,0,"",,8')
    const report = (await upload(app, await app.register(), file)).json<Import>()
    expect(report).toMatchObject({ skippedRows: 1, sets: { found: 2 }, problems: [{ line: 3 }] })
  })

  test('only the last row is skipped if the file ends inside a quote', async () => {
    const file = fileWithRow(rowWith('65,8')).trimEnd()
    const truncated = file.slice(0, file.lastIndexOf('"Bench') + 4)
    const report = (await upload(app, await app.register(), truncated)).json<Import>()
    expect(report).toMatchObject({ skippedRows: 1, sets: { found: 2 } })
    expect(report.problems).toMatchObject([{ line: 4, code: 'quote_not_closed' }])
  })

  test('a workout name that is a formula is imported as text and escaped in exports', async () => {
    const ada = await app.register()
    const file = fileWithRow(rowWith('65,8').replace('"Push"', `"=HYPERLINK(""http://evil"")"`))
    const { id } = (await upload(app, ada, file)).json<Import>()
    await ada.send('POST', `/api/imports/${id}/commit`)
    const exported = (await ada.send('GET', '/api/exports/workouts?format=strong')).text
    expect(exported).toContain(`"'=HYPERLINK(`)
    const { items } = (await ada.send('GET', '/api/workouts')).json<WorkoutList>()
    expect(items.map(({ name }) => name).toSorted()).toEqual(['=HYPERLINK("http://evil")', 'Push'])
  })
})

/** The tables, except for the one to which a dry run writes. */
function withoutImports(state: string): unknown {
  const tables: [string, unknown[]][] = JSON.parse(state)
  return tables.filter(([name]) => name !== 'imports')
}

describe('a file is rejected without being quoted, and nothing is written, if it is', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  test.each([
    ['an unknown format', 'Tag,Hebung,Kilo\n1,2,3\n', 'file_unknown_format'],
    ['prose', 'Dear Ada, here is my log.', 'file_unknown_format'],
    ['other JSON', '{"secret": 1}', 'file_unknown_format'],
    ['an empty file', '', 'file_empty'],
    ['blank lines', '\n\r\n \n', 'file_empty'],
    ['a picture', png, 'file_binary'],
    [
      'ambiguous dates',
      fileWithRow(rowWith('65,8')).replaceAll('2024-03-01', '3/1/2024'),
      'file_ambiguous_dates',
    ],
    ['truncated JSON', '{"format":"replog","version":1,"user":{"secret', 'file_malformed_json'],
    ['a later version', '{"format":"replog","version":"secret"}', 'file_unsupported_version'],
  ] as const)('%s', async (_, content, code) => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    const response = await upload(app, ada, content)
    expect(problemOf(response)).toEqual([422, 'validation_failed', `/file ${code}`])
    expect(response.text).not.toMatch(/secret|Hebung|Kilo|Dear/)
    expect(await stateOf(app.db)).toBe(before)
  })

  test('2,000,000 rows long, which takes little memory', async () => {
    const ada = await app.register()
    const rows = `Date,Exercise,Category\n${'2024-1-1,\n'.repeat(2_000_000)}`
    const file = new TextEncoder().encode(rows)
    expect(file.byteLength).toBeLessThan(20 * 1024 * 1024)
    const before = await stateOf(app.db)
    Bun.gc(true)
    const memoryBefore = process.memoryUsage.rss()
    const response = await upload(app, ada, file)
    // Several copies of the file are in memory: the test's, the form's and the reader's.
    expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(300 * 1024 * 1024)
    expect(problemOf(response)).toEqual([422, 'validation_failed', '/file file_too_many_rows'])
    expect(await stateOf(app.db)).toBe(before)
  })

  test('larger than 20 MiB, with 413', async () => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    const response = await upload(app, ada, new Uint8Array(20 * 1024 * 1024 + 1))
    expect(problemOf(response)).toEqual([413, 'content_too_large'])
    expect(await stateOf(app.db)).toBe(before)
  })
})

describe('an import', () => {
  const file = fileWithRow(rowWith('65,8'))

  test('that is pending for more than 24 hours gets 404', async () => {
    const separateApp = await testApp()
    const ada = await separateApp.register()
    const { id, expiresAt, createdAt } = (await upload(separateApp, ada, file)).json<Import>()
    expect(Date.parse(expiresAt ?? '') - Date.parse(createdAt)).toBe(pendingLifetimeMs)
    separateApp.clock.now += pendingLifetimeMs + 1
    const login = await separateApp.send('POST', '/api/auth/login', {
      body: { email: ada.email, password: 'gravel teapot eleven moons' },
    })
    const { accessToken: token } = login.json<Schemas['Tokens']>()
    const before = await stateOf(separateApp.db)
    expect((await separateApp.send('GET', `/api/imports/${id}`, { token })).status).toBe(404)
    const commit = await separateApp.send('POST', `/api/imports/${id}/commit`, { token })
    expect(problemOf(commit)).toEqual([404, 'not_found'])
    expect(await stateOf(separateApp.db)).toBe(before)
  })

  test('of another user gets 404 when it is read, committed or undone', async () => {
    const [ada, eve] = [await app.register(), await app.register()]
    const { id } = (await upload(app, ada, file)).json<Import>()
    const before = await stateOf(app.db)
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/commit'],
      ['DELETE', ''],
    ] as const) {
      const response = await eve.send(method, `/api/imports/${id}${path}`)
      expect(problemOf(response)).toEqual([404, 'not_found'])
    }
    expect(await stateOf(app.db)).toBe(before)
    expect((await ada.send('POST', `/api/imports/${id}/commit`)).status).toBe(200)
  })

  test('that is undone twice returns the same response and changes nothing the second time', async () => {
    const ada = await app.register()
    const { id } = (await upload(app, ada, file)).json<Import>()
    await ada.send('POST', `/api/imports/${id}/commit`)
    const first = await ada.send('DELETE', `/api/imports/${id}`)
    const before = await stateOf(app.db)
    const second = await ada.send('DELETE', `/api/imports/${id}`)
    expect([second.status, second.text]).toEqual([200, first.text])
    expect(await stateOf(app.db)).toBe(before)
    expect(problemOf(await ada.send('POST', `/api/imports/${id}/commit`))).toEqual([409, 'conflict'])
  })
})
