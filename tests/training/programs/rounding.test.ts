import { describe, expect, test } from 'bun:test'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { planStep, readProgram } from '#training/programs/index.ts'
import { Runner } from './running.ts'

const boringButBig = builtInPrograms.find(({ id }) => id === '531-boring-but-big')
if (!boringButBig) throw new Error('no 5/3/1')
const program = readProgram(boringButBig)
const lifts = ['press', 'deadlift', 'bench', 'squat']

/** The weights of each lift over three weeks, one string a week. */
function weightsByLift(
  rounding: 'nearest' | 'down' | 'up',
  bases: Record<string, number>,
): Record<string, string[]> {
  const runner = new Runner({ ...program, rounding }, bases, 'lb')
  const rows: Record<string, string[]> = {}
  for (let workout = 0; workout < 12; workout++) {
    for (const lift of lifts) {
      const weights = runner.weights(lift)
      if (weights.length > 0) rows[lift] = [...(rows[lift] ?? []), weights.join(' ')]
    }
    runner.train()
  }
  return rows
}

// Both tables are by Jim Wendler: the first from an article, the second from his book "5/3/1: The Simplest and Most
// Effective Training System for Raw Strength", second edition.
describe('percentages become loadable weights', () => {
  const bases = { press: 150, deadlift: 325, bench: 225, squat: 285 }

  test('rounding to the nearest load matches the table of the article', () => {
    const { squat } = weightsByLift('nearest', bases)
    expect(squat).toEqual(['185 215 240', '200 230 255', '215 240 270'])
  })

  test('rounding up matches the table of the book', () => {
    expect(weightsByLift('up', bases)).toEqual({
      press: ['100 115 130', '105 120 135', '115 130 145'],
      deadlift: ['215 245 280', '230 260 295', '245 280 310'],
      bench: ['150 170 195', '160 180 205', '170 195 215'],
      squat: ['190 215 245', '200 230 260', '215 245 275'],
    })
  })

  test('rounding down uses the heaviest loads that don’t exceed the percentages', () => {
    const { squat } = weightsByLift('down', bases)
    expect(squat).toEqual(['185 210 240', '195 225 255', '210 240 270'])
  })
})

test('rounding up uses the heaviest possible load if a percentage needs more', () => {
  const plates = [{ weight: { value: 20, unit: 'kg' as const }, pairs: 1 }]
  const loading = loadingFor({ equipment: 'barbell', unit: 'kg', plates })
  const state = { bases: new Map([['squat', { baseGrams: 100_000 }]]), swaps: new Map(), countedWorkouts: [] }
  const [slot] = planStep({ ...program, rounding: 'up' }, state, { week: 'w1', day: 'squat' }, () => loading)
  expect(slot?.sets?.map(({ weightGrams }) => weightGrams)).toEqual([60_000, 60_000, 60_000])
})

test('with few plates, rounding to the nearest load adds at most 10%', () => {
  const plates = [{ weight: { value: 10, unit: 'kg' as const }, pairs: 4 }]
  const loading = loadingFor({ equipment: 'barbell', unit: 'kg', plates })
  const weights = (baseGrams: number) => {
    const state = { bases: new Map([['squat', { baseGrams }]]), swaps: new Map(), countedWorkouts: [] }
    const [slot] = planStep(program, state, { week: 'w1', day: 'squat' }, () => loading)
    return slot?.sets?.map(({ weightGrams }) => weightGrams)
  }
  // 65, 75 and 85% of 40 kg are 26, 30 and 34 kg; those of 90 kg are 58.5, 67.5 and 76.5 kg.
  expect(weights(40_000)).toEqual([20_000, 20_000, 20_000])
  expect(weights(90_000)).toEqual([60_000, 60_000, 80_000])
})
