import { expect, test } from 'bun:test'
import type { WeightUnit } from '#training/units.ts'
import { SimulatedRun } from './simulated-run.ts'

const lifts = ['squat', 'bench', 'deadlift', 'press', 'row', 'chin-up', 'power-clean']

/** The successive bases of the squat of someone who makes every set. */
function squatBases(id: string, base: number, unit: WeightUnit, workouts: number): number[] {
  const run = new SimulatedRun(id, Object.fromEntries(lifts.map((lift) => [lift, base])), { unit })
  const bases = [base]
  for (let workout = 0; workout < workouts; workout++) {
    run.train()
    const next = run.base('squat')
    if (next !== bases.at(-1)) bases.push(next)
  }
  return bases
}

const series = (start: number, step: number, count: number) =>
  Array.from({ length: count }, (_, index) => start + index * step)

test.each([
  // Its increments are stated in kilograms.
  ['stronglifts-5x5', 'kg', series(100, 2.5, 21), 20],
  ['stronglifts-5x5', 'lb', series(225, 5, 21), 20],
  ['531-boring-but-big', 'kg', series(120, 5, 4), 48],
  ['531-boring-but-big', 'lb', series(285, 10, 4), 48],
  // Its increments are stated in pounds.
  ['531-for-beginners', 'lb', series(285, 10, 5), 36],
  ['531-for-beginners', 'kg', series(120, 5, 5), 36],
] as const)('the squat of %s rises by round numbers in %s', (id, unit, expected, workouts) => {
  expect(squatBases(id, expected[0] ?? 0, unit, workouts)).toEqual([...expected])
})
