import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Pool, PoolClient } from 'pg'
import { isLost, noteQueryFailure } from '#db/engine/postgres/lost-clients.ts'
import { createPool } from '#db/engine/postgres/pool.ts'
import { runNext, runStatement } from '#db/engine/postgres/run-statement.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'

let pool: Pool | undefined
let client: PoolClient | undefined

beforeAll(async () => {
  if (!hasPostgres) return
  const server = await startTestPostgres()
  await administer(server.url, 'create database failures')
  pool = createPool({ url: urlOf(server.url, 'failures'), connections: 4 })
  client = await pool.connect()
})
afterAll(async () => {
  client?.release()
  await pool?.end()
})

const connected = (): PoolClient => {
  if (!client) throw new Error('there is no server')
  return client
}
const run = (text: string, values: unknown[] = []) => runStatement(connected(), { text, values })
const runAll = (texts: readonly string[]) =>
  Promise.allSettled(texts.map((text) => runNext(connected(), { text, values: [] })))
const countIn = async (table: string) => (await run(`select count(*) as count from ${table}`)).rows

test.skipIf(!hasPostgres)('a write outside of a transaction fails if its implicit commit does', async () => {
  await run('create temporary table once (n int constraint "onceOnly" unique deferrable initially deferred)')
  await run('insert into once values (1)')
  expect(await rejectionOf(run('insert into once values (1)'))).toMatchObject({ code: '23505' })
  expect(await countIn('once')).toEqual([{ count: 1 }])
})

test.skipIf(!hasPostgres)(
  'writes of a batch outside of a transaction fail if a later failure undoes them',
  async () => {
    await run('create temporary table undone (n int)')
    const outcomes = await runAll(['insert into undone values (1)', 'select 1 / 0'])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: '22012' } })
    expect(await countIn('undone')).toEqual([{ count: 0 }])
  },
)

test.skipIf(!hasPostgres)('a statement whose rows cannot be read fails alone', async () => {
  await run(`set bytea_output = 'escape'`)
  const outcomes = await runAll(['select 1 as value', `select '\\xff00'::bytea`, 'select 1 as value'])
  await run('reset bytea_output')
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: { name: 'SyntaxError' } })
})

test.skipIf(!hasPostgres)('a statement with too many parameters fails alone', async () => {
  const tooMany = run('select 1', Array(65_536).fill(0))
  const following = run('select 1 as value')
  expect(await rejectionOf(tooMany)).toBeInstanceOf(RangeError)
  expect((await following).rows).toEqual([{ value: 1 }])
})

test.skipIf(!hasPostgres)('a connection counts as lost once its prepared statements are gone', async () => {
  const reset = await pool?.connect()
  if (!reset) throw new Error('there is no server')
  const named = { text: 'select 1 as value', values: [], name: 'one' }
  await runStatement(reset, named)
  await runStatement(reset, { text: 'discard all', values: undefined })
  const failure = await runStatement(reset, named).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: '26000' })
  noteQueryFailure(reset, failure)
  expect(isLost(reset)).toBe(true)
  reset.release(true)
})

test.skipIf(!hasPostgres)(
  'a statement whose name is taken on the server fails once, and then replaces the other statement',
  async () => {
    const named = { text: 'select 1 as value', values: [], name: 'taken' }
    await run('prepare taken as select 2 as value')
    expect(await rejectionOf(runStatement(connected(), named))).toMatchObject({ code: '42P05' })
    expect((await runStatement(connected(), named)).rows).toEqual([{ value: 1 }])
  },
)
