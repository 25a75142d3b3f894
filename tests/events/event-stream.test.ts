import { expect, test } from 'bun:test'
import { EventStream } from '#events/event-stream.ts'

const decoder = new TextDecoder()

test('of what a slow reader has not taken, only the last waits', async () => {
  const stream = new EventStream('s', undefined, () => undefined)
  const reader = stream.body.getReader()
  for (let seq = 1; seq <= 100_000; seq++) stream.tell(seq)
  stream.beat()
  expect(decoder.decode((await reader.read()).value)).toBe('id: 100000\ndata: {"seq":100000}\n\n')
  stream.tell(100_001)
  expect(decoder.decode((await reader.read()).value)).toBe('id: 100001\ndata: {"seq":100001}\n\n')
})

test('what the reader knows is not told', async () => {
  const stream = new EventStream('s', 7, () => undefined)
  const reader = stream.body.getReader()
  stream.tell(7)
  expect(decoder.decode((await reader.read()).value)).toBe(':\n\n')
  stream.tell(7)
  stream.tell(8)
  stream.tell(8)
  expect(decoder.decode((await reader.read()).value)).toBe('id: 8\ndata: {"seq":8}\n\n')
})

test('whoever ends it, that it ended is told once, and nothing more is taken', async () => {
  for (const end of ['server', 'reader'] as const) {
    let ended = 0
    const stream = new EventStream('s', undefined, () => ended++)
    const reader = stream.body.getReader()
    if (end === 'server') stream.end()
    else await reader.cancel()
    stream.end()
    stream.tell(1)
    stream.beat()
    expect((await reader.read()).done).toBe(true)
    expect(ended).toBe(1)
  }
})
