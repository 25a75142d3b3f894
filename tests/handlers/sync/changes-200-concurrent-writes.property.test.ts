import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import {
  changes,
  type Mutation,
  pullAll,
  push,
  putExercise,
  putMeasurement,
  putWorkout,
  remove,
} from './push-and-pull.ts'

const app = await testApp()

/** A write to one of a few resources: a put, or a delete, which is rejected if the resource does not exist. */
interface Write {
  readonly index: number
  readonly deletes: boolean
}

const write: fc.Arbitrary<Write> = fc.record({ index: fc.nat({ max: 8 }), deletes: fc.boolean() })

test('all pages together equal the state, even with writes between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { maxLength: 12 }),
      fc.array(fc.array(write, { maxLength: 4 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      async (before, between, limit) => {
        const user = await app.register()
        const ids = Array.from({ length: 9 }, newId)
        const state = new Map<string, { revision: number; exists: boolean }>()
        const apply = async (writes: readonly Write[]) => {
          for (const { index, deletes } of writes) {
            const id = ids[index] ?? newId()
            const current = state.get(id)
            const base = { id, baseRevision: current?.revision ?? 0 }
            const mutation = deletes ? remove(kindOf(index), id, base) : putOf(index, base)
            const [result] = await push(user, [mutation])
            if (result?.outcome === 'applied') state.set(id, { revision: result.revision, exists: !deletes })
            else expect(deletes && current === undefined).toBe(true)
          }
        }
        await apply(before)
        const pulled = new Map<string, { revision: number; exists: boolean }>()
        const pendingWrites = [...between]
        for (let cursor: string | undefined; ; ) {
          const page = await changes(user, { limit, ...(cursor !== undefined && { cursor }) })
          for (const { id, revision, op } of page.items) pulled.set(id, { revision, exists: op === 'put' })
          cursor = page.nextCursor
          const next = pendingWrites.shift()
          if (next) await apply(next)
          else if (!page.hasMore) break
        }
        const last = await pullAll(user)
        expect(new Set(last.items.map(({ id }) => id)).size).toBe(last.items.length)
        expect([...pulled].sort()).toEqual([...state].sort())
        expect(
          last.items.map(({ id, revision, op }) => [id, { revision, exists: op === 'put' }]).sort(),
        ).toEqual([...state].sort())
      },
    ),
    { numRuns: runs(15) },
  )
}, 60_000)

function kindOf(index: number): Mutation['resource'] {
  return index < 3 ? 'workout' : index < 6 ? 'exercise' : 'measurement'
}

let content = 0

function putOf(index: number, base: { id: string; baseRevision: number }): Mutation {
  content++
  if (index < 3) return putWorkout(base, content % 1000)
  if (index < 6) return putExercise(base, `Lift ${content}`)
  return putMeasurement(base, 50 + (content % 1000) / 10)
}
