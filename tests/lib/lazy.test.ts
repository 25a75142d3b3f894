import { expect, test } from 'bun:test'
import { lazy } from '#lib/lazy.ts'

test('nothing is loaded before it is asked for, and once for all who ask', async () => {
  let loads = 0
  const thing = lazy(async () => ({ number: ++loads }))
  expect(loads).toBe(0)
  const [first, second] = await Promise.all([thing(), thing()])
  expect(first).toBe(second)
  expect(await thing()).toBe(first)
  expect(loads).toBe(1)
})

test('a loading that fails is tried again', async () => {
  let loads = 0
  const thing = lazy(async () => {
    loads++
    if (loads === 1) throw new Error('not now')
    return loads
  })
  expect(thing()).rejects.toThrow('not now')
  expect(await thing().catch(() => thing())).toBe(2)
})
