import { describe, expect, test } from 'bun:test'
import { bodySchema } from './body-schema.ts'
import { faultsIn } from './faults.ts'
import { withText } from './places.ts'
import { faultsOf, refused } from './refused.ts'
import { prepare, rowsOf, startWorld, takesJson } from './world.ts'

const world = await startWorld()
const withBody = rowsOf(takesJson)

describe('a body that breaks its schema in one place is refused with that place and the reason', () => {
  test.each(withBody)('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    let count = 0
    for (const body of prepared.bodies) {
      for (const { place, text, pointer, code } of faultsIn(bodySchema(id), body)) {
        const raw = withText(body, place, text)
        const answer = await refused(world, prepared, { raw }, [422, 'validation_failed'])
        expect(faultsOf(answer), `${pointer} = ${text?.slice(0, 100)}`).toEqual([
          `pointer ${pointer} ${code}`,
        ])
        count++
      }
    }
    expect(count).toBeGreaterThan(10)
  })
})
