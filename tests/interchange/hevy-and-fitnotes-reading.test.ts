import { describe, expect, test } from 'bun:test'
import { fitNotesBody, fitNotesIos, fitNotesNew, fitNotesOld, hevyKg, hevyLbs, read } from './files.ts'

describe('Hevy', () => {
  test('in kilograms is read with types, supersets, notes and durations, oldest workout first', async () => {
    const log = await read(hevyKg)
    expect(log).toMatchObject({ format: 'hevy', rows: 5, skippedRows: 0, problemCount: 0 })
    expect(log.weightUnit).toMatchObject({ unit: 'kg', basis: 'header', ask: false })
    expect(log.workouts.map(({ name }) => name)).toEqual(['Upper', 'Lower // Ramp'])
    expect(log.workouts[0]).toMatchObject({
      notes: 'two\nlines',
      startedAt: Date.parse('2024-08-03T16:00:00Z'),
      endedAt: Date.parse('2024-08-03T17:00:00Z'),
    })
    expect(log.workouts[1]?.exercises).toEqual([
      {
        name: 'Seated Leg Curl (Machine)',
        supersetGroup: 0,
        notes: 'seat 4\nslow',
        sets: [
          { line: 2, type: 'warmup', weight: { value: 40, unit: 'kg' }, reps: 10 },
          { line: 3, type: 'failure', weight: { value: 78, unit: 'kg' }, reps: 10, rpe: 9.5 },
        ],
      },
      {
        name: 'Leg Extension (Machine)',
        supersetGroup: 0,
        sets: [{ line: 4, type: 'drop', weight: { value: 62.5, unit: 'kg' }, reps: 12 }],
      },
      {
        name: 'Rowing Machine',
        sets: [{ line: 5, type: 'normal', durationSeconds: 600, distance: { value: 2.5, unit: 'km' } }],
      },
    ])
  })

  test.each(['6', '6.5', '10'])('is read with an RPE of %s, which is on the scale', async (rpe) => {
    const log = await read(hevyKg.replace('9.5', rpe))
    expect(log.problemCount).toBe(0)
    expect(log.workouts[1]?.exercises[0]?.sets[1]?.rpe).toBe(Number(rpe))
  })

  test('in pounds and miles is read in the entered units', async () => {
    const log = await read(hevyLbs)
    expect(log.weightUnit.unit).toBe('lb')
    expect(log.distanceUnit.unit).toBe('mi')
    expect(log.workouts[0]).toMatchObject({
      localStart: '2025-09-15T19:48:00',
      exercises: [
        { sets: [{ weight: { value: 135, unit: 'lb' } }] },
        { sets: [{ distance: { value: 3.1, unit: 'mi' } }] },
      ],
    })
  })

  test('in kilograms and miles is read in both', async () => {
    const log = await read(hevyLbs.replace('weight_lbs', 'weight_kg'))
    expect([log.weightUnit.unit, log.distanceUnit.unit]).toEqual(['kg', 'mi'])
  })

  test('with an unknown set type is read with a normal set, and the type is reported', async () => {
    const log = await read(hevyLbs.replace('"normal",135', '"cluster",135'))
    expect(log.problems).toMatchObject([
      { line: 2, field: 'set_type', code: 'unknown_set_type', effect: 'value_changed' },
    ])
  })
})

describe('FitNotes', () => {
  test('becomes one workout a day, at noon, with the unit of each row', async () => {
    const log = await read(fitNotesNew)
    expect(log).toMatchObject({ format: 'fitnotes', skippedRows: 0 })
    expect(log.weightUnit).toMatchObject({ unit: 'mixed', basis: 'column' })
    expect(log.workouts).toHaveLength(2)
    expect(log.workouts[0]).toMatchObject({
      key: '2026-08-04|',
      isDayOnly: true,
      startedAt: Date.parse('2026-08-04T10:00:00Z'),
      exercises: [
        {
          name: 'Lat Pulldown',
          sets: [
            { weight: { value: 35, unit: 'kg' }, reps: 10 },
            { reps: 8, notes: 'easy' },
          ],
        },
        { sets: [{ durationSeconds: 1530, distance: { value: 5, unit: 'km' } }] },
      ],
    })
    expect(log.exercises.at(-1)).toMatchObject({
      name: 'Cable Thing',
      category: 'Triceps',
      sets: 1,
      weighted: 1,
    })
  })

  test('in its old format is read with the unit of its header and times in minutes', async () => {
    const log = await read(fitNotesOld)
    expect(log.weightUnit).toMatchObject({ unit: 'lb', basis: 'header' })
    expect(log.workouts[0]?.exercises).toMatchObject([
      { sets: [{ weight: { value: 135, unit: 'lb' } }] },
      { sets: [{ line: 3, type: 'normal', durationSeconds: 90 }] },
    ])
  })

  test('for iOS, which has both units, is read with the rounder value of each set', async () => {
    const log = await read(fitNotesIos)
    expect(log.weightUnit).toMatchObject({ unit: 'mixed', basis: 'header' })
    expect(log.workouts[0]?.exercises[0]?.sets.map(({ weight }) => weight)).toEqual([
      { value: 60, unit: 'kg' },
      { value: 135, unit: 'lb' },
    ])
  })

  test('body tracker files are read as measurements', async () => {
    const log = await read(fitNotesBody)
    expect(log).toMatchObject({ format: 'fitnotes_body', rows: 5, skippedRows: 1, workouts: [] })
    expect(log.measurements).toMatchObject([
      {
        kind: 'bodyweight',
        value: 82.4,
        unit: 'kg',
        measuredAt: Date.parse('2026-08-04T05:30:00Z'),
        notes: 'after "run"',
      },
      { kind: 'body_fat', value: 17.5, unit: 'percent' },
      { kind: 'waist', value: 84, unit: 'cm', measuredAt: Date.parse('2026-08-04T10:00:00Z') },
      { kind: 'left_upper_arm', value: 15.5, unit: 'in' },
    ])
    expect(log.problems).toMatchObject([{ line: 6, code: 'unknown_measurement', effect: 'row_skipped' }])
  })
})
