import { expect, test } from 'bun:test'
import { lazyHandlers } from '#handlers/lazy-handlers.ts'
import { ok } from '#http/response/constructors.ts'
import { inTwoSteps } from '#http/response/two-steps.ts'
import { testApp } from '#tests/support/app.ts'

test('a module of handlers is loaded once, by the first step of a request', async () => {
  let loads = 0
  const { getLiveness } = lazyHandlers(['getLiveness'], async () => {
    loads++
    return { getLiveness: () => ok({ status: 'alive' }) }
  })
  expect(loads).toBe(0)
  const prepare: unknown = Reflect.get(getLiveness, 'prepare')
  if (typeof prepare !== 'function') throw new Error('the handler has no first step')
  await using _ = await prepare()
  expect(loads).toBe(1)
})

test('a handler in two steps keeps both, and its second step gets what the first prepared', async () => {
  const steps: string[] = []
  const { getLiveness } = lazyHandlers(['getLiveness'], async () => ({
    getLiveness: inTwoSteps(
      async (_request: unknown) => {
        steps.push('first')
        return { [Symbol.asyncDispose]: async () => void steps.push('disposed') }
      },
      async () => {
        steps.push('second')
        return ok({ status: 'alive' } as const)
      },
    ),
  }))
  {
    await using prepared = await getLiveness.prepare({})
    expect(steps).toEqual(['first'])
    await getLiveness({}, prepared)
  }
  expect(steps).toEqual(['first', 'second', 'disposed'])
})

test('concurrent first requests all get a response', async () => {
  const app = await testApp()
  const user = await app.register()
  const paths = ['/api/analytics/summary', '/api/analytics/landmarks', '/api/recommendations/progression']
  const responses = await Promise.all([...paths, ...paths].map((path) => user.send('GET', path)))
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
})
