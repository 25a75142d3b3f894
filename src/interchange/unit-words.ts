import type { DistanceUnit, WeightUnit } from '#training/units.ts'

const weightUnitByWord: Readonly<Record<string, WeightUnit>> = {
  kg: 'kg',
  kgs: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  lb: 'lb',
  lbs: 'lb',
  pound: 'lb',
  pounds: 'lb',
}

const distanceUnitByWord: Readonly<Record<string, readonly [unit: DistanceUnit, factor: number]>> = {
  m: ['m', 1],
  meter: ['m', 1],
  meters: ['m', 1],
  metre: ['m', 1],
  metres: ['m', 1],
  km: ['km', 1],
  kms: ['km', 1],
  kilometer: ['km', 1],
  kilometers: ['km', 1],
  kilometre: ['km', 1],
  kilometres: ['km', 1],
  mi: ['mi', 1],
  mile: ['mi', 1],
  miles: ['mi', 1],
  // Units that the contract lacks.
  cm: ['m', 0.01],
  in: ['m', 0.0254],
  inch: ['m', 0.0254],
  inches: ['m', 0.0254],
  ft: ['m', 0.3048],
  foot: ['m', 0.3048],
  feet: ['m', 0.3048],
  yd: ['m', 0.9144],
  yard: ['m', 0.9144],
  yds: ['m', 0.9144],
  yards: ['m', 0.9144],
}

function lookUp<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  const key = word.trim().toLowerCase().replace(/\.$/, '')
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** `kgs` → `kg`; undefined for a word that isn't a unit of weight. */
export function weightUnitOf(word: string): WeightUnit | undefined {
  return lookUp(weightUnitByWord, word)
}

/**
 * The unit that a word means, and the factor to convert to it: `meters` → `m`, 1; `ft` → `m`, 0.3048. Undefined for a
 * word that isn't a unit of distance.
 */
export function distanceUnitOf(word: string): readonly [unit: DistanceUnit, factor: number] | undefined {
  return lookUp(distanceUnitByWord, word)
}
