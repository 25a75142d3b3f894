import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  changes,
  getChanges,
  pullAll,
  push,
  pushOne,
  putMeasurement,
  putWorkout,
  remove,
} from './push-and-pull.ts'

type Problem = Schemas['Problem']

const app = await testApp()

const problemOf = (response: TestResponse): unknown[] => [response.status, response.json<Problem>().code]
const expired = [410, 'cursor_expired']

function expectInvalid(response: TestResponse): void {
  expect(problemOf(response)).toEqual([422, 'validation_failed'])
  const { errors } = response.json<Problem>()
  expect(errors).toMatchObject([{ parameter: 'cursor', code: 'invalid_cursor' }])
}

/** Changes the position of a cursor. */
function withPosition(cursor: string, change: (position: Record<string, unknown>) => object): string {
  const [scope, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify([scope, change(position)])).toString('base64url')
}

describe('a string that is not a cursor of this user gets 422 invalid_cursor', () => {
  test('a forged cursor', async () => {
    const user = await app.register()
    const { nextCursor } = await changes(user)
    const forged = [
      'A'.repeat(40),
      nextCursor.slice(0, -6),
      `${nextCursor}AAAA`,
      withPosition(nextCursor, () => ({})),
      withPosition(nextCursor, (position) => ({ ...position, seq: -1 })),
      withPosition(nextCursor, (position) => ({ ...position, seq: '0' })),
      withPosition(nextCursor, (position) => ({ ...position, floor: 1.5 })),
      withPosition(nextCursor, (position) => ({ ...position, more: 1 })),
      Buffer.from(JSON.stringify({ epoch: 'x', seq: 0, floor: 0 })).toString('base64url'),
    ]
    for (const cursor of forged) expectInvalid(await getChanges(user, { cursor }))
  })

  test('a cursor from another user', async () => {
    const [ada, eve] = [await app.register(), await app.register()]
    await pushOne(ada, putMeasurement())
    const { nextCursor: cursor } = await changes(ada)
    await pushOne(eve, putMeasurement())
    expectInvalid(await getChanges(eve, { cursor }))
  })

  test('a cursor from a different list', async () => {
    const user = await app.register()
    await push(user, [putMeasurement(), putMeasurement()])
    const list = (await user.send('GET', '/api/measurements?limit=1')).json<{ nextCursor: string }>()
    expectInvalid(await getChanges(user, { cursor: list.nextCursor }))
  })
})

describe('a cursor whose position is no longer known gets 410 cursor_expired', () => {
  test('a position ahead of the server', async () => {
    const user = await app.register()
    const { nextCursor } = await changes(user)
    const cursor = withPosition(nextCursor, (position) => ({ ...position, seq: 1 }))
    expect(problemOf(await getChanges(user, { cursor }))).toEqual(expired)
  })

  test('a position from before a backup was restored', async () => {
    const folder = temporaryFolder()
    const copy = join(temporaryFolder(), 'copy.db')
    const key = crypto.getRandomValues(new Uint8Array(32))
    const firstApp = await testApp({ folder, key })
    const ada = await firstApp.register()
    await pushOne(ada, putMeasurement())
    backup(firstApp.sqlite, copy)
    const mutation = putMeasurement()
    await pushOne(ada, mutation)
    const pulled = await changes(ada)
    await firstApp.close()
    restore(copy, folder, new Date())

    const restarted = await testApp({ folder, key })
    const adaAfterRestore: TestUser = userWith(restarted, ada.tokens)
    expect(problemOf(await getChanges(adaAfterRestore, { cursor: pulled.nextCursor }))).toEqual(expired)
    const fresh = await changes(adaAfterRestore)
    expect(fresh.epoch).not.toBe(pulled.epoch)
    expect(fresh.items).toHaveLength(1)

    // The client has a change that the restored database does not have.
    const body = { epoch: pulled.epoch, mutations: [mutation] }
    const rejected = await adaAfterRestore.send('POST', '/api/sync/push', { body })
    expect(problemOf(rejected)).toEqual([410, 'epoch_changed'])
    expect(await pushOne(adaAfterRestore, mutation)).toMatchObject({ outcome: 'applied', revision: 1 })
    expect(
      await push(adaAfterRestore, [putMeasurement({ id: mutation.id, baseRevision: 5 })], fresh.epoch),
    ).toMatchObject([{ outcome: 'rejected', problem: { code: 'revision_unknown' } }])
  })

  test('a position from before a tombstone was purged', async () => {
    const start = app.clock.now
    const user = await app.register()
    const [toDelete, toKeep] = [putWorkout(), putWorkout()]
    await push(user, [toDelete, toKeep])
    const { cursor } = await pullAll(user)
    app.clock.now = start + 30 * dayMs
    const other = await app.client.POST('/api/auth/login', {
      body: { email: user.email, password: 'gravel teapot eleven moons' },
    })
    if (!other.data) throw new Error('could not log in')
    const userLater = userWith(app, other.data)
    await pushOne(userLater, remove('workout', toDelete.id, { baseRevision: 1 }))
    await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, start + 120 * dayMs, 100))
    expect((await pullAll(userLater, cursor)).items).toMatchObject([{ id: toDelete.id, op: 'delete' }])
    const withDeletion = await pullAll(userLater, cursor)
    await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, start + 121 * dayMs, 100))
    expect(problemOf(await getChanges(userLater, { cursor }))).toEqual(expired)
    // A client that pulled the deletion can continue. A client that starts again gets the remaining resources
    // and a valid cursor.
    expect((await pullAll(userLater, withDeletion.cursor)).items).toEqual([])
    const fresh = await pullAll(userLater)
    expect(fresh.items.map(({ id }) => id)).toEqual([toKeep.id])
    expect((await pullAll(userLater, fresh.cursor)).items).toEqual([])
    expect(await pushOne(userLater, putWorkout({ id: toDelete.id, baseRevision: 1 }))).toMatchObject({
      problem: { code: 'not_found' },
    })
    // The new revision is higher than every revision of the deleted workout.
    expect(await pushOne(userLater, putWorkout({ id: toDelete.id }))).toMatchObject({
      outcome: 'applied',
      revision: 4,
    })
    app.clock.now = start
  })
})

test('a first pull can continue after tombstones were purged between its pages', async () => {
  const user = await app.register()
  const mutations = [putWorkout(), putWorkout(), putWorkout(), putWorkout()]
  await push(user, mutations)
  const [first, second] = mutations
  if (!first || !second) throw new Error('two mutations are missing')
  await pushOne(user, remove('workout', first.id, { baseRevision: 1 }))
  const page = await changes(user, { limit: 1 })
  expect(page.items.map(({ id }) => id)).toEqual([second.id])
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, app.clock.now + 91 * dayMs, 100))
  const remaining = await pullAll(user, page.nextCursor, 1)
  expect(remaining.items.map(({ id }) => id)).toEqual(mutations.slice(2).map(({ id }) => id))
  expect((await pullAll(user, remaining.cursor)).items).toEqual([])
})

test('a first pull gets 410 if a resource of an earlier page was deleted and its tombstone purged', async () => {
  const user = await app.register()
  const mutations = [putWorkout(), putWorkout(), putWorkout()]
  await push(user, mutations)
  const page = await changes(user, { limit: 1 })
  const receivedId = page.items[0]?.id ?? newId()
  await pushOne(user, remove('workout', receivedId, { baseRevision: 1 }))
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, app.clock.now + 91 * dayMs, 100))
  expect(problemOf(await getChanges(user, { cursor: page.nextCursor }))).toEqual(expired)
})
