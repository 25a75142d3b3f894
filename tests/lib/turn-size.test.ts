import { expect, test } from 'bun:test'
import { TurnSize } from '#lib/turn-size.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

test('after a short turn, the next one has twice as many items, up to the maximum', () => {
  const turn = new TurnSize({ initial: 3, max: 20 })
  const sizes = [1, 1, 1, 1].map((ms) => {
    turn.adaptTo(ms)
    return turn.items
  })
  expect(sizes).toEqual([6, 12, 20, 20])
})

test.each([
  [16, 50],
  [80, 10],
  [800, 1],
  [80_000, 1],
  [Number.POSITIVE_INFINITY, 1],
])('after a turn of 100 items that took %d ms, the next one has %d items', (ms, items) => {
  const turn = new TurnSize({ initial: 100 })
  turn.adaptTo(ms)
  expect(turn.items).toBe(items)
})

test('after a turn that took no measurable time, the next one has twice as many items', () => {
  const turn = new TurnSize()
  turn.adaptTo(0)
  expect(turn.items).toBe(8)
})

test('a failed turn does not change the size', async () => {
  const turn = new TurnSize()
  const failing = turn.measure(() => Promise.reject(new Error('no room')))
  expect(await rejectionMessageOf(failing)).toContain('no room')
  expect(turn.items).toBe(4)
  expect(await turn.measure(async () => 'done')).toBe('done')
})
