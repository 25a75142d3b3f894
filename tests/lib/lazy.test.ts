import { expect, test } from 'bun:test'
import { lazy } from '#lib/lazy.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

test('the value is loaded on first use, once for all callers', async () => {
  let loads = 0
  const value = lazy(async () => ({ number: ++loads }))
  expect(loads).toBe(0)
  const [first, second] = await Promise.all([value(), value()])
  expect(first).toBe(second)
  expect(await value()).toBe(first)
  expect(loads).toBe(1)
})

test('a failed load is retried on the next use', async () => {
  let loads = 0
  const value = lazy(async () => {
    loads++
    if (loads === 1) throw new Error('not now')
    return loads
  })
  expect(await rejectionMessageOf(value())).toContain('not now')
  expect(await value().catch(() => value())).toBe(2)
})
