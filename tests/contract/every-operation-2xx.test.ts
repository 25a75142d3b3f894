import { describe, expect, test } from 'bun:test'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

describe('every operation accepts each of its sample bodies', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const count = (await prepare(world, operation)).bodies.length
    for (let index = 0; index < Math.max(count, 1); index++) {
      const prepared = await prepare(world, operation)
      const response = await sendPrepared(
        world.app,
        prepared,
        count > 0 ? { body: prepared.bodies[index] } : {},
      )
      expect(response.status, response.text).toBeLessThan(400)
    }
  })
})

describe('an operation whose body is optional works without one', () => {
  test.each(rowsOf(({ requestBody }) => requestBody?.required === false))('%s', async (_, operation) => {
    const response = await sendPrepared(world.app, await prepare(world, operation), { body: undefined })
    expect(response.status).toBe(200)
  })
})
