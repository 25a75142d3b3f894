import { afterAll, beforeAll, expect, test } from 'bun:test'
import { toJson } from '#db/engine/json.ts'
import { TransactionEndedError } from '#db/engine/misuse.ts'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { prepare } from '#db/engine/prepare.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { statementsSentDuring } from '#tests/support/statements.ts'

let server: OpenServerDatabase | undefined

beforeAll(async () => {
  if (hasPostgres) server = await openTestPostgres((await startTestPostgres()).url)
})
afterAll(() => server?.close())

const database = () => {
  if (!server) throw new Error('there is no server')
  return server.db
}

const insertMapping = prepare((db, row: { userId: string; nameKey: string; exerciseId: string }) =>
  db.insertInto('exerciseNameMappings').values(row),
)
const insertLandmarks = prepare((db, row: { userId: string; revision: number; seq: number }) =>
  db.insertInto('landmarks').values({ ...row, landmarks: toJson([]) }),
)
const setExercise = prepare((db, p: { userId: string; exerciseId: string }) =>
  db.updateTable('exerciseNameMappings').set({ exerciseId: p.exerciseId }).where('userId', '=', p.userId),
)
const listNames = prepare((db, p: { userId: string }) =>
  db.selectFrom('exerciseNameMappings').select('nameKey').where('userId', '=', p.userId).orderBy('nameKey'),
)

const namesOf = async (userId: string) =>
  (await listNames.all(database(), { userId })).map(({ nameKey }) => nameKey)
const mapping = (userId: string, nameKey: string) => ({ userId, nameKey, exerciseId: 'x' })

test.skipIf(!hasPostgres)(
  'a failed write that was not awaited fails the transaction when it commits',
  async () => {
    const userId = await insertUser(database())
    const duplicate = transact(database(), userId, async (tx) => {
      await insertMapping.send(tx, mapping(userId, 'bench'))
      await insertMapping.send(tx, mapping(userId, 'bench'))
    })
    expect(await rejectionMessageOf(duplicate)).toContain('exerciseNameMappingsKey')
    expect(await namesOf(userId)).toEqual([])
  },
)

test.skipIf(!hasPostgres)('a write whose value cannot be sent fails its transaction', async () => {
  const userId = await insertUser(database())
  const invalid = transact(database(), userId, async (tx) => {
    await insertMapping.send(tx, mapping(userId, 'bench'))
    await postgresOf(tx)?.send('update "exerciseNameMappings" set "exerciseId" = $1', [new Date()])
  })
  expect(await rejectionOf(invalid)).toBeInstanceOf(TypeError)
  expect(await namesOf(userId)).toEqual([])
})

test.skipIf(!hasPostgres)('a later statement fails with the error of the write before it', async () => {
  const userId = await insertUser(database())
  const read = transact(database(), userId, async (tx) => {
    await insertMapping.run(tx, mapping(userId, 'bench'))
    await insertMapping.send(tx, mapping(userId, 'bench'))
    await listNames.all(tx, { userId })
  })
  expect(await rejectionMessageOf(read)).toContain('exerciseNameMappingsKey')
})

test.skipIf(!hasPostgres)('a transaction whose error was swallowed still fails', async () => {
  const userId = await insertUser(database())
  const swallowed = transact(database(), userId, async (tx) => {
    await insertMapping.run(tx, mapping(userId, 'bench'))
    await insertMapping.run(tx, mapping(userId, 'bench')).catch(() => undefined)
  })
  expect(await rejectionMessageOf(swallowed)).toContain('exerciseNameMappingsKey')
  expect(await namesOf(userId)).toEqual([])
})

test.skipIf(!hasPostgres)(
  'a savepoint undoes writes that were not awaited, and keeps earlier ones',
  async () => {
    const userId = await insertUser(database())
    await transact(database(), userId, async (tx) => {
      await insertMapping.send(tx, mapping(userId, 'bench'))
      const inner = savepoint(tx, async () => {
        await insertMapping.send(tx, mapping(userId, 'squat'))
        await insertMapping.send(tx, mapping(userId, 'squat'))
      })
      expect(await rejectionMessageOf(inner)).toContain('exerciseNameMappingsKey')
      await savepoint(tx, async () => {
        await insertMapping.send(tx, mapping(userId, 'row'))
        throw new Error('undone')
      }).catch(() => undefined)
      await insertMapping.send(tx, mapping(userId, 'press'))
    })
    expect(await namesOf(userId)).toEqual(['bench', 'press'])
  },
)

test.skipIf(!hasPostgres)('a savepoint undoes a failed write whose response has not arrived', async () => {
  const userId = await insertUser(database())
  await transact(database(), userId, async (tx) => {
    await insertMapping.run(tx, mapping(userId, 'bench'))
    const inner = savepoint(tx, async () => {
      await insertMapping.send(tx, mapping(userId, 'bench'))
      // Sends the first write, which fails.
      await insertMapping.send(tx, mapping(userId, 'squat'))
      throw new Error('undone')
    })
    expect(await rejectionMessageOf(inner)).toContain('undone')
  })
  expect(await namesOf(userId)).toEqual(['bench'])
})

test.skipIf(!hasPostgres)(
  'a write that was not awaited is rejected if it could only be sent after the rollback or the commit',
  async () => {
    const userId = await insertUser(database())
    const late: Promise<unknown>[] = []
    const begin = (fails: boolean) =>
      transact(database(), userId, async (tx) => {
        late.push(insertMapping.run(tx, mapping(userId, 'bench')).catch((error: unknown) => error))
        if (fails) throw new Error('undone')
      })
    expect(await rejectionMessageOf(begin(true))).toContain('undone')
    await begin(false)
    for (const outcome of await Promise.all(late)) expect(outcome).toBeInstanceOf(TransactionEndedError)
    expect(await namesOf(userId)).toEqual([])
  },
)

test.skipIf(!hasPostgres)('writes of one table that start together run in order', async () => {
  const userId = await insertUser(database())
  const sent = await statementsSentDuring(() =>
    transact(database(), userId, async (tx) => {
      await insertMapping.run(tx, mapping(userId, 'bench'))
      const ids = ['1', '2', '3']
      await Promise.all(ids.map((exerciseId) => setExercise.send(tx, { userId, exerciseId })))
    }),
  )
  const updates = sent.filter(({ text }) => text.startsWith('update'))
  expect(updates.map(({ values }) => values)).toEqual(['1', '2', '3'].map((id) => [id, userId]))
})

test.skipIf(!hasPostgres)('a savepoint fails with the error of the write before it', async () => {
  const userId = await insertUser(database())
  const nested = transact(database(), userId, async (tx) => {
    await insertMapping.run(tx, mapping(userId, 'bench'))
    await insertMapping.send(tx, mapping(userId, 'bench'))
    await savepoint(tx, () => insertMapping.send(tx, mapping(userId, 'squat')))
  })
  expect(await rejectionMessageOf(nested)).toContain('exerciseNameMappingsKey')
  expect(await namesOf(userId)).toEqual([])
})

const conflict = "do $$ begin raise exception using errcode = 'serialization_failure'; end $$"

test.skipIf(!hasPostgres)('a conflict before a savepoint is retried', async () => {
  const userId = await insertUser(database())
  let attempts = 0
  await transact(database(), userId, async (tx) => {
    attempts++
    if (attempts === 1) await postgresOf(tx)?.send(conflict, [])
    await savepoint(tx, () => insertMapping.send(tx, mapping(userId, 'bench')))
  })
  expect(attempts).toBe(2)
  expect(await namesOf(userId)).toEqual(['bench'])
})

test.skipIf(!hasPostgres)('a conflict in a savepoint that no longer exists is retried', async () => {
  const userId = await insertUser(database())
  let attempts = 0
  await transact(database(), userId, async (tx) => {
    attempts++
    await savepoint(tx, async () => {
      await insertMapping.send(tx, mapping(userId, 'bench'))
      if (attempts > 1) return
      await postgresOf(tx)?.send('release nested1', [])
      await postgresOf(tx)?.send(conflict, [])
    })
  })
  expect(attempts).toBe(2)
  expect(await namesOf(userId)).toEqual(['bench'])
})

test.skipIf(!hasPostgres)(
  'writes to several tables are sent as one statement before the next read, which sees them',
  async () => {
    const userId = await insertUser(database())
    const sent = await statementsSentDuring(() =>
      transact(database(), userId, async (tx) => {
        const seq = await nextSeq(tx, userId)
        await insertLandmarks.send(tx, { userId, revision: 1, seq })
        await insertMapping.send(tx, mapping(userId, 'bench'))
        expect(await listNames.all(tx, { userId })).toHaveLength(1)
        expect(await nextSeq(tx, userId)).toBe(seq + 1)
      }),
    )
    // Begin, lock, the writes, the read, the second change number, commit.
    expect(sent).toHaveLength(6)
    expect(await findSeq(database(), userId)).toEqual({ seq: 2, horizon: 0 })
  },
)

test.skipIf(!hasPostgres)('change numbers that a savepoint undid are not assigned twice', async () => {
  const userId = await insertUser(database())
  const assigned: number[] = []
  await transact(database(), userId, async (tx) => {
    assigned.push(await nextSeq(tx, userId))
    await savepoint(tx, async () => {
      await nextSeq(tx, userId)
      throw new Error('undone')
    }).catch(() => undefined)
    assigned.push(await nextSeq(tx, userId))
  })
  expect(new Set(assigned).size).toBe(2)
  expect((await findSeq(database(), userId)).seq).toBe(Math.max(...assigned))
})
