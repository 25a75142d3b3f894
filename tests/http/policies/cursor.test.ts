import { expect, test } from 'bun:test'
import { Type } from '@sinclair/typebox'
import fc from 'fast-check'
import { Cursor } from '#http/policies/cursor.ts'

const positionSchema = Type.Object({ at: Type.String(), id: Type.String() }, { additionalProperties: false })
const cursor = new Cursor('listNotes', positionSchema)
const query = { tag: ['gym'], q: 'x', limit: 5 }

test('a cursor is decoded with the same filters in any order, and with any limit', () => {
  fc.assert(
    fc.property(fc.record({ at: fc.string(), id: fc.string({ unit: 'grapheme' }) }), (position) => {
      const text = cursor.encode(query, position)
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(cursor.decode({ q: 'x', cursor: text, tag: ['gym'], limit: 200 }, text)).toEqual(position)
    }),
  )
})

test('a cursor is rejected with different filters and by other lists', () => {
  const text = cursor.encode(query, { at: 'a', id: 'b' })
  expect(cursor.decode({ ...query, q: 'y' }, text)).toBeUndefined()
  expect(cursor.decode({ q: 'x' }, text)).toBeUndefined()
  expect(new Cursor('listOthers', positionSchema).decode(query, text)).toBeUndefined()
})

test('a cursor is rejected if its position has a different shape', () => {
  const other = new Cursor('listNotes', Type.Object({ at: Type.Number() }))
  expect(cursor.decode(query, other.encode(query, { at: 1 }))).toBeUndefined()
})

test('a forged cursor is rejected', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (text) => {
        expect(cursor.decode(query, text)).toBeUndefined()
      },
    ),
  )
})
