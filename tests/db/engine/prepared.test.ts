import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Json } from '#db/engine/json.ts'
import { itemsOf, listParameter } from '#db/engine/json-list.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { prepare } from '#db/engine/prepare.ts'
import { transact } from '#db/engine/transact.ts'
import type { Reader } from '#db/schema/index.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { runs } from '#tests/support/runs.ts'
import { insertUser, openTestDatabase, userIds } from '../fixture.ts'

interface Filter {
  prefix: string
  unit?: 'kg' | 'lb' | undefined
  hourFrom?: number | undefined
  limit: number
}

const build = (db: Reader, { prefix, unit, hourFrom, limit }: Filter) => {
  let query = db
    .selectFrom('users')
    .select(['id', 'unit', 'dayStartHour', 'displayName'])
    .where('timeZone', '=', 'UTC')
    .where('email', '>=', prefix)
    .orderBy('id')
    .limit(limit)
  if (unit !== undefined) query = query.where('unit', '=', unit)
  if (hourFrom !== undefined) query = query.where('dayStartHour', '>=', hourFrom)
  return query
}

const list = prepare(build)

const filters = fc.record(
  {
    prefix: fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('user', "'; drop table users --"),
    ),
    unit: fc.constantFrom('kg' as const, 'lb' as const, undefined),
    hourFrom: fc.option(fc.integer({ min: -5, max: 30 }), { nil: undefined }),
    limit: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: ['prefix', 'limit'] },
)

test('a prepared query returns the same as the unprepared query, with any parameters', async () => {
  const { db } = await openTestDatabase()
  for (let i = 0; i < 24; i++) {
    const id = await insertUser(db, `user${i}`)
    await kyselyOf(db)
      .updateTable('users')
      .set({ dayStartHour: i, unit: i % 3 ? 'kg' : 'lb', displayName: i % 2 ? 'x' : null })
      .where('id', '=', id)
      .execute()
  }
  await fc.assert(
    fc.asyncProperty(filters, fc.boolean(), async (filter, inTransaction) => {
      const compare = async (reader: Reader) => {
        const unprepared = await build(reader, filter).execute()
        expect(await list.all(reader, filter)).toEqual(unprepared)
        expect(await list.first(reader, filter)).toEqual(unprepared[0])
      }
      await (inTransaction ? transact(db, 'a', compare) : compare(db))
    }),
    { numRuns: runs(300) },
  )
})

const find = prepare((db, p: { id: string }) => db.selectFrom('users').select('id').where('id', '=', p.id))
const rename = prepare((db, p: { id: string; name: string | null }) =>
  db.updateTable('users').set({ displayName: p.name }).where('id', '=', p.id),
)

test('run and runEach return the number of changed rows', async () => {
  const { db } = await openTestDatabase()
  for (const id of ['a', 'b']) await insertUser(db, id)
  expect(await transact(db, 'a', (tx) => rename.run(tx, { id: 'a', name: 'Ada' }))).toBe(1)
  expect(await transact(db, 'z', (tx) => rename.run(tx, { id: 'z', name: 'Zoe' }))).toBe(0)
  const changed = await transact(db, 'a', (tx) =>
    rename.runEach(tx, [
      { id: 'a', name: null },
      { id: 'b', name: 'Bo' },
      { id: 'z', name: 'Zoe' },
    ]),
  )
  expect(changed).toBe(2)
  expect(await db.selectFrom('users').select('displayName').orderBy('id').execute()).toEqual([
    { displayName: null },
    { displayName: 'Bo' },
  ])
})

test('a query waits for an open transaction and never sees uncommitted changes', async () => {
  const { db } = await openTestDatabase()
  const opened = Promise.withResolvers<void>()
  const failing = transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    opened.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    throw new Error('no')
  })
  await opened.promise
  const read = find.first(db, { id: 'a' })
  expect(await rejectionMessageOf(failing)).toContain('no')
  expect(await read).toBeUndefined()
})

test('inside a transaction, a prepared query accepts the transaction and rejects the outer database', async () => {
  const { db } = await openTestDatabase()
  const ended = await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    expect(await find.first(tx, { id: 'a' })).toEqual({ id: 'a' })
    expect(await rejectionMessageOf(find.first(db, { id: 'a' }))).toContain('pass the transaction (tx)')
    return { tx }
  })
  expect(await rejectionMessageOf(find.first(ended.tx, { id: 'a' }))).toContain('ended')
})

test('computing with a parameter while building the query is an error that names the parameter', async () => {
  const { db } = await openTestDatabase()
  const computesNumber = prepare((db, p: { limit: number }) =>
    db
      .selectFrom('users')
      .select('id')
      .limit(p.limit + 1),
  )
  expect(await rejectionMessageOf(computesNumber.all(db, { limit: 1 }))).toContain(
    'the parameter limit has no value',
  )
  const computesText = prepare((db, p: { id: string }) =>
    db.selectFrom('users').select('id').where('id', '=', `${p.id}x`),
  )
  expect(await rejectionMessageOf(computesText.all(db, { id: 'a' }))).toContain(
    'the parameter id has no value',
  )
})

test('a list parameter is passed as JSON', async () => {
  const { db } = await openTestDatabase()
  for (const id of ['a', 'b', 'c']) await insertUser(db, id)
  const listByIds = prepare((db, p: { ids: Json<string[]> }) =>
    db.selectFrom('users').select('id').where('id', 'in', itemsOf(p.ids)).orderBy('id'),
  )
  expect(await listByIds.all(db, { ids: listParameter(['c', 'a', 'x']) })).toEqual([{ id: 'a' }, { id: 'c' }])
})

test('more statements than the cache holds still return the right rows', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'a')
  for (let i = 0; i < 1100; i++) {
    const { rows } = await sql<{ id: string; i: number }>`select id, ${sql.lit(i)} as i from users`.execute(
      kyselyOf(db),
    )
    expect(rows).toEqual([{ id: 'a', i }])
  }
  expect(await find.first(db, { id: 'a' })).toEqual({ id: 'a' })
  expect(await userIds(db)).toEqual(['a'])
})
