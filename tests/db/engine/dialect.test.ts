import { expect, test } from 'bun:test'
import { toJson } from '#db/engine/json.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { insertUser, openTestDatabase, userIds } from '../fixture.ts'

test('an insert that was skipped has no insert id; other inserts have one', async () => {
  const { db } = await openTestDatabase()
  const insert = (id: string) =>
    kyselyOf(db)
      .insertInto('catalogueExercises')
      .values({
        id,
        name: id,
        nameKey: id,
        aliases: toJson([]),
        category: 'push',
        equipment: 'barbell',
        tracking: 'weight_reps',
        unilateral: 0,
        perHand: 0,
        cues: toJson([]),
        engagement: toJson([]),
        revision: 1,
        createdAt: 0,
        updatedAt: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
  expect(await insert('a')).toMatchObject({ insertId: 1n, numInsertedOrUpdatedRows: 1n })
  expect(await insert('b')).toMatchObject({ insertId: 2n, numInsertedOrUpdatedRows: 1n })
  const skipped = await insert('a')
  expect(skipped.insertId).toBeUndefined()
  expect(skipped.numInsertedOrUpdatedRows).toBe(0n)
})

test('returning returns the written rows', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'a')
  const rows = await kyselyOf(db).updateTable('users').set({ seq: 5 }).returning(['id', 'seq']).execute()
  expect(rows).toEqual([{ id: 'a', seq: 5 }])
})

test('a query may have more parameters than a function call can have arguments', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'a')
  const ids = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? 'a' : `x${i}`))
  expect(await db.selectFrom('users').select('id').where('id', 'in', ids).execute()).toEqual([{ id: 'a' }])
  expect(await userIds(db)).toEqual(['a'])
})
