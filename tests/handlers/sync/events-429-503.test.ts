import { expect, test } from 'bun:test'
import { maxStreamsPerUser } from '#events/hints.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { openEventStream, waitUntil } from './open-event-stream.ts'

type Problem = Schemas['Problem']

test('a user may have 20 open streams, and one more gets 429 until one of them closes', async () => {
  const app = await testApp()
  const origin = app.listen()
  const [user, other] = [await app.register(), await app.register()]
  const streams = await Promise.all(
    Array.from({ length: maxStreamsPerUser }, () => openEventStream(origin, user)),
  )
  expect(streams.map(({ response }) => response.status)).toEqual(Array(20).fill(200))
  const rejected = await user.send('GET', '/api/sync/events')
  expect([rejected.status, rejected.json<Problem>().code]).toEqual([429, 'too_many_requests'])
  expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(0)
  const streamOfOther = await openEventStream(origin, other)
  expect(streamOfOther.response.status).toBe(200)
  const stillOpen = [...streams.slice(1), streamOfOther]
  streams[0]?.disconnect()
  await waitUntil(() => app.hints.openStreams === stillOpen.length)
  expect((await openEventStream(origin, user)).response.status).toBe(200)
  await app.close()
})

test('a stopping server immediately ends its streams and opens no more', async () => {
  const app = await testApp()
  const origin = app.listen()
  const user = await app.register()
  const streams = await Promise.all([openEventStream(origin, user), openEventStream(origin, user)])
  app.hints.stop()
  for (const stream of streams) await stream.ended()
  expect(app.hints.openStreams).toBe(0)
  const rejected = await user.send('GET', '/api/sync/events')
  expect([rejected.status, rejected.json<Problem>().code]).toEqual([503, 'unavailable'])
})
