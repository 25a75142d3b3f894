import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { coerce } from '#http/request/coerce.ts'
import { isStorable } from '#http/request/json.ts'
import { lastInput } from '../notes/handlers.ts'
import { notesApp } from '../notes/serve.ts'

const { send } = notesApp()

test('an integer is accepted only in its shortest form', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(coerce(String(value), 'integer')).toBe(value)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = coerce(text, 'integer')
      if (value !== undefined) expect(text).toMatch(/^(0|-?[1-9][0-9]*|-0)$/)
    }),
  )
})

test('a number is parsed from its decimal digits', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(), (integer, fraction) => {
      expect(coerce(`${integer}.${fraction}`, 'number')).toBe(Number(`${integer}.${fraction}`) + 0)
    }),
  )
})

test('minus zero is read as zero', () => {
  expect([coerce('-0', 'integer'), coerce('-0.0', 'number')].map((value) => Object.is(value, 0))).toEqual([
    true,
    true,
  ])
})

test('any string is read from a query in either encoding', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((value) => isStorable(value) && [...value].length <= 20)
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      for (const query of [`q=${encodeURIComponent(value)}`, new URLSearchParams({ q: value }).toString()]) {
        expect((await send(`/api/notes?${query}`)).status).toBe(200)
        expect(lastInput.query).toEqual({ limit: 50, q: value })
      }
    }),
  )
})
