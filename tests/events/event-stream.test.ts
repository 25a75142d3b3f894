import { expect, test } from 'bun:test'
import { EventStream } from '#events/event-stream.ts'

const decoder = new TextDecoder()

test('a slow reader gets only the latest seq', async () => {
  const stream = new EventStream('s', undefined, () => undefined)
  const reader = stream.body.getReader()
  for (let seq = 1; seq <= 100_000; seq++) stream.announce(seq)
  stream.heartbeat()
  expect(decoder.decode((await reader.read()).value)).toBe('id: 100000\ndata: {"seq":100000}\n\n')
  stream.announce(100_001)
  expect(decoder.decode((await reader.read()).value)).toBe('id: 100001\ndata: {"seq":100001}\n\n')
})

test('a seq is announced only if the reader doesn’t know it yet', async () => {
  const stream = new EventStream('s', 7, () => undefined)
  const reader = stream.body.getReader()
  stream.announce(7)
  expect(decoder.decode((await reader.read()).value)).toBe(':\n\n')
  stream.announce(7)
  stream.announce(8)
  stream.announce(8)
  expect(decoder.decode((await reader.read()).value)).toBe('id: 8\ndata: {"seq":8}\n\n')
})

test('onEnd is called once if the server or the reader ends the stream, and nothing is sent afterward', async () => {
  for (const end of ['server', 'reader'] as const) {
    let ended = 0
    const stream = new EventStream('s', undefined, () => ended++)
    const reader = stream.body.getReader()
    if (end === 'server') stream.end()
    else await reader.cancel()
    stream.end()
    stream.announce(1)
    stream.heartbeat()
    expect((await reader.read()).done).toBe(true)
    expect(ended).toBe(1)
  }
})
