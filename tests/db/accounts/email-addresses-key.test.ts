import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { emailKeyOf } from '#db/accounts/email-addresses.ts'

test('addresses that differ in letter case or composition have the same key', () => {
  expect(emailKeyOf('ADA@Example.Com')).toBe('ada@example.com')
  expect(emailKeyOf('zoe\u0308@example.com')).toBe(emailKeyOf('zo\u00eb@example.com'))
})

test('the key of a key is the same key, for any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const key = emailKeyOf(text)
      expect(emailKeyOf(key)).toBe(key)
    }),
  )
})
