import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { foldCase, foldText, spellOutUmlauts } from '#lib/fold.ts'
import { runs } from '#tests/support/runs.ts'

test.each([
  ['Développé Couché', 'developpe couche'],
  ['Fußheben', 'FUSSHEBEN'],
  ['Fußheben', 'fußheben'.normalize('NFD')],
  ['Überzüge', 'uberzuge'],
  ['Sentadilla búlgara', 'sentadilla bulgara'],
  ['Wyciskanie żołnierskie', 'wyciskanie zolnierskie'],
  ['İtiş', 'itis'],
  ['Μηρός', 'μηρος'],
  ['Жим лёжа', 'жим лежа'],
  ['ＢＥＮＣＨ', 'bench'],
  ['ﾍﾞﾝﾁ', 'べんち'],
  ['ベンチ', 'べんち'],
  ['벤치프레스', '벤치프레스'.normalize('NFD')],
])('foldText of %s equals foldText of %s', (text, other) => {
  expect(foldText(text)).toBe(foldText(other))
})

test.each([
  ['ベンチ', 'ヘンチ'],
  ['कर्ल', 'करल'],
  ['Press', 'Pres'],
])('foldText of %s differs from foldText of %s', (text, other) => {
  expect(foldText(text)).not.toBe(foldText(other))
})

test('foldCase keeps accents', () => {
  expect(foldCase('Überzug')).not.toBe(foldCase('Uberzug'))
  expect(foldCase('GROSSER')).toBe(foldCase('Großer'))
})

test('spellOutUmlauts writes umlauts as two letters', () => {
  expect(spellOutUmlauts('Überzüge')).toBe('ueberzuege')
  expect(spellOutUmlauts('Überzüge'.normalize('NFD'))).toBe('ueberzuege')
  expect(spellOutUmlauts('Press')).toBeUndefined()
  expect(spellOutUmlauts('Développé')).toBeUndefined()
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { numRuns: runs(2000) },
  )
})
