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

const seen = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 8 })
const step = fc.constantFrom(undefined, 1000, 2500, 5000, 5 * pound, 2.5 * pound)
const load = fc.double({ min: 25, max: 250, noNaN: true })

describe.each(Object.entries(equipment))('with %s', (_, loading) => {
  test('the loads below and above a load are its direct neighbors', () => {
    fc.assert(
      fc.property(seen, step, load, (lifted, stepGrams, target) => {
        const loads = memoryLoads(loading, 0, lifted, stepGrams)
        const at = loads.atMost(target)
        const below = loads.below(at)
        const above = loads.above(at)
        if (below !== undefined) {
          expect(below).toBeLessThan(at - 0.001)
          expect(loads.above(below) ?? 0).toBeGreaterThan(at - 0.05)
        }
        if (above !== undefined) expect(above).toBeGreaterThan(at + 0.001)
      }),
    )
  })

  test('stepping down reaches the lightest load, or keeps getting lighter', () => {
    const loads = memoryLoads(loading, 0, [], undefined)
    let at = loads.atMost(100)
    for (let steps = 0; steps < 60; steps++) {
      const below = loads.below(at)
      if (below === undefined) break
      expect(below).toBeLessThan(at)
      at = below
    }
    expect(at).toBeLessThan(45)
  })

  test('the loading itself has the same neighbors', () => {
    fc.assert(
      fc.property(load, (target) => {
        const at = loading.atMost(target * 1000)
        const below = loading.below(at)
        if (below === undefined) return
        expect(below).toBeLessThan(at)
        expect(Math.abs((loading.above(below) ?? 0) - at)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('weights lifted before are available too, but none above the target', () => {
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
