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
} from './syncing.ts'

const app = await testApp()

/** A write to one of a few resources: a put, or a delete if it exists. */
interface Write {
  readonly which: number
  readonly deletes: boolean
}

const write: fc.Arbitrary<Write> = fc.record({ which: fc.nat({ max: 8 }), deletes: fc.boolean() })

test('the union of the pages equals the state, whatever is written in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { maxLength: 12 }),
      fc.array(fc.array(write, { maxLength: 4 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      async (before, between, limit) => {
        const user = await app.register()
        const ids = Array.from({ length: 9 }, newId)
        const state = new Map<string, { revision: number; there: boolean }>()
        const apply = async (writes: readonly Write[]) => {
          for (const { which, deletes } of writes) {
            const id = ids[which] ?? newId()
            const known = state.get(id)
            const base = { id, baseRevision: known?.revision ?? 0 }
            const mutation = deletes ? remove(kindOf(which), id, base) : putOf(which, base)
            const [result] = await push(user, [mutation])
            if (result?.outcome === 'applied') state.set(id, { revision: result.revision, there: !deletes })
            else expect(deletes && known === undefined).toBe(true)
          }
        }
        await apply(before)
        const pulled = new Map<string, { revision: number; there: boolean }>()
        const todo = [...between]
        for (let cursor: string | undefined; ; ) {
          const page = await changes(user, { limit, ...(cursor !== undefined && { cursor }) })
          for (const { id, revision, op } of page.items) pulled.set(id, { revision, there: op === 'put' })
          cursor = page.nextCursor
          const next = todo.shift()
          if (next) await apply(next)
          else if (!page.hasMore) break
        }
        const last = await pullAll(user)
        expect(new Set(last.items.map(({ id }) => id)).size).toBe(last.items.length)
        expect([...pulled].sort()).toEqual([...state].sort())
        expect(
          last.items.map(({ id, revision, op }) => [id, { revision, there: op === 'put' }]).sort(),
        ).toEqual([...state].sort())
      },
    ),
    { numRuns: runs(15) },
  )
}, 60_000)

function kindOf(which: number): Mutation['resource'] {
  return which < 3 ? 'workout' : which < 6 ? 'exercise' : 'measurement'
}

let content = 0

function putOf(which: number, base: { id: string; baseRevision: number }): Mutation {
  content++
  if (which < 3) return putWorkout(base, content % 1000)
  if (which < 6) return putExercise(base, `Lift ${content}`)
  return putMeasurement(base, 50 + (content % 1000) / 10)
}
