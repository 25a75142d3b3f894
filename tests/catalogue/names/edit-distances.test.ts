import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { editDistances } from '#catalogue/names/edits.ts'
import { runs } from '#tests/support/runs.ts'

/** All texts one insertion, deletion, replacement or swap of neighbors away. */
function oneEditAway(text: string): Set<string> {
  const near = new Set<string>()
  for (let at = 0; at <= text.length; at++)
    for (const letter of 'abc') {
      near.add(text.slice(0, at) + letter + text.slice(at))
      if (at < text.length) near.add(text.slice(0, at) + letter + text.slice(at + 1))
    }
  for (let at = 0; at < text.length; at++) {
    near.add(text.slice(0, at) + text.slice(at + 1))
    const [one = '', other = ''] = text.slice(at, at + 2)
    near.add(text.slice(0, at) + other + one + text.slice(at + 2))
  }
  near.delete(text)
  return near
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })

test('the distance is 0 to the same word, and 1 exactly to words one edit away', () => {
  fc.assert(
    fc.property(word, word, (typed, known) => {
      const whole = editDistances(typed, known, 1)?.whole ?? 2
      expect(Math.min(whole, 2)).toBe(typed === known ? 0 : oneEditAway(typed).has(known) ? 1 : 2)
    }),
    { numRuns: runs(2000) },
  )
})

test('the prefix distance is that to the nearest prefix', () => {
  fc.assert(
    fc.property(word, word, (typed, known) => {
      const beginnings = Array.from({ length: known.length + 1 }, (_, length) => known.slice(0, length))
      const distances = beginnings.flatMap((each) => editDistances(typed, each, 2)?.whole ?? [])
      const least = Math.min(3, ...distances)
      expect(editDistances(typed, known, 2)?.beginning ?? 3).toBe(least)
    }),
    { numRuns: runs(2000) },
  )
})

test('very long words are not compared', () => {
  expect(editDistances('a'.repeat(40), 'a'.repeat(40), 2)).toBeUndefined()
})
