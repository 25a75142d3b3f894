import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type Loading, loadingFor } from '#training/plates/loading.ts'
import { memoryLoads } from '#training/progression/memory-loads.ts'
import { weightUnits } from '#training/units.ts'

const pound = weightUnits.lb.canonical
const plates = [{ weight: { value: 10, unit: 'kg' }, pairs: 3 }] as const
const equipment = {
  'steps of 2.5 kg': loadingFor({ unit: 'kg' }),
  'steps of 5 lb': loadingFor({ unit: 'lb' }),
  'a barbell in pounds': loadingFor({ unit: 'lb', equipment: 'barbell' }),
  'a barbell with three pairs of plates': loadingFor({ unit: 'kg', equipment: 'barbell', plates }),
  assistance: loadingFor({ unit: 'kg', assisted: true }),
} satisfies Record<string, Loading>

const loggedGrams = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 8 })
const step = fc.constantFrom(undefined, 1000, 2500, 5000, 5 * pound, 2.5 * pound)
const load = fc.double({ min: 25, max: 250, noNaN: true })

describe.each(Object.entries(equipment))('with %s', (_, loading) => {
  test('the loads below and above a load are its nearest neighbors', () => {
    fc.assert(
      fc.property(loggedGrams, step, load, (liftedGrams, stepGrams, target) => {
        const loads = memoryLoads(loading, 0, liftedGrams, stepGrams)
        const current = loads.atMost(target)
        const below = loads.below(current)
        const above = loads.above(current)
        if (below !== undefined) {
          expect(below).toBeLessThan(current - 0.001)
          expect(loads.above(below) ?? 0).toBeGreaterThan(current - 0.05)
        }
        if (above !== undefined) expect(above).toBeGreaterThan(current + 0.001)
      }),
    )
  })

  test('stepping down always reaches a lighter load, until the lightest', () => {
    const loads = memoryLoads(loading, 0, [], undefined)
    let current = loads.atMost(100)
    for (let steps = 0; steps < 60; steps++) {
      const below = loads.below(current)
      if (below === undefined) break
      expect(below).toBeLessThan(current)
      current = below
    }
    expect(current).toBeLessThan(45)
  })

  test('going one load down and one load up leads back to the same load', () => {
    fc.assert(
      fc.property(load, (target) => {
        const current = loading.atMost(target * 1000)
        const below = loading.below(current)
        if (below === undefined) return
        expect(below).toBeLessThan(current)
        expect(Math.abs((loading.above(below) ?? 0) - current)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('previously lifted weights are loadable too, but never above the target of `atMost`', () => {
  const loads = memoryLoads(
    loadingFor({ unit: 'lb', equipment: 'barbell' }),
    0,
    [4536, 20_412, 61_235],
    5 * pound,
  )
  expect(loads.atMost(10)).toBeCloseTo(4.536, 3)
  expect(loads.atMost(61.3)).toBeCloseTo(61.235, 3)
  expect(loads.below(20.412)).toBeCloseTo(4.536, 3)
})
