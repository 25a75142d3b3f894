import { expect, test } from 'bun:test'
import { fitNotesIos, fitNotesNew, read, strongUnits } from './files.ts'

const header = fitNotesNew.split('\n')[0] ?? ''

/** The set of one FitNotes row. */
async function setOf(row: string) {
  const log = await read(`${header}\n${row}\n`)
  return log.workouts[0]?.exercises[0]?.sets[0]
}

test.each([
  ['zero reps with a weight are kept', '100.0,kgs,0,,,', { weight: { value: 100, unit: 'kg' }, reps: 0 }],
  [
    'zero reps with a duration are left out',
    '20.0,kgs,0,,,00:01:30',
    { weight: { value: 20, unit: 'kg' }, durationSeconds: 90 },
  ],
  ['zero reps with a distance are left out', ',,0,5.0,km,', { distance: { value: 5, unit: 'km' } }],
])('FitNotes: %s', async (_, cells, figures) => {
  const set = await setOf(`2026-08-04,Farmer's Walk,Legs,${cells},`)
  expect<unknown>(set).toEqual({ line: 2, type: 'normal', ...figures })
})

test('the sets of an exercise name are counted by the figures they have', async () => {
  const rows = ['20.0,kgs,5,,,', ',,,,,00:01:30', ',,,5.0,km,00:20:00'].map(
    (cells) => `2026-08-04,Odd Thing,Legs,${cells},`,
  )
  const log = await read(`${header}\n${rows.join('\n')}\n`)
  expect(log.exercises).toMatchObject([
    { name: 'Odd Thing', sets: 3, weighted: 1, counted: 1, timed: 2, measured: 1 },
  ])
})

test('FitNotes: a row whose only figure is invalid is skipped, and that figure is reported as the reason', async () => {
  const log = await read(`${header}\n2026-08-04,Press, overhead,Shoulders,99999.0,kgs,,,,,\n`)
  expect(log.skippedRows).toBe(1)
  const skipped = log.problems.filter(({ effect }) => effect === 'row_skipped')
  expect(skipped.map(({ field, code }) => [field, code])).toEqual([['Weight', 'out_of_range']])
})

test('FitNotes for iOS: a negative weight in a separate column is assistance', async () => {
  const log = await read(fitNotesIos.replace('60.0,132.28', '-20.0,-44.09'))
  expect(log.workouts[0]?.exercises[0]?.sets[0]).toMatchObject({
    assistance: { value: 20, unit: 'kg' },
    reps: 5,
  })
})

test.each([
  ['yd', 100, { value: 91.44, unit: 'm' }],
  ['ft', 1000, { value: 304.8, unit: 'm' }],
  ['km', 5, { value: 5, unit: 'km' }],
] as const)('Strong: a distance in %s is read in a unit of the contract', async (unit, value, distance) => {
  const log = await read(strongUnits.replace(';5;km;', `;${value};${unit};`))
  expect(log.workouts[0]?.exercises.at(-1)?.sets[0]?.distance).toMatchObject(distance)
})
