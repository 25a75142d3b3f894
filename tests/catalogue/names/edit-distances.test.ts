import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { editDistances } from '#catalogue/names/edits.ts'
import { runs } from '#tests/support/runs.ts'

/** All strings that differ from the given one by one insertion, deletion, replacement or swap of neighbors. */
function oneEditAway(text: string): Set<string> {
  const texts = new Set<string>()
  for (let index = 0; index <= text.length; index++)
    for (const letter of 'abc') {
      texts.add(text.slice(0, index) + letter + text.slice(index))
      if (index < text.length) texts.add(text.slice(0, index) + letter + text.slice(index + 1))
    }
  for (let index = 0; index < text.length; index++) {
    texts.add(text.slice(0, index) + text.slice(index + 1))
    const [first = '', second = ''] = text.slice(index, index + 2)
    texts.add(text.slice(0, index) + second + first + text.slice(index + 2))
  }
  texts.delete(text)
  return texts
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })

test('the distance is 0 to the same word, and 1 to exactly the words that are one edit away', () => {
  fc.assert(
    fc.property(word, word, (typed, target) => {
      const whole = editDistances(typed, target, 1)?.whole ?? 2
      expect(Math.min(whole, 2)).toBe(typed === target ? 0 : oneEditAway(typed).has(target) ? 1 : 2)
    }),
    { numRuns: runs(2000) },
  )
})

test('the prefix distance is that to the nearest prefix', () => {
  fc.assert(
    fc.property(word, word, (typed, target) => {
      const prefixes = Array.from({ length: target.length + 1 }, (_, length) => target.slice(0, length))
      const distances = prefixes.flatMap((prefix) => editDistances(typed, prefix, 2)?.whole ?? [])
      const nearest = Math.min(3, ...distances)
      expect(editDistances(typed, target, 2)?.beginning ?? 3).toBe(nearest)
    }),
    { numRuns: runs(2000) },
  )
})

test('very long words are not compared', () => {
  expect(editDistances('a'.repeat(40), 'a'.repeat(40), 2)).toBeUndefined()
})
