import { afterAll, beforeAll, expect, spyOn, test } from 'bun:test'
import { Client } from 'pg'
import { toJson } from '#db/engine/json.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { prepare } from '#db/engine/prepare.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

let server: OpenServerDatabase | undefined

beforeAll(async () => {
  if (hasPostgres) server = await openTestPostgres((await startTestPostgres()).url)
})
afterAll(() => server?.close())

const database = () => {
  if (!server) throw new Error('no test runs without a server')
  return server.db
}

const mapName = prepare((db, row: { userId: string; nameKey: string; exerciseId: string }) =>
  db.insertInto('exerciseNameMappings').values(row),
)
const setLandmarks = prepare((db, row: { userId: string; revision: number; seq: number }) =>
  db.insertInto('landmarks').values({ ...row, landmarks: toJson([]) }),
)
const names = prepare((db, p: { userId: string }) =>
  db.selectFrom('exerciseNameMappings').select('nameKey').where('userId', '=', p.userId).orderBy('nameKey'),
)

const namesOf = async (userId: string) =>
  (await names.all(database(), { userId })).map(({ nameKey }) => nameKey)
const named = (userId: string, nameKey: string) => ({ userId, nameKey, exerciseId: 'x' })

test.skipIf(!hasPostgres)(
  'a failed write that nobody waited for fails the transaction at its commit',
  async () => {
    const userId = await insertUser(database())
    const twice = transact(database(), userId, async (tx) => {
      await mapName.send(tx, named(userId, 'bench'))
      await mapName.send(tx, named(userId, 'bench'))
    })
    await expect(twice).rejects.toThrow('exerciseNameMappingsKey')
    expect(await namesOf(userId)).toEqual([])
  },
)

test.skipIf(!hasPostgres)('a later statement fails with the error of the write before it', async () => {
  const userId = await insertUser(database())
  const read = transact(database(), userId, async (tx) => {
    await mapName.run(tx, named(userId, 'bench'))
    await mapName.send(tx, named(userId, 'bench'))
    await names.all(tx, { userId })
  })
  await expect(read).rejects.toThrow('exerciseNameMappingsKey')
})

test.skipIf(!hasPostgres)('an error that was swallowed does not pass for a commit', async () => {
  const userId = await insertUser(database())
  const swallowed = transact(database(), userId, async (tx) => {
    await mapName.run(tx, named(userId, 'bench'))
    await mapName.run(tx, named(userId, 'bench')).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow('exerciseNameMappingsKey')
  expect(await namesOf(userId)).toEqual([])
})

test.skipIf(!hasPostgres)(
  'a savepoint undoes writes that nobody waited for, and what was before it stays',
  async () => {
    const userId = await insertUser(database())
    await transact(database(), userId, async (tx) => {
      await mapName.send(tx, named(userId, 'bench'))
      const inner = savepoint(tx, async () => {
        await mapName.send(tx, named(userId, 'squat'))
        await mapName.send(tx, named(userId, 'squat'))
      })
      await expect(inner).rejects.toThrow('exerciseNameMappingsKey')
      await savepoint(tx, async () => {
        await mapName.send(tx, named(userId, 'row'))
        throw new Error('undone')
      }).catch(() => undefined)
      await mapName.send(tx, named(userId, 'press'))
    })
    expect(await namesOf(userId)).toEqual(['bench', 'press'])
  },
)

test.skipIf(!hasPostgres)('writes of several tables are one statement, which a read sees', async () => {
  const userId = await insertUser(database())
  const query = spyOn(Client.prototype, 'query')
  try {
    await transact(database(), userId, async (tx) => {
      const seq = await nextSeq(tx, userId)
      await setLandmarks.send(tx, { userId, revision: 1, seq })
      await mapName.send(tx, named(userId, 'bench'))
      expect(await names.all(tx, { userId })).toHaveLength(1)
      expect(await nextSeq(tx, userId)).toBe(seq + 1)
    })
    // begin, lock, the writes, the read, the second number, commit.
    expect(query).toHaveBeenCalledTimes(6)
  } finally {
    query.mockRestore()
  }
  expect(await findSeq(database(), userId)).toEqual({ seq: 2, horizon: 0 })
})

test.skipIf(!hasPostgres)('numbers of changes that a savepoint undid are not given twice', async () => {
  const userId = await insertUser(database())
  const given: number[] = []
  await transact(database(), userId, async (tx) => {
    given.push(await nextSeq(tx, userId))
    await savepoint(tx, async () => {
      await nextSeq(tx, userId)
      throw new Error('undone')
    }).catch(() => undefined)
    given.push(await nextSeq(tx, userId))
  })
  expect(new Set(given).size).toBe(2)
  expect((await findSeq(database(), userId)).seq).toBe(Math.max(...given))
})
