import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { Received } from '#tests/support/request.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'
import { changes, getChanges, pullAll, push, pushOne, putMeasurement, putWorkout, remove } from './syncing.ts'

type Problem = Schemas['Problem']

const app = await testApp()
const day = 86_400_000

const problemOf = (response: Received): unknown[] => [response.status, response.json<Problem>().code]
const expired = [410, 'cursor_expired']

function expectInvalid(response: Received): void {
  expect(problemOf(response)).toEqual([422, 'validation_failed'])
  const { errors } = response.json<Problem>()
  expect(errors).toMatchObject([{ parameter: 'cursor', code: 'invalid_cursor' }])
}

/** A cursor with a different position. */
function recoded(cursor: string, change: (position: Record<string, unknown>) => object): string {
  const [scope, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify([scope, change(position)])).toString('base64url')
}

describe('a text that is not a cursor of this user is 422 invalid_cursor', () => {
  test('forged', async () => {
    const user = await app.register()
    const { nextCursor } = await changes(user)
    const forged = [
      'A'.repeat(40),
      nextCursor.slice(0, -6),
      `${nextCursor}AAAA`,
      recoded(nextCursor, () => ({})),
      recoded(nextCursor, (position) => ({ ...position, seq: -1 })),
      recoded(nextCursor, (position) => ({ ...position, seq: '0' })),
      recoded(nextCursor, (position) => ({ ...position, floor: 1.5 })),
      recoded(nextCursor, (position) => ({ ...position, more: 1 })),
      Buffer.from(JSON.stringify({ epoch: 'x', seq: 0, floor: 0 })).toString('base64url'),
    ]
    for (const cursor of forged) expectInvalid(await getChanges(user, { cursor }))
  })

  test('of another user', async () => {
    const [ada, eve] = [await app.register(), await app.register()]
    await pushOne(ada, putMeasurement())
    const { nextCursor: cursor } = await changes(ada)
    await pushOne(eve, putMeasurement())
    expectInvalid(await getChanges(eve, { cursor }))
  })

  test('of another list', async () => {
    const user = await app.register()
    await push(user, [putMeasurement(), putMeasurement()])
    const list = (await user.send('GET', '/api/measurements?limit=1')).json<{ nextCursor: string }>()
    expectInvalid(await getChanges(user, { cursor: list.nextCursor }))
  })
})

describe('a cursor whose position is no longer known is 410 cursor_expired', () => {
  test('ahead of the server', async () => {
    const user = await app.register()
    const { nextCursor } = await changes(user)
    const cursor = recoded(nextCursor, (position) => ({ ...position, seq: 1 }))
    expect(problemOf(await getChanges(user, { cursor }))).toEqual(expired)
  })

  test('from before a backup was restored', async () => {
    const folder = temporaryFolder()
    const copy = join(temporaryFolder(), 'copy.db')
    const key = crypto.getRandomValues(new Uint8Array(32))
    const before = await testApp({ folder, key })
    const ada = await before.register()
    await pushOne(ada, putMeasurement())
    backup(before.sqlite, copy)
    const mutation = putMeasurement()
    await pushOne(ada, mutation)
    const pulled = await changes(ada)
    await before.close()
    restore(copy, folder, new Date())

    const after = await testApp({ folder, key })
    const same: TestUser = userWith(after, ada.tokens)
    expect(problemOf(await getChanges(same, { cursor: pulled.nextCursor }))).toEqual(expired)
    const anew = await changes(same)
    expect(anew.epoch).not.toBe(pulled.epoch)
    expect(anew.items).toHaveLength(1)

    // The client has changes that the restore lost, as the problem's code says.
    const body = { epoch: pulled.epoch, mutations: [mutation] }
    const refused = await same.send('POST', '/api/sync/push', { body })
    expect(problemOf(refused)).toEqual([410, 'epoch_changed'])
    expect(await pushOne(same, mutation)).toMatchObject({ outcome: 'applied', revision: 1 })
    expect(
      await push(same, [putMeasurement({ id: mutation.id, baseRevision: 5 })], anew.epoch),
    ).toMatchObject([{ outcome: 'rejected', problem: { code: 'revision_unknown' } }])
  })

  test('of a client that was offline for a year, if a tombstone was purged in the meantime', async () => {
    const start = app.clock.now
    const user = await app.register()
    const [gone, kept] = [putWorkout(), putWorkout()]
    await push(user, [gone, kept])
    const { cursor } = await pullAll(user)
    app.clock.now = start + 30 * day
    const other = await app.client.POST('/api/auth/login', {
      body: { email: user.email, password: 'gravel teapot eleven moons' },
    })
    if (!other.data) throw new Error('could not log in')
    const later = userWith(app, other.data)
    await pushOne(later, remove('workout', gone.id, { baseRevision: 1 }))
    await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, start + 120 * day, 100))
    expect((await pullAll(later, cursor)).items).toMatchObject([{ id: gone.id, op: 'delete' }])
    const past = await pullAll(later, cursor)
    await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, start + 121 * day, 100))
    expect(problemOf(await getChanges(later, { cursor }))).toEqual(expired)
    // A client that has seen the deletion continues; one that starts over gets the remaining resources
    // and a valid cursor.
    expect((await pullAll(later, past.cursor)).items).toEqual([])
    const anew = await pullAll(later)
    expect(anew.items.map(({ id }) => id)).toEqual([kept.id])
    expect((await pullAll(later, anew.cursor)).items).toEqual([])
    expect(await pushOne(later, putWorkout({ id: gone.id, baseRevision: 1 }))).toMatchObject({
      problem: { code: 'not_found' },
    })
    // Above any revision that a client may still know of the deleted one.
    expect(await pushOne(later, putWorkout({ id: gone.id }))).toMatchObject({
      outcome: 'applied',
      revision: 4,
    })
    app.clock.now = start
  })
})

test('a first pull survives tombstones being purged between its pages', async () => {
  const user = await app.register()
  const mutations = [putWorkout(), putWorkout(), putWorkout(), putWorkout()]
  await push(user, mutations)
  const [first, second] = mutations
  if (!first || !second) throw new Error('there are four')
  await pushOne(user, remove('workout', first.id, { baseRevision: 1 }))
  const page = await changes(user, { limit: 1 })
  expect(page.items.map(({ id }) => id)).toEqual([second.id])
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, app.clock.now + 91 * day, 100))
  const rest = await pullAll(user, page.nextCursor, 1)
  expect(rest.items.map(({ id }) => id)).toEqual(mutations.slice(2).map(({ id }) => id))
  expect((await pullAll(user, rest.cursor)).items).toEqual([])
})

test('a first pull is 410 if something it received was deleted and purged before its end', async () => {
  const user = await app.register()
  const mutations = [putWorkout(), putWorkout(), putWorkout()]
  await push(user, mutations)
  const page = await changes(user, { limit: 1 })
  const fields = page.items[0]?.id ?? newId()
  await pushOne(user, remove('workout', fields, { baseRevision: 1 }))
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, app.clock.now + 91 * day, 100))
  expect(problemOf(await getChanges(user, { cursor: page.nextCursor }))).toEqual(expired)
})
