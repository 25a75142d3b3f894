import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { bodySchema } from './body-schema.ts'
import { corruptionsOf } from './corruptions.ts'
import { expectNoEcho, expectRejected, fieldProblemsOf } from './expect-rejected.ts'
import { type Place, withText } from './places.ts'
import { createRepeats, howToRepeat } from './repeats.ts'
import { hasJsonBody, type Prepared, prepare, rowsOf, sendPrepared, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const withBody = rowsOf(hasJsonBody)

/**
 * Whether a location is in a list whose items are validated one by one. An error there is reported in the
 * item's result.
 */
function isInItem({ requestBody }: Operation, [list, ...inside]: Place): boolean {
  return (
    requestBody?.validateEach !== undefined && list === requestBody.validateEach.list && inside.length > 0
  )
}

const repeatsOf = createRepeats()

/** Sends a request that gets 200 but must not change anything. */
async function expectAccepted(prepared: Prepared, raw: string): Promise<TestResponse> {
  const response = await unchanged(world.app, () => sendPrepared(world.app, prepared, { raw }))
  expect(response.status).toBe(200)
  expectNoEcho(response)
  return response
}

describe('a body with one error gets 422 with its location and code', () => {
  test.each(withBody)('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    const schema = bodySchema(id)
    const repeats = repeatsOf(id, schema)
    let count = 0
    for (const body of prepared.bodies) {
      for (const corruption of corruptionsOf(schema, body)) {
        const { place, text, pointer, code } = corruption
        if (!repeats.includes(corruption, code)) continue
        const raw = withText(body, place, text)
        const response = isInItem(operation, place)
          ? await expectAccepted(prepared, raw)
          : await expectRejected(world, prepared, { raw }, [422, 'validation_failed'])
        expect(fieldProblemsOf(response), `${pointer} = ${text?.slice(0, 100)} (${howToRepeat})`).toEqual([
          `pointer ${pointer} ${code}`,
        ])
        count++
      }
    }
    expect(count).toBeGreaterThan(10)
  })
})
