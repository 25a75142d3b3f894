import { expect, test } from 'bun:test'
import { isMuscle, muscleTaxonomy } from '#catalogue/muscles.ts'

test('the taxonomy has 24 different muscles with different names', () => {
  expect(muscleTaxonomy.length).toBe(24)
  expect(new Set(muscleTaxonomy.map(({ muscle }) => muscle)).size).toBe(24)
  expect(new Set(muscleTaxonomy.map(({ name }) => name)).size).toBe(24)
  expect(muscleTaxonomy.find(({ muscle }) => muscle === 'rear_delts')).toEqual({
    muscle: 'rear_delts',
    group: 'shoulders',
    name: 'Rear delts',
  })
})

test('isMuscle accepts only the exact names', () => {
  expect(isMuscle('chest')).toBe(true)
  expect(muscleTaxonomy.find(({ muscle }) => muscle === 'lats')?.group).toBe('back')
  for (const text of ['Chest', 'tongue', '', 'toString', '__proto__']) expect(isMuscle(text)).toBe(false)
})
