import { expect, test } from 'bun:test'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, inputOf, log, problemOf, save, type WorkoutInput } from '../training.ts'

const app = await testApp()
const user = await app.register()

type Page = { items: Schemas['WorkoutRevision'][]; nextCursor?: string }

const lifts = ['barbell-bench-press', 'barbell-row', 'barbell-back-squat', 'dumbbell-curl', 'pull-up']

/** A workout after its first `count` sets, with many fields. `ids` are for the workout, its entries and its sets. */
function workoutAfterSets(count: number, ids: readonly string[]): WorkoutInput & { id: string } {
  const start = Date.parse('2026-03-02T17:02:11.345Z')
  const sets = Array.from({ length: count }, (_, number) => ({
    exercise: Math.floor(number / 5),
    set: {
      id: ids[10 + number] ?? '',
      type: number % 5 === 0 ? ('warmup' as const) : ('normal' as const),
      weight: { value: 60 + ((number * 37) % 17) * 2.5, unit: 'kg' as const },
      reps: 4 + ((number * 7) % 9),
      rpe: 7 + ((number * 3) % 6) / 2,
      restSeconds: 90 + ((number * 13) % 8) * 15,
      completedAt: new Date(start + number * 171_377).toISOString(),
      target: { reps: { min: 5, max: 8 }, rpe: 8 },
    },
  }))
  return {
    id: ids[0] ?? '',
    name: 'Push and pull',
    startedAt: new Date(start).toISOString(),
    timeZone: 'UTC',
    bodyweight: { value: 82.4, unit: 'kg' },
    exercises: lifts
      .map((exerciseId, index) => ({
        id: ids[1 + index] ?? '',
        exerciseId,
        notes: 'pause at the bottom, elbows in',
        sets: sets.filter(({ exercise }) => exercise === index).map(({ set }) => set),
      }))
      .filter((exercise) => exercise.sets.length > 0),
  }
}

const revisionsOf = async (id: string | undefined) =>
  (await user.send('GET', `/api/workouts/${id}/revisions?limit=200`)).text

/** The bytes of the table of revisions and its indexes, including keys and row headers. */
function bytesOfRevisions(): number {
  const tables = runSql(
    app.sqlite,
    "select sum(payload) from dbstat where name in (select name from sqlite_schema where tbl_name = 'workoutRevisions')",
  )
  return Number(tables[0]?.[0])
}

test('a workout that is saved after each of its 25 sets has less than 30 kB of revisions after compression', async () => {
  const ids = Array.from({ length: 40 }, () => crypto.randomUUID())
  let { etag } = await log(user, workoutAfterSets(0, ids))
  for (let count = 1; count <= 25; count++) ({ etag } = await save(user, workoutAfterSets(count, ids), etag))
  const beforeCompression = await revisionsOf(ids[0])
  expect((await collectExpired(app.db, app.clock.now, { batch: 10 })).compressed).toBe(25)
  expect((await collectExpired(app.db, app.clock.now, { batch: 10 })).compressed).toBe(0)
  expect(bytesOfRevisions()).toBeLessThan(30_000)
  expect(await revisionsOf(ids[0])).toBe(beforeCompression)

  const page = expectBody<Page>(await user.send('GET', `/api/workouts/${ids[0]}/revisions?limit=200`), 200)
  expect(page.items.map(({ revision }) => revision)).toEqual(Array.from({ length: 25 }, (_, n) => 25 - n))
  for (const { revision, workout } of page.items)
    expect(workout).toEqual(JSON.parse(JSON.stringify(workoutAfterSets(revision - 1, ids))))
})

test('revisions are listed newest first over all pages, even for a deleted workout', async () => {
  let latest = await log(user, { startedAt: '2026-03-02T10:00:00.000Z', exercises: [] })
  const path = `/api/workouts/${latest.body.id}`
  for (const name of ['B', 'C', 'D'])
    latest = await save(user, { ...inputOf(latest.body), name }, latest.etag)
  app.clock.now += 1000
  expect((await user.send('DELETE', path, { headers: { 'If-Match': latest.etag } })).status).toBe(204)
  const first = (await user.send('GET', `${path}/revisions?limit=3`)).json<Page>()
  const second = (await user.send('GET', `${path}/revisions?limit=3&cursor=${first.nextCursor}`)).json<Page>()
  expect(
    [...first.items, ...second.items].map(({ revision, reason, workout }) => [
      revision,
      reason,
      workout.name,
    ]),
  ).toEqual([
    [4, 'deleted', 'D'],
    [3, 'replaced', 'C'],
    [2, 'replaced', 'B'],
    [1, 'replaced', undefined],
  ])
  expect(first.items[0]?.replacedAt).toBe(new Date(app.clock.now).toISOString())
  expect(second.nextCursor).toBeUndefined()
})

test('a workout that was never changed has no revisions, and an unknown one gets 404', async () => {
  const { body } = await log(user, { startedAt: '2026-03-02T10:00:00.000Z', exercises: [] })
  expect((await user.send('GET', `/api/workouts/${body.id}/revisions`)).json<Page>()).toEqual({ items: [] })
  const missing = await user.send('GET', `/api/workouts/${crypto.randomUUID()}/revisions`)
  expect(problemOf(missing)).toEqual([404, 'not_found'])
})
