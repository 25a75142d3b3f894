import { expect, test } from 'bun:test'
import { searchText, searchWords } from '#catalogue/search-text.ts'

const names = ['Barbell Bench Press', 'Bench Press (Barbell)', 'High-to-Low Press', 'Développé couché']

/** As the query does it. */
function isFound(q: string): boolean {
  const text = searchText(names)
  return searchWords(q).every((word) => text.includes(` ${word}`))
}

test.each([
  'bench',
  'press bench',
  'PRESSES',
  'barb',
  'bb bench',
  'low high',
  'développé',
  'developpe',
  'bench the',
])('%s finds it', (q) => {
  expect(isFound(q)).toBe(true)
})

test.each(['row', 'bench row', 'ress', 'dumbbell'])('%s does not', (q) => {
  expect(isFound(q)).toBe(false)
})
