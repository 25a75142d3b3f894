import { expect, test } from 'bun:test'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { whyOf } from '#web/coach/why.ts'

const training = new URL('../../../src/training/', import.meta.url)

/** How the sources name rules: whole, after the name of a scheme, as an outcome, or in a union. */
const ruleForms = [
  /'((?:apre|double|gzclp|rpe|sum|two_for_two|unloaded)\.[a-z_]+)'/g,
  /\$\{scheme[^}]*\}(\.[a-z_]+)/g,
  /(?<=outcome\b.*)'([a-z_]+)'/gi,
  /decided\('([a-z_]+)'/g,
  /^ {2}\| '([a-z_]+)'/gm,
]

/** The rules in the sources of the schemes and of the memory, such as `double.add_weight`, `.comeback` or `hold`. */
async function listRules(): Promise<string[]> {
  const schemes = await readdir(fileURLToPath(new URL('progression/', training)))
  const files = [...schemes.map((name) => `progression/${name}`), 'lift-state/prescription.ts']
  const texts = await Promise.all(files.map((name) => Bun.file(new URL(name, training)).text()))
  const rules = texts.flatMap((text) =>
    ruleForms.flatMap((form) => [...text.matchAll(form)].map(([, rule = '']) => rule)),
  )
  return [...new Set(rules)]
}

test('each rule of a scheme has a short reason of at most five words', async () => {
  const rules = await listRules()
  expect(rules.length).toBeGreaterThan(10)
  const lengths = rules.map((rule) => ({
    rule,
    words: whyOf({ rule, reasons: [] })?.text.split(' ').length ?? 0,
  }))
  expect(lengths.filter(({ words }) => words === 0 || words > 5)).toEqual([])
})

test('the short reason for a raise names the reps that were made', () => {
  const why = whyOf({ rule: 'memory.add_weight', reasons: [] }, 5)
  expect(why).toEqual({ icon: 'arrow-up', text: 'made 5 last time' })
})

test('for a weight that a program prescribes, the short reason is its percentage of the base', () => {
  const why = whyOf({ share: { min: 87.5, max: 87.5, of: 'training_max' }, reasons: [] })
  expect(why).toEqual({ icon: 'calendar-days', text: '87.5% of training max' })
})

test('for sets with different percentages, the short reason is their range', () => {
  const why = whyOf({ share: { min: 65, max: 85, of: 'training_max' }, reasons: [] })
  expect(why?.text).toBe('65–85% of training max')
})

test('100% of a working weight is called the starting weight', () => {
  const why = whyOf({ share: { min: 100, max: 100, of: 'working_weight' }, reasons: [] })
  expect(why?.text).toBe('starting weight')
})

test('without a rule or a percentage there is no short reason', () => {
  expect(whyOf({ reasons: ['As the program prescribes.'] })).toBeUndefined()
})
