import { expect, test } from 'bun:test'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { Writers } from './writers.ts'

test('writers fail as soon as one of them gets an error status other than 503', async () => {
  let workouts = 0
  const statuses = [201, 503, 201, 500]
  using server = Bun.serve({
    port: 0,
    fetch: ({ url }) =>
      url.endsWith('/api/workouts')
        ? Response.json({ id: crypto.randomUUID() }, { status: statuses[workouts++] ?? 201 })
        : Response.json({ accessToken: 'token' }, { status: 201 }),
  })
  const writers = new Writers(() => [server.url.origin], 1)
  const failures = [() => writers.more(1000), () => writers.receiveDetail('nothing'), () => writers.finish()]
  for (const fails of failures) expect(await rejectionMessageOf(fails())).toStartWith('/api/workouts: 500 ')
  expect(writers.statuses).toEqual({ 201: 3, 500: 1, 503: 1 })
})
