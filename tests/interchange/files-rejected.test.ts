import { describe, expect, test } from 'bun:test'
import { maxFileBytes } from '#interchange/file-text.ts'
import { maxExerciseNames, maxRows, maxWorkouts } from '#interchange/limits.ts'
import { ImportFileError } from '#interchange/model.ts'
import { readLog } from '#interchange/read-log.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { dayMs } from '#training/day-ms.ts'
import { hevyKg, read, strongPlain } from './files.ts'

async function fileErrorOf(file: Uint8Array | string): Promise<ImportFileError> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const error = await rejectionOf(readLog(bytes, { timeZone: 'UTC' }))
  if (error instanceof ImportFileError) return error
  throw error
}

describe('a file is rejected if it is', () => {
  test('empty or blank', async () => {
    for (const text of ['', ' \r\n\n', '\ufeff']) expect((await fileErrorOf(text)).code).toBe('empty')
  })

  test('binary, an archive or a database', async () => {
    for (const start of [
      [0x50, 0x4b, 3, 4],
      [0x1f, 0x8b],
      [0x41, 0, 0x42],
    ])
      expect((await fileErrorOf(new Uint8Array([...start, 1, 2, 3]))).code).toBe('binary')
    expect((await fileErrorOf('SQLite format 3')).message).toContain('export the workouts as CSV')
  })

  test('of an unknown format, with a message that names known formats and missing columns but doesn’t quote the file', async () => {
    const error = await fileErrorOf('Tag,Hebung,Kilo\n2024-01-01,Kniebeuge,100\n')
    expect(error).toMatchObject({ code: 'unknown_format', line: 1 })
    for (const app of ['Strong', 'Hevy', 'FitNotes', 'Replog']) expect(error.message).toContain(app)
    expect(error.message).not.toMatch(/Tag|Hebung|Kilo|lacks/)
    const closeToStrong = await fileErrorOf('Date,Exercise Name,Secret,Weight\n2024-01-01,Squat,1,100\n')
    expect(closeToStrong.message).toContain('It is closest to Strong, but lacks "set order".')
    expect(closeToStrong.message).not.toContain('Secret')
    expect((await fileErrorOf('{"a":1}')).code).toBe('unknown_format')
    expect((await fileErrorOf('plain words')).code).toBe('unknown_format')
  })

  test('broken JSON, or an export of a later version', async () => {
    const broken = await fileErrorOf('{"format":"replog", secret')
    expect(broken.code).toBe('malformed_json')
    expect(broken.message).not.toContain('secret')
    const later = await fileErrorOf('{"format":"replog","version":"secret"}')
    expect(later.code).toBe('unsupported_version')
    expect(later.message).not.toContain('secret')
  })

  test('of 2,000,000 rows, before most of them have been read', async () => {
    const [header = '', row = ''] = fitNotesRows
    const error = await fileErrorOf(header + row.repeat(2_000_000))
    expect(error.code).toBe('too_many_rows')
    expect(error.message).toContain(`${maxRows}`)
    expect(error.line).toBeGreaterThan(maxRows)
    expect(error.line).toBeLessThan(maxRows + 10_000)
  })

  test('of few rows that stand for too many sets', async () => {
    const row = (sets: number) => `2026-08-04,Squat,Legs,100.0,kgs,5,${sets}\n`
    const header = 'Date,Exercise,Category,Weight,Weight Unit,Reps,Sets\n'
    const error = await fileErrorOf(header + row(100).repeat(1100))
    expect(error).toMatchObject({ code: 'too_many_rows' })
    expect((await read(header + row(3))).workouts[0]?.exercises[0]?.sets).toHaveLength(3)
  })

  test('JSON with more items than the maximum number of rows', async () => {
    const items = `[${'0,'.repeat(maxRows)}0]`
    const error = await fileErrorOf(
      `{"format":"replog","version":1,"exercises":[],"workouts":[],"measurements":${items}}`,
    )
    expect(error.code).toBe('too_many_rows')
  })

  test('larger than 20 MiB', async () => {
    expect((await fileErrorOf(new Uint8Array(20 * 1024 * 1024 + 1))).code).toBe('too_large')
  })

  test('a log of too many workouts', async () => {
    const rows = Array.from({ length: maxWorkouts + 1 }, (_, day) => {
      const date = new Date(day * dayMs).toISOString().slice(0, 10)
      return `${date},Squat,Legs,1\n`
    })
    const error = await fileErrorOf(`Date,Exercise,Category,Reps\n${rows.join('')}`)
    expect(error).toMatchObject({ code: 'too_many_workouts', line: maxWorkouts + 2 })
  })

  test('a log with dates in which day and month are ambiguous', async () => {
    const file = strongPlain.replaceAll('2021-07-09 18:00:00', '07/09/2021 18:00')
    const error = await fileErrorOf(file.replaceAll('2021-07-11 09:30:00', '07/11/2021 9:30'))
    expect(error.code).toBe('ambiguous_dates')
    expect(error.message).toContain('dayOrder')
  })

  test('a list of too many exercises', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `2024-01-01,Exercise ${index},Legs,1\n`)
    expect((await fileErrorOf(`Date,Exercise,Category,Reps\n${rows.join('')}`)).code).toBe(
      'too_many_exercises',
    )
  })
})

const fitNotesRows = ['Date,Exercise,Category\n', '2024-1-1,\n']

test('the contract states the limits of a file', async () => {
  const contract = (await Bun.file('openapi.yaml').text()).replaceAll(/\s+/g, ' ')
  const bytes = `${maxFileBytes / 1024 / 1024} MiB`
  const [rows, workouts, names] = [maxRows, maxWorkouts, maxExerciseNames].map((limit) =>
    limit.toLocaleString('en'),
  )
  expect(contract).toContain(
    `The maximum is ${bytes}, ${rows} rows, ${workouts} workouts and ${names} exercise names.`,
  )
})

test('a byte order mark and carriage returns are ignored', async () => {
  const plain = await read(hevyKg)
  const withMark = await read(`\ufeff${hevyKg.replaceAll('\n', '\r\n')}`)
  expect(withMark.workouts).toEqual(plain.workouts)
})

test('an unknown time zone is an error', async () => {
  expect(await rejectionOf(read(strongPlain, { timeZone: 'Europe/Atlantis' }))).toBeInstanceOf(RangeError)
})

test('reading stops when its signal aborts', async () => {
  expect(
    await rejectionMessageOf(read(strongPlain, { signal: AbortSignal.abort(new Error('gone')) })),
  ).toContain('gone')
})

test('a file with too many rows is read only up to the limit', async () => {
  const rows = 4 * maxRows
  const file = new TextEncoder().encode(`Date,Exercise,Category\n${'2024-1-1,\n'.repeat(rows)}`)
  const progress: number[] = []
  const reading = readLog(file, { timeZone: 'UTC', onProgress: (fraction) => progress.push(fraction) })
  expect(await rejectionOf(reading)).toBeInstanceOf(ImportFileError)
  expect(progress.at(-1)).toBeGreaterThan(0.1)
  expect(progress.at(-1)).toBeLessThan(0.13)
})
