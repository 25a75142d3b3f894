import { expect, test } from 'bun:test'
import { distanceUnitOf, weightUnitOf } from '#interchange/unit-words.ts'
import { distanceUnits } from '#training/units.ts'

test.each([
  ['kg', 'kg kgs KG Kg. kilogram Kilograms'],
  ['lb', 'lb lbs LBS lbs. pound Pounds'],
] as const)('words that mean %s are recognized', (unit, words) => {
  for (const word of words.split(' ')) expect([word, weightUnitOf(word)]).toEqual([word, unit])
})

test.each([
  [1, 'm M m. meter meters metre metres'],
  [1000, 'km kms KM kilometer kilometers kilometre kilometres'],
  [1609.344, 'mi mile miles'],
  [0.01, 'cm'],
  [0.0254, 'in in. inch inches'],
  [0.3048, 'ft foot feet'],
  [0.9144, 'yd yds yard yards'],
])('words for a unit of %d meters are recognized', (meters, words) => {
  for (const word of words.split(' ')) {
    const [unit = 'm', times = 0] = distanceUnitOf(word) ?? []
    const millimeters = distanceUnits[unit].canonical * times
    expect([word, Math.round(millimeters * 1000) / 1e6]).toEqual([word, meters])
  }
})

test('other words are not units, not even the names of members that every object has', () => {
  for (const word of ['', 'k', 'kgm', 'm²', 'stone', 'constructor', 'toString', '__proto__'])
    expect([word, weightUnitOf(word), distanceUnitOf(word)]).toEqual([word, undefined, undefined])
})
