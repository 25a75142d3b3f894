import { describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { dayMs } from '#training/day-ms.ts'
import { type Import, importAll, strongFile, upload } from './import-file.ts'

const app = await testApp()
const bench = 'Bench Press (Barbell)'
const file = strongFile(
  ['2024-03-01', bench, 1],
  ['2024-03-01', bench, 2],
  ['2024-03-03', 'Odd Thing (Cable)', 1],
)

test('a dry run reports what a file would add and writes nothing', async () => {
  const ada = await app.register()
  const dry = await upload(app, ada, file, { unit: 'kg', timezone: 'Europe/Berlin' })
  expect(dry.status, dry.text).toBe(201)
  const report = dry.json<Import>()
  expect(dry.headers.get('location')).toBe(`/api/imports/${report.id}`)
  expect(report).toMatchObject({
    status: 'pending',
    format: 'strong',
    timeZone: 'Europe/Berlin',
    weightUnit: { unit: 'kg', basis: 'given', ask: false },
    days: { from: '2024-03-01', to: '2024-03-03' },
    rows: 3,
    workouts: { found: 2, new: 2, duplicates: 0 },
    sets: { found: 3, new: 3, duplicates: 0 },
    exercises: [
      { name: bench, sets: 2, exerciseId: 'barbell-bench-press' },
      { name: 'Odd Thing (Cable)', sets: 1, certainty: 'new', newExercise: { equipment: 'cable' } },
    ],
  })
  expect((await ada.send('GET', `/api/imports/${report.id}`)).json<Import>()).toEqual(report)
  expect((await ada.send('GET', '/api/workouts')).json<unknown>()).toEqual({ items: [] })
})

test('the report on a file without units asks for the unit', async () => {
  const report = (await upload(app, await app.register(), file)).json<Import>()
  expect(report.weightUnit).toMatchObject({ basis: 'guess', ask: true })
})

test('valid rows are accepted, and invalid rows are listed with their lines', async () => {
  const invalidFile = file.replace('65,8,0', 'heavy,8,0')
  const report = (await upload(app, await app.register(), invalidFile)).json<Import>()
  expect(report).toMatchObject({ rows: 3, skippedRows: 1, sets: { found: 2 } })
  expect(report.problems).toContainEqual(
    expect.objectContaining({ line: 3, code: 'invalid_number', effect: 'row_skipped' }),
  )
})

test('a set that is probably a typing error is listed and imported unchanged', async () => {
  const days = [1, 4, 7, 10, 13].map((day) => [`2024-03-${String(day).padStart(2, '0')}`, bench, 2] as const)
  const withoutTypo = strongFile(...days, ['2024-03-16', bench, 3])
  const lines = withoutTypo.trimEnd().split('\n')
  const withTypo = [...lines.slice(0, -1), lines.at(-1)?.replace(',67.5,8,', ',675,8,')].join('\n')
  const report = (await upload(app, await app.register(), withTypo, { unit: 'kg' })).json<Import>()
  expect(report.problems).toContainEqual({
    line: 7,
    code: 'unlikely_value',
    effect: 'kept',
    message: expect.stringContaining("675 kg × 8 doesn't fit"),
  })
  expect(report).toMatchObject({ sets: { new: 6 } })
})

describe('an unreadable file is rejected with the reason and writes nothing', () => {
  test.each([
    ['an empty file', '', 'file_empty'],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]), 'file_binary'],
    ['an unknown format', 'a,b,c\n1,2,3\n', 'file_unknown_format'],
    ['broken JSON', '{"format": "replog", ', 'file_malformed_json'],
    ['an unknown version', '{"format": "replog", "version": 99}', 'file_unsupported_version'],
  ] as const)('%s', async (_, content, code) => {
    const ada = await app.register()
    const before = await stateOf(app.db)
    const rejected = await upload(app, ada, content)
    expect(rejected.status, rejected.text).toBe(422)
    expect(rejected.json<unknown>()).toMatchObject({ errors: [{ pointer: '/file', code }] })
    expect(await stateOf(app.db)).toBe(before)
  })
})

describe('a form that does not match the contract is rejected', () => {
  test('a file of more than 20 MiB', async () => {
    const rejected = await upload(app, await app.register(), new Uint8Array(20 * 1024 * 1024 + 1))
    expect(rejected.status).toBe(413)
  })

  test.each([
    ['an unknown part', { surprise: '1' }, { pointer: '/surprise', code: 'unknown_field' }],
    ['an unknown time zone', { timezone: 'Mars/Olympus' }, { pointer: '/timezone', code: 'format' }],
    ['an unknown unit', { unit: 'stone' }, { pointer: '/unit', code: 'enum' }],
  ])('%s', async (_, fields, error) => {
    const rejected = await upload(app, await app.register(), file, fields)
    expect([rejected.status, rejected.json<unknown>()]).toMatchObject([422, { errors: [error] }])
  })

  test('a string instead of the file, or no file', async () => {
    const ada = await app.register()
    const send = (parts: string) =>
      ada.send('POST', '/api/imports', {
        raw: `${parts}--x--\r\n`,
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      })
    const text = await send('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n')
    expect(text.json<unknown>()).toMatchObject({ errors: [{ pointer: '/file', code: 'type' }] })
    const withoutFile = await send('--x\r\nContent-Disposition: form-data; name="unit"\r\n\r\nkg\r\n')
    expect(withoutFile.json<unknown>()).toMatchObject({ errors: [{ pointer: '/file', code: 'required' }] })
  })

  test.each([
    ['JSON', 'application/json', 415],
    ['a form without a boundary', 'multipart/form-data', 415],
    ['something other than a form', 'multipart/form-data; boundary=x', 400],
  ])('%s', async (_, type, status) => {
    const ada = await app.register()
    const rejected = await ada.send('POST', '/api/imports', { raw: '{}', headers: { 'Content-Type': type } })
    expect(rejected.status).toBe(status)
  })
})

test('a sixth pending import discards the oldest', async () => {
  const ada = await app.register()
  const ids: string[] = []
  for (let count = 0; count < 6; count++) ids.push((await upload(app, ada, file)).json<Import>().id)
  const responses = await Promise.all(ids.map((id) => ada.send('GET', `/api/imports/${id}`)))
  expect(responses.map(({ status }) => status)).toEqual([404, 200, 200, 200, 200, 200])
})

test('existing workouts are reported', async () => {
  const ada = await app.register()
  await importAll(app, ada, file)
  const newer = file + strongFile(['2024-03-05', bench, 1]).split('\n')[1]
  const report = (await upload(app, ada, newer)).json<Import>()
  expect(report.workouts).toEqual({ found: 3, new: 1, duplicates: 2 })
  expect(report.duplicates.map(({ changed }) => changed)).toEqual([false, false])
})

test('an ambiguous name has candidates, and a commit can map it to one of them', async () => {
  const ada = await app.register()
  const kickback = strongFile(['2024-03-01', 'Cable Kickback', 1])
  const { id, exercises } = (await upload(app, ada, kickback)).json<Import>()
  expect(exercises).toMatchObject([
    {
      certainty: 'new',
      candidates: [{ exerciseId: 'cable-glute-kickback' }, { exerciseId: 'cable-triceps-kickback' }],
    },
  ])
  const mappings = [{ name: 'Cable Kickback', exerciseId: 'cable-triceps-kickback' }]
  const committed = await ada.send('POST', `/api/imports/${id}/commit`, { body: { mappings } })
  expect(committed.json<Import>()).toMatchObject({ committed: { exercises: 0 } })
})

test('at most 200 existing workouts are listed', async () => {
  const ada = await app.register()
  const start = Date.parse('2023-01-01')
  const days = Array.from({ length: 201 }, (_, day) => new Date(start + day * dayMs).toISOString())
  const longFile = strongFile(...days.map((day) => [day.slice(0, 10), bench, 1] as const))
  await importAll(app, ada, longFile, { unit: 'kg' })
  const second = (await upload(app, ada, longFile)).json<Import>()
  expect(second.workouts).toEqual({ found: 201, new: 0, duplicates: 201 })
  expect(second.duplicates).toHaveLength(200)
})
