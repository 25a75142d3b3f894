import { describe, expect, test } from 'bun:test'
import { read, strongNumbered, strongPlain, strongUnits } from './files.ts'

describe('Strong without units', () => {
  test('is recognized by its header, and its unit is guessed from common plates and has to be confirmed', async () => {
    const log = await read(strongPlain)
    expect(log).toMatchObject({ format: 'strong', variant: 'without units', rows: 5, skippedRows: 0 })
    expect(log.weightUnit).toMatchObject({ unit: 'lb', basis: 'guess', ask: true })
    expect(log.weightUnit.evidence.join(' ')).toContain('suggest lb')
    expect(log.distanceUnit).toMatchObject({ unit: 'mi', basis: 'guess' })
  })

  test('is read in the unit given by the caller', async () => {
    const log = await read(strongPlain, { weightUnit: 'kg' })
    expect(log.weightUnit).toMatchObject({ unit: 'kg', basis: 'given', ask: false })
    expect(log.workouts[0]?.exercises[0]?.sets[0]?.weight).toEqual({ value: 225, unit: 'kg' })
  })

  test('is read with all of its figures', async () => {
    const { workouts, rounded } = await read(strongPlain)
    expect(workouts).toHaveLength(2)
    expect(workouts[0]).toEqual({
      line: 2,
      key: '2021-07-09T18:00|legs - squat',
      name: 'Legs - Squat',
      localStart: '2021-07-09T18:00:00',
      isDayOnly: false,
      startedAt: Date.parse('2021-07-09T16:00:00Z'),
      endedAt: Date.parse('2021-07-09T17:05:00Z'),
      exercises: [
        {
          name: 'Squat (Barbell)',
          sets: [
            { line: 2, type: 'normal', weight: { value: 225, unit: 'lb' }, reps: 5 },
            { line: 3, type: 'normal', weight: { value: 225, unit: 'lb' }, reps: 5, rpe: 8.5 },
          ],
        },
        {
          name: 'Leg Extension (Machine)',
          sets: [
            {
              line: 4,
              type: 'normal',
              weight: { value: 150, unit: 'lb' },
              reps: 8,
              notes: 'slow, "very" slow',
            },
          ],
        },
        {
          name: 'Running',
          sets: [{ line: 5, type: 'normal', durationSeconds: 1800, distance: { value: 3.1, unit: 'mi' } }],
        },
      ],
    })
    expect(workouts[1]).toMatchObject({ notes: 'felt; fine', exercises: [{ sets: [{ reps: 8 }] }] })
    expect(rounded).toEqual({
      count: 1,
      examples: [{ line: 4, from: '149.99999999999997 lb', to: '150 lb' }],
    })
  })

  test('is read without optional columns and in another column order', async () => {
    const log = await read(
      'Set Order,Exercise Name,Workout Name,Date,Reps,Weight\n1,Squat (Barbell),A,2021-07-09 18:00:00,5,100\n',
    )
    expect(log.workouts[0]).toMatchObject({ name: 'A', exercises: [{ sets: [{ reps: 5 }] }] })
    expect(log.workouts[0]?.endedAt).toBeUndefined()
  })
})

describe('Strong with columns for units', () => {
  test('is read with the unit of each row and decimal commas', async () => {
    const log = await read(strongUnits)
    expect(log.weightUnit).toMatchObject({ unit: 'mixed', basis: 'column', ask: false })
    expect(log.distanceUnit).toMatchObject({ unit: 'km', basis: 'column' })
    const [bench, running] = log.workouts[0]?.exercises ?? []
    expect(bench?.sets.map(({ weight }) => weight)).toEqual([
      { value: 14.5, unit: 'kg' },
      { value: 35, unit: 'lb' },
    ])
    expect(running?.sets[0]).toMatchObject({ distance: { value: 5, unit: 'km' }, durationSeconds: 1500 })
  })
})

describe('Strong with numbered workouts', () => {
  test('is read with set types, rests and notes of exercises', async () => {
    const log = await read(strongNumbered)
    expect(log.weightUnit).toMatchObject({ unit: 'kg', basis: 'header' })
    expect(log.workouts).toHaveLength(1)
    const [press, plank] = log.workouts[0]?.exercises ?? []
    expect(press).toMatchObject({ name: 'Incline Bench Press (Barbell)', notes: 'elbows in' })
    expect(press?.sets).toEqual([
      { line: 3, type: 'warmup', weight: { value: 40, unit: 'kg' }, reps: 15 },
      { line: 4, type: 'warmup', weight: { value: 40, unit: 'kg' }, reps: 15 },
      { line: 5, type: 'normal', weight: { value: 135, unit: 'lb' }, reps: 8, rpe: 8, restSeconds: 120 },
      { line: 7, type: 'failure', weight: { value: 135, unit: 'lb' }, reps: 6, rpe: 10 },
      { line: 8, type: 'drop', weight: { value: 40, unit: 'kg' }, reps: 12 },
    ])
    expect(plank?.sets).toEqual([{ line: 9, type: 'normal', durationSeconds: 60 }])
    expect(log.workouts[0]?.endedAt).toBe((log.workouts[0]?.startedAt ?? 0) + 4_195_000)
  })
})

describe('a Strong file', () => {
  test('is read with every row as a set, even if rows or their numbers repeat', async () => {
    const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n'
    const row = (order: number, weight: number, reps: number) =>
      `2021-07-09 18:00:00,A,Bicep Curl,${order},${weight},${reps}\n`
    const log = await read(header + row(1, 20, 10) + row(2, 25, 10) + row(1, 20, 10) + row(2, 30, 8))
    expect(log.workouts[0]?.exercises.map(({ sets }) => sets.map(({ weight }) => weight?.value))).toEqual([
      [20, 25],
      [20, 30],
    ])
    expect(log).toMatchObject({ problemCount: 0, skippedRows: 0 })
    const identical = await read(header + row(1, 20, 10) + row(2, 25, 10) + row(2, 25, 10) + row(3, 30, 8))
    expect(identical.workouts[0]?.exercises.map(({ sets }) => sets.length)).toEqual([2, 2])
  })

  test.each([
    ['of numbered sets', ['1', '2', '3']],
    ['that begins with warm-ups', ['W', 'W', '1', '2']],
  ])('is read with only one copy of a duplicate workout %s, and the other is reported', async (_, orders) => {
    const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n'
    const rows = orders.map((order) => `2021-07-09 18:00:00,A,Squat (Barbell),${order},100,5\n`).join('')
    const once = await read(header + rows)
    const twice = await read(header + rows + rows)
    expect(twice.workouts).toEqual(once.workouts)
    expect(twice.skippedRows).toBe(orders.length)
    const line = orders.length + 2
    expect(twice.problems).toMatchObject([{ line, code: 'duplicate_workout', effect: 'row_skipped' }])
    const almost = await read(header + rows + rows.replace(',5\n', ',6\n'))
    expect(almost.skippedRows).toBe(0)
  })

  test('is read with identical warm-ups', async () => {
    const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n'
    const log = await read(header + '2021-07-09 18:00:00,A,Squat (Barbell),W,40,5\n'.repeat(2))
    expect(log.workouts[0]?.exercises[0]?.sets).toHaveLength(2)
  })

  test('with numbered workouts is read with only one copy of each duplicate', async () => {
    const rows = strongNumbered.slice(strongNumbered.indexOf('\n') + 1)
    const other = rows.replaceAll('"1";"2020-05-28', '"2";"2020-05-29')
    const once = await read(strongNumbered + other)
    const twice = await read(strongNumbered + other + rows + other)
    expect(twice.workouts).toEqual(once.workouts)
  })

  test('is read with separate entries for an exercise that recurs after another one', async () => {
    const header = 'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n'
    const row = (name: string, order: number, weight: number) =>
      `2021-07-09 18:00:00,A,${name},${order},${weight},5\n`
    const log = await read(header + row('Squat', 1, 100) + row('Bench', 1, 80) + row('Squat', 1, 105))
    expect(log.workouts[0]?.exercises.map(({ name }) => name)).toEqual(['Squat', 'Bench', 'Squat'])
  })
})
