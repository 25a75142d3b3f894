import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { derivedIds } from '#lib/derived-ids.ts'

test('the same seed and location always get the same id', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (seed, location) => {
      expect(derivedIds(...seed)(location)).toBe(derivedIds(...seed)(location))
    }),
  )
})

test('an id is a lowercase UUID of version 8', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (seed, location) => {
      expect(derivedIds(...seed)(location)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }),
  )
})

test('an id is the same as in earlier releases, so that a request repeated after an upgrade has one effect', () => {
  const newId = derivedIds('0155a9ea-33c8-72c5-8502-f1afcc3f6122', '0155a9ea-33c8-72c5-8502-f1afcc3f6199')
  expect(newId('/x')).toBe('17a9ef03-2256-8e86-9c5c-7ce3b2fa75fc')
})

test('ids differ by seed, by location, and by the parts of a seed', () => {
  const ids = [
    derivedIds('a', 'b')('/exercises/0'),
    derivedIds('a', 'b')('/exercises/1'),
    derivedIds('a', 'c')('/exercises/0'),
    derivedIds('ab')('/exercises/0'),
    derivedIds('a')('b/exercises/0'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
