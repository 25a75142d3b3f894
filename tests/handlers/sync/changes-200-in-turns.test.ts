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
} from './push-and-pull.ts'

const app = await testApp()
const resourceCount = 150

/** Registers a user with many resources of each kind. Resolves to the user and the ids, oldest change first. */
async function registerWithResources(): Promise<{ user: TestUser; ids: string[] }> {
  const user = await app.register()
  const puts = Array.from({ length: resourceCount }, (_, index) => {
    const id = newId()
    if (index % 3 === 0) return putWorkout({ id })
    return index % 3 === 1 ? putMeasurement({ id }) : putExercise({ id })
  })
  await push(user, puts)
  return { user, ids: puts.map(({ id }) => id) }
}

/** Runs a function in each turn of the event loop until a page arrives. Resolves to the page. */
async function runUntilArrived(
  page: Promise<Page>,
  run: (turn: number) => Promise<void> | void,
): Promise<Page> {
  let isDone = false
  const work = (async () => {
    for (let turn = 0; !isDone; turn++) {
      await new Promise(setImmediate)
      await run(turn)
    }
  })()
  try {
    return await page
  } finally {
    isDone = true
    await work
  }
}

test('other requests run while a long page is read', async () => {
  const { user, ids } = await registerWithResources()
  let turns = 0
  const page = await runUntilArrived(changes(user, { limit: 1000 }), (turn) => {
    turns = turn
  })
  expect(page.items.map(({ id }) => id)).toEqual(ids)
  expect(page).toMatchObject({ hasMore: false, seq: resourceCount })
  expect(turns).toBeGreaterThanOrEqual(Math.floor(resourceCount / 40))
})

/** A change to a resource in another turn while a page is read. */
const event = fc.record({ which: fc.nat(resourceCount - 1), deletes: fc.boolean() })

test('a change while a page is read appears at most once in it and is never missed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 50, max: 200 }),
      async (events, limit) => {
        const { user, ids } = await registerWithResources()
        const revisions = new Map(ids.map((id) => [id, 1]))
        const deletedIds = new Set<string>()
        const pendingEvents = [...events]
        const write = async () => {
          const next = pendingEvents.shift()
          const id = ids[next?.which ?? 0]
          if (!next || id === undefined || deletedIds.has(id)) return
          const base = { id, baseRevision: revisions.get(id) ?? 1 }
          const mutation = next.deletes ? remove(kindOf(next.which), id, base) : putChanged(next.which, base)
          const [result] = await push(user, [mutation])
          if (result?.outcome !== 'applied')
            throw new Error(`the mutation was not applied: ${JSON.stringify(result)}`)
          revisions.set(id, result.revision)
          if (next.deletes) deletedIds.add(id)
        }
        const pulled = new Map<string, { revision: number; op: string }>()
        for (let cursor: string | undefined; ; ) {
          const pending = changes(user, { limit, ...(cursor !== undefined && { cursor }) })
          const page = await runUntilArrived(pending, write)
          const pageIds = page.items.map(({ id }) => id)
          expect(new Set(pageIds).size).toBe(pageIds.length)
          for (const { id, revision, op } of page.items) pulled.set(id, { revision, op })
          cursor = page.nextCursor
          if (!page.hasMore && pendingEvents.length === 0) {
            const lastPage = await changes(user, { limit: 1000, cursor })
            for (const { id, revision, op } of lastPage.items) pulled.set(id, { revision, op })
            break
          }
        }
        const state = ids.map((id) => [
          id,
          { revision: revisions.get(id), op: deletedIds.has(id) ? 'delete' : 'put' },
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

function putChanged(which: number, base: { id: string; baseRevision: number }) {
  content++
  if (which % 3 === 0) return putWorkout(base, 1 + (content % 900))
  if (which % 3 === 1) return putMeasurement(base, measurementOf(base.id, 50 + content / 10).value)
  return putExercise(base, `Lift ${content}`)
}

test('a page gets 410 if tombstones are purged while it is read', async () => {
  const { user, ids } = await registerWithResources()
  const { nextCursor } = await changes(user, { limit: 1 })
  const { nextCursor: cursor } = await changes(user, { limit: 1000, cursor: nextCursor })
  const deletedIds = ids.filter((_, index) => index % 3 === 0)
  await push(
    user,
    deletedIds.map((id) => remove('workout', id, { baseRevision: 1 })),
  )
  const pending = user.send('GET', `/api/sync/changes?limit=1000&cursor=${cursor}`)
  // After the first turn, purge the tombstones, as housekeeping does after 90 days.
  await new Promise(setImmediate)
  app.sqlite.run(
    'delete from workouts where "userId" = ? and "deletedAt" is not null and seq > (select seq - 5 from users where id = ?)',
    [user.id, user.id],
  )
  app.sqlite.run('update users set horizon = seq where id = ?', [user.id])
  const response = await pending
  expect([response.status, response.json<{ code?: string }>().code]).toEqual([410, 'cursor_expired'])
})
