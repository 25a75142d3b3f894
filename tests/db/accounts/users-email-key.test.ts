import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { emailKeyOf } from '#db/accounts/users.ts'

test('letter case and composition do not tell addresses apart', () => {
  expect(emailKeyOf('ADA@Example.Com')).toBe('ada@example.com')
  expect(emailKeyOf('zoe\u0308@example.com')).toBe(emailKeyOf('zo\u00eb@example.com'))
})

test('the key of a key is itself, for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = emailKeyOf(text)
      expect(emailKeyOf(key)).toBe(key)
    }),
  )
})
