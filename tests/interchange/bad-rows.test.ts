import { describe, expect, test } from 'bun:test'
import { fitNotesNew, hevyKg, read, strongPlain } from './files.ts'

const header =
  'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;Distance;Distance Unit;Seconds;Notes\n'
const validRow = '2024-02-01 10:00:00;A;Squat (Barbell);1;100;kg;5;;;;\n'

async function problemsOf(row: string) {
  const log = await read(`${header}${validRow}${row}\n`)
  expect(log.workouts).toHaveLength(1)
  expect(log.workouts[0]?.exercises[0]?.sets[0]).toMatchObject({ line: 2, reps: 5 })
  expect(log.rows).toBe(2)
  return log.problems
}

describe('only this row is skipped, and reported by its line and reason, if it has', () => {
  test.each([
    ['too much weight', '2024-02-01 10:00:00;A;Squat (Barbell);2;5001;kg;5;;;;', 'Weight', 'out_of_range'],
    [
      'a word instead of a weight',
      '2024-02-01 10:00:00;A;Squat (Barbell);2;heavy;kg;5;;;;',
      'Weight',
      'invalid_number',
    ],
    ['a duration of more than a day', '2024-02-01 10:00:00;A;Plank;1;;;;;;86401;', 'Seconds', 'out_of_range'],
    ['a date that does not exist', '2023-02-29 10:00:00;A;Squat;2;100;kg;5;;;;', 'Date', 'invalid_date'],
    ['an hour that does not exist', '2024-02-01 24:30:00;A;Squat;2;100;kg;5;;;;', 'Date', 'invalid_date'],
    ['no date', ';A;Squat;2;100;kg;5;;;;', 'Date', 'missing_value'],
    ['no exercise', '2024-02-01 10:00:00;A; ;2;100;kg;5;;;;', 'Exercise Name', 'missing_value'],
    ['an unknown set order', '2024-02-01 10:00:00;A;Squat;X;100;kg;5;;;;', 'Set Order', 'unknown_set_type'],
    ['an unknown unit', '2024-02-01 10:00:00;A;Squat;2;100;stone;5;;;;', 'Weight Unit', 'unknown_unit'],
    ['a formula instead of a number', '2024-02-01 10:00:00;A;Squat;2;=1+1;kg;5;;;;', 'Weight', 'formula'],
    [
      'a formula instead of a name',
      '2024-02-01 10:00:00;A;=HYPERLINK("x");2;1;kg;5;;;;',
      'Exercise Name',
      'formula',
    ],
  ])('%s', async (_, row, field, code) => {
    expect(await problemsOf(row)).toMatchObject([{ line: 3, field, code, effect: 'row_skipped' }])
  })

  test('too few columns, or too many', async () => {
    expect(await problemsOf('2024-02-01 10:00:00;A;Squat')).toMatchObject([{ line: 3, code: 'column_count' }])
    expect(await problemsOf(`${validRow.trim()};x`)).toMatchObject([{ line: 3, code: 'column_count' }])
  })

  test('a rest before the first set', async () => {
    const [problem] = await problemsOf('2024-02-01 10:00:00;A;Plank;Rest Timer;;;;;;60;')
    expect(problem).toMatchObject({ line: 3, code: 'no_set_before', effect: 'row_skipped' })
  })
})

test('every problem of a row is reported, but the row counts once', async () => {
  const log = await read(`${header}2024-02-30 10:00:00;A;Squat;2;5001;stone;5;;;;\n`)
  expect(log.problems.map(({ code }) => code)).toEqual(['invalid_date', 'out_of_range'])
  expect(log).toMatchObject({ rows: 1, skippedRows: 1, problemCount: 2, workouts: [] })
})

describe('a value is dropped and the rest of its row is read if it is', () => {
  test('an RPE off the scale', async () => {
    const log = await read(hevyKg.replace('9.5', '4.2'))
    expect(log.problems).toMatchObject([
      { line: 3, field: 'rpe', code: 'rpe_off_scale', effect: 'value_dropped' },
    ])
    expect(log.workouts[1]?.exercises[0]?.sets[1]).toMatchObject({ reps: 10 })
    expect(log.workouts[1]?.exercises[0]?.sets[1]?.rpe).toBeUndefined()
  })

  test.each([
    ['an RPE that is not a number', '2;100;kg;5;@9;;;;', 'RPE', 'invalid_number'],
    ['half a rep', '2;100;kg;8.5;;;;;', 'Reps', 'invalid_number'],
    ['1e9 reps', '2;100;kg;1e9;;;;;', 'Reps', 'out_of_range'],
    ['a negative number of reps', '2;100;kg;-5;;;;;', 'Reps', 'negative'],
    ['a distance that is the word null', '2;100;kg;5;;null;;;', 'Distance', 'invalid_number'],
    ['a distance in leagues', '2;100;kg;5;;3;leagues;;', 'Distance', 'unknown_unit'],
    ['seconds in words', '2;100;kg;5;;;;a minute;', 'Seconds', 'invalid_number'],
    ['a formula instead of reps', '2;100;kg;=5;;;;;', 'Reps', 'formula'],
  ])('%s', async (_, cells, field, code) => {
    const log = await read(
      `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes\n2024-02-01 10:00:00;A;Squat (Barbell);${cells}\n`,
    )
    expect(log.problems).toMatchObject([{ line: 2, field, code, effect: 'value_dropped' }])
    expect(log.skippedRows).toBe(0)
    const [set] = log.workouts[0]?.exercises[0]?.sets ?? []
    expect(set).toMatchObject({ weight: { value: 100, unit: 'kg' } })
    expect(set?.reps).toBe(field === 'Reps' ? undefined : 5)
  })

  test('an invalid end of a workout, which is reported once', async () => {
    const log = await read(hevyKg.replaceAll('15 Dez. 2025, 09:13', 'soon'))
    expect(log.problems).toMatchObject([{ line: 2, field: 'end_time', effect: 'value_dropped' }])
    expect(log.workouts[1]?.exercises).toHaveLength(3)
  })

  test('an end before the start', async () => {
    const log = await read(hevyKg.replaceAll('09:13', '06:00'))
    expect(log.problems).toMatchObject([{ line: 2, code: 'end_before_start', effect: 'value_dropped' }])
    expect(log.workouts[1]?.endedAt).toBeUndefined()
  })
})

test('a row is skipped entirely if its only figure is invalid', async () => {
  expect(await problemsOf('2024-02-01 10:00:00;A;Squat;2;;;8.5;;;;')).toMatchObject([
    { line: 3, field: 'Reps', code: 'invalid_number', effect: 'row_skipped' },
  ])
})

describe('text', () => {
  test('a formula in notes is read as plain text', async () => {
    const log = await read(fitNotesNew.replace('"easy"', '"=cmd|x"'))
    expect(log.workouts[0]?.exercises[0]?.sets[1]?.notes).toBe('=cmd|x')
    expect(log.problems).toMatchObject([{ line: 3, code: 'formula', effect: 'kept' }])
  })

  test('names are shortened to one line of 200 characters, and notes to 10,000 characters', async () => {
    const log = await read(
      `${header}2024-02-01 10:00:00;"${'n'.repeat(300)}";"Front\n Squat";1;1;kg;5;;;;"${'💪'.repeat(10_001)}"\n`,
    )
    const [workout] = log.workouts
    expect(workout?.name).toHaveLength(200)
    expect(workout?.exercises[0]?.name).toBe('Front Squat')
    expect([...(workout?.exercises[0]?.sets[0]?.notes ?? '')]).toHaveLength(10_000)
    expect(log.problems.map(({ code }) => code)).toEqual(['text_shortened', 'text_shortened'])
  })
})

describe('a quote', () => {
  test('inside a string is part of it', async () => {
    const log = await read(strongPlain.replace('"Leg Extension', '"Leg "Extension'))
    expect(log.problemCount).toBe(0)
    expect(log.exercises.map(({ name }) => name)).toContain('Leg "Extension (Machine)')
  })

  test('that is never closed invalidates only its row', async () => {
    const log = await read(strongPlain.replace('"Leg Extension (Machine)"', '"Leg Extension (Machine)'))
    expect(log.problems[0]).toMatchObject({ line: 4, effect: 'row_skipped' })
    expect(log.workouts).toHaveLength(2)
    expect(log.skippedRows).toBe(1)
  })

  test('that is still open at the end of the file is reported with the line on which it opens', async () => {
    const log = await read(`${strongPlain}2021-07-12 09:30:00,"Pull`)
    expect(log.problems).toMatchObject([{ line: 7, code: 'quote_not_closed', effect: 'row_skipped' }])
    expect(log.workouts).toHaveLength(2)
  })

  test('that is closed only by a quote in a later row invalidates only its row', async () => {
    const withStrayQuote = fitNotesNew.replace(
      '2026-08-04,Lat Pulldown,Back,35.0',
      '2026-08-04,"Lat Pulldown,Back,35.0',
    )
    const log = await read(withStrayQuote)
    expect(log.problems).toMatchObject([{ line: 2, effect: 'row_skipped' }])
    expect(log.workouts.flatMap(({ exercises }) => exercises.flatMap(({ sets }) => sets))).toHaveLength(3)
  })

  test('that a stray quote in a later row closes invalidates only its row', async () => {
    const file = fitNotesNew.replace('Back,35.0', 'Back,"35.0').replace('"easy"', 'easy"')
    const log = await read(file)
    expect(log.problems).toMatchObject([{ line: 2, effect: 'row_skipped' }])
    expect(log.workouts[0]?.exercises[0]?.sets).toMatchObject([{ line: 3, reps: 8, notes: 'easy"' }])
  })

  test('that means inches is part of the text', async () => {
    const log = await read(fitNotesNew.replace('Lat Pulldown,Back,37.5', '12" Box Jump,Legs,37.5'))
    expect(log.exercises.map(({ name }) => name)).toContain('12" Box Jump')
    expect(log.problemCount).toBe(0)
  })
})

describe('more items than the contract allows', () => {
  test('sets after the 100th continue in another entry', async () => {
    const rows = Array.from(
      { length: 150 },
      (_, index) => `2024-02-01 10:00:00;A;Squat;${index + 1};100;kg;5;;;;\n`,
    )
    const log = await read(header + rows.join(''))
    expect(log.workouts[0]?.exercises.map(({ sets }) => sets.length)).toEqual([100, 50])
    expect(log.problems).toMatchObject([{ line: 2, code: 'exercise_split', effect: 'value_changed' }])
  })

  test('exercises after the 100th continue in another workout', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, index) => `2024-02-01 10:00:00;A;Lift ${index};1;100;kg;5;;;;\n`,
    )
    const log = await read(header + rows.join(''))
    expect(log.workouts.map(({ exercises }) => exercises.length)).toEqual([100, 20])
    expect(log.workouts.map(({ key }) => key)).toEqual(['2024-02-01T10:00|a', '2024-02-01T10:00|a|2'])
  })
})

test('problems beyond a thousand are counted, not listed', async () => {
  const log = await read(header + '2024-02-01 10:00:00;A;Squat;1;heavy;kg;5;;;;\n'.repeat(1500))
  expect(log).toMatchObject({ rows: 1500, skippedRows: 1500, problemCount: 1500 })
  expect(log.problems).toHaveLength(1000)
})
