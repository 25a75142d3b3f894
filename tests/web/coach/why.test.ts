import { expect, test } from 'bun:test'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { whyOf } from '#web/coach/why.ts'

const schemes = new URL('../../../src/training/progression/', import.meta.url)

/** The rules that the schemes name outright: `double.add_weight`. */
async function rules(): Promise<string[]> {
  const files = (await readdir(fileURLToPath(schemes))).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map((name) => Bun.file(new URL(name, schemes)).text()))
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/rule: '([a-z_]+\.[a-z_]+)'/g)].map(([, rule = '']) => rule)),
    ),
  ]
}

test('each rule of a scheme has its reason, in at most five words', async () => {
  const all = await rules()
  expect(all.length).toBeGreaterThan(10)
  const lengths = all.map((rule) => ({ rule, words: whyOf(rule, [])?.text.split(' ').length ?? 0 }))
  expect(lengths.filter(({ words }) => words === 0 || words > 5)).toEqual([])
})

test('a raise names the reps that it follows from', () => {
  expect(whyOf('memory.add_weight', ['…'], 5)).toEqual({ icon: 'arrow-up', text: 'made 5 last time' })
})

test('a program that says the loads itself gives the share of the heaviest set', () => {
  const why = whyOf(undefined, ['65, 75 and 85 % of a training max of 90 kg.'])
  expect(why).toEqual({ icon: 'calendar-days', text: '85 % of training max' })
})

test('a slot without a load of its own has no short reason', () => {
  expect(whyOf(undefined, ['As the program says.'])).toBeUndefined()
})
