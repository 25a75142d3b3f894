import { expect, test } from 'bun:test'
import { TurnSize } from '#lib/turn-size.ts'

test('a turn has twice the items after a short one, up to the maximum', () => {
  const turn = new TurnSize({ initial: 3, max: 20 })
  const sizes = [1, 1, 1, 1].map((ms) => {
    turn.took(ms)
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
])('a turn of 100 items that took %d ms is followed by one of %d', (ms, items) => {
  const turn = new TurnSize({ initial: 100 })
  turn.took(ms)
  expect(turn.items).toBe(items)
})

test('a turn that took no measurable time is followed by a larger one', () => {
  const turn = new TurnSize()
  turn.took(0)
  expect(turn.items).toBe(8)
})

test('failed work does not change the size', async () => {
  const turn = new TurnSize()
  const failing = turn.measure(() => Promise.reject(new Error('no room')))
  await expect(failing).rejects.toThrow('no room')
  expect(turn.items).toBe(4)
  expect(await turn.measure(async () => 'done')).toBe('done')
})
