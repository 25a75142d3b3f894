import { describe, expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { planStep, readProgram } from '#training/programs/index.ts'
import { Runner } from './running.ts'

const bigButBoring = builtInPrograms.find(({ id }) => id === '531-boring-but-big')
if (!bigButBoring) throw new Error('no 5/3/1')
const program = readProgram(bigButBoring)
const lifts = ['press', 'deadlift', 'bench', 'squat']

/** The weights of three weeks of a lift, each week in one line. */
function weeks(rounding: 'nearest' | 'down' | 'up', bases: Record<string, number>): Record<string, string[]> {
  const runner = new Runner({ ...program, rounding }, bases, 'lb')
  const rows: Record<string, string[]> = {}
  for (let time = 0; time < 12; time++) {
    for (const lift of lifts) {
      const weights = runner.weights(lift)
      if (weights.length > 0) rows[lift] = [...(rows[lift] ?? []), weights.join(' ')]
    }
    runner.train()
  }
  return rows
}

// Both tables are of the same author: the first of an article, the second of his book's second edition, at
// https://readonlinefree.net/read-online-531-the-simplest-and-most-effective-training-system-for-raw-strength-2nd-edition-full/books-4
describe('percentages become loadable weights', () => {
  const bases = { press: 150, deadlift: 325, bench: 225, squat: 285 }

  test('nearest: a training max of 285 lb', () => {
    const { squat } = weeks('nearest', bases)
    expect(squat).toEqual(['185 215 240', '200 230 255', '215 240 270'])
  })

  test('up: the table of the book', () => {
    expect(weeks('up', bases)).toEqual({
      press: ['100 115 130', '105 120 135', '115 130 145'],
      deadlift: ['215 245 280', '230 260 295', '245 280 310'],
      bench: ['150 170 195', '160 180 205', '170 195 215'],
      squat: ['190 215 245', '200 230 260', '215 245 275'],
    })
  })

  test('down: never above', () => {
    const { squat } = weeks('down', bases)
    expect(squat).toEqual(['185 210 240', '195 225 255', '210 240 270'])
  })
})

test('up: the heaviest load there is, if a percentage needs more', () => {
  const plates = [{ weight: { value: 20, unit: 'kg' as const }, pairs: 1 }]
  const loading = loadingFor({ equipment: 'barbell', unit: 'kg', plates: plates })
  const state = { bases: new Map([['squat', { baseGrams: 100_000 }]]), swaps: new Map(), settledBy: [] }
  const [slot] = planStep({ ...program, rounding: 'up' }, state, { week: 'w1', day: 'squat' }, () => loading)
  expect(slot?.sets?.map(({ weightGrams }) => weightGrams)).toEqual([60_000, 60_000, 60_000])
})
