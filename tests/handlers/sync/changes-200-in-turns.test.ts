import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import {
  changes,
  measurementOf,
  type Page,
  push,
  putExercise,
  putMeasurement,
  putWorkout,
  remove,
} from './syncing.ts'

const app = await testApp()
const many = 150

/** A user with many resources of each kind; their ids, oldest change first. */
async function somebody(): Promise<{ user: TestUser; ids: string[] }> {
  const user = await app.register()
  const puts = Array.from({ length: many }, (_, index) => {
    const id = newId()
    if (index % 3 === 0) return putWorkout({ id })
    return index % 3 === 1 ? putMeasurement({ id }) : putExercise({ id })
  })
  await push(user, puts)
  return { user, ids: puts.map(({ id }) => id) }
}

/** Does something in each turn of the event loop until a page has arrived. */
async function meanwhile(page: Promise<Page>, each: (turn: number) => Promise<void> | void): Promise<Page> {
  let isDone = false
  const work = (async () => {
    for (let turn = 0; !isDone; turn++) {
      await new Promise(setImmediate)
      await each(turn)
    }
  })()
  try {
    return await page
  } finally {
    isDone = true
    await work
  }
}

test('a long page lets other requests run in between', async () => {
  const { user, ids } = await somebody()
  let turns = 0
  const page = await meanwhile(changes(user, { limit: 1000 }), (turn) => {
    turns = turn
  })
  expect(page.items.map(({ id }) => id)).toEqual(ids)
  expect(page).toMatchObject({ hasMore: false, seq: many })
  expect(turns).toBeGreaterThanOrEqual(Math.floor(many / 40))
})

/** A change to a resource in another turn while a page is read. */
const event = fc.record({ which: fc.nat(many - 1), deletes: fc.boolean() })

test('a change while a page is read appears at most once in it and is never missed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 50, max: 200 }),
      async (events, limit) => {
        const { user, ids } = await somebody()
        const revisions = new Map(ids.map((id) => [id, 1]))
        const gone = new Set<string>()
        const todo = [...events]
        const write = async () => {
          const next = todo.shift()
          const id = ids[next?.which ?? 0]
          if (!next || id === undefined || gone.has(id)) return
          const base = { id, baseRevision: revisions.get(id) ?? 1 }
          const mutation = next.deletes ? remove(kindOf(next.which), id, base) : putAgain(next.which, base)
          const [result] = await push(user, [mutation])
          if (result?.outcome !== 'applied') throw new Error(`it was not applied: ${JSON.stringify(result)}`)
          revisions.set(id, result.revision)
          if (next.deletes) gone.add(id)
        }
        const pulled = new Map<string, { revision: number; op: string }>()
        for (let cursor: string | undefined; ; ) {
          const asked = changes(user, { limit, ...(cursor !== undefined && { cursor }) })
          const page = await meanwhile(asked, write)
          const own = page.items.map(({ id }) => id)
          expect(new Set(own).size).toBe(own.length)
          for (const { id, revision, op } of page.items) pulled.set(id, { revision, op })
          cursor = page.nextCursor
          if (!page.hasMore && todo.length === 0) {
            const rest = await changes(user, { limit: 1000, cursor })
            for (const { id, revision, op } of rest.items) pulled.set(id, { revision, op })
            break
          }
        }
        const state = ids.map((id) => [
          id,
          { revision: revisions.get(id), op: gone.has(id) ? 'delete' : 'put' },
        ])
        expect(Object.fromEntries(pulled)).toEqual(Object.fromEntries(state))
      },
    ),
    { numRuns: runs(6) },
  )
}, 60_000)

function kindOf(which: number) {
  return which % 3 === 0 ? 'workout' : which % 3 === 1 ? 'measurement' : 'exercise'
}

let content = 0

function putAgain(which: number, base: { id: string; baseRevision: number }) {
  content++
  if (which % 3 === 0) return putWorkout(base, 1 + (content % 900))
  if (which % 3 === 1) return putMeasurement(base, measurementOf(base.id, 50 + content / 10).value)
  return putExercise(base, `Lift ${content}`)
}

test('a page is 410 if tombstones are purged while it is read', async () => {
  const { user, ids } = await somebody()
  const { nextCursor } = await changes(user, { limit: 1 })
  const { nextCursor: after } = await changes(user, { limit: 1000, cursor: nextCursor })
  const gone = ids.filter((_, index) => index % 3 === 0)
  await push(
    user,
    gone.map((id) => remove('workout', id, { baseRevision: 1 })),
  )
  const asked = user.send('GET', `/api/sync/changes?limit=1000&cursor=${after}`)
  // As housekeeping would after 90 days, once the first turn has been read.
  await new Promise(setImmediate)
  app.sqlite.run(
    'delete from workouts where "userId" = ? and "deletedAt" is not null and seq > (select seq - 5 from users where id = ?)',
    [user.id, user.id],
  )
  app.sqlite.run('update users set horizon = seq where id = ?', [user.id])
  const response = await asked
  expect([response.status, response.json<{ code?: string }>().code]).toEqual([410, 'cursor_expired'])
})
