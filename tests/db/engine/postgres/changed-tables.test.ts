import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import type { Pool, PoolClient } from 'pg'
import { ChangedColumnsError, translateError } from '#db/engine/postgres/errors.ts'
import { createPool } from '#db/engine/postgres/pool.ts'
import { runStatement } from '#db/engine/postgres/run-statement.ts'
import { StatementNames } from '#db/engine/postgres/statement-names.ts'
import { TransactionConflictError } from '#db/engine/transaction-conflict.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

let pool: Pool | undefined
let client: PoolClient | undefined

beforeAll(async () => {
  if (!hasPostgres) return
  const server = await startTestPostgres()
  await administer(server.url, 'create database changes')
  pool = createPool({ url: urlOf(server.url, 'changes'), connections: 1 })
})
// Each test gets a new connection, without prepared statements.
beforeEach(async () => {
  client = await pool?.connect()
})
afterEach(() => client?.release(true))
afterAll(() => pool?.end())

const connected = (): PoolClient => {
  if (!client) throw new Error('there is no server')
  return client
}
const administrate = (text: string) => runStatement(connected(), { text, values: undefined })

const text = 'select * from changing where 1 = $1'

/** The error of a statement that has read a table before a change to the table. */
async function failureAfter(names: StatementNames, change: string): Promise<unknown> {
  const statement = names.named(text, [1])
  for (let run = 0; run < 3; run++) await runStatement(connected(), statement)
  await administrate(change)
  const error = await runStatement(connected(), statement).catch((thrown: unknown) => thrown)
  names.renewAfter(error, statement)
  return error
}

/** The rows that the renewed statement reads. Asserts that it still reads them once it is prepared. */
async function readRenewed(names: StatementNames): Promise<unknown[]> {
  const read = () => runStatement(connected(), names.named(text, [1]))
  expect((await read()).rows).toEqual((await read()).rows)
  return (await read()).rows
}

const create = (columns: string, row: string) =>
  administrate(
    `drop table if exists changing; create table changing (${columns}); insert into changing values (${row})`,
  )

/** Prepares the statement again by the same name, as pgbouncer does on a new connection. */
function replacing(names: StatementNames, change: string): string {
  const { name } = names.named(text, [])
  return `${change}; deallocate "${name}"; prepare "${name}" as ${text.replace('$1', '$1::int')}`
}

describe.skipIf(!hasPostgres)('a prepared statement whose table was changed', () => {
  test('fails with a conflict, and works after its names are renewed', async () => {
    const names = new StatementNames()
    await create('a integer, b text', `7, 'x'`)
    const error = await failureAfter(names, 'alter table changing add column c integer default 3')
    expect(translateError(error)).toBeInstanceOf(TransactionConflictError)
    expect(await readRenewed(names)).toEqual([{ a: 7, b: 'x', c: 3 }])
    await failureAfter(names, 'alter table changing drop column a')
    expect(await readRenewed(names)).toEqual([{ b: 'x', c: 3 }])
  })

  const changes: readonly (readonly [change: string, columns: string, row: string, read: object])[] = [
    ['add column c integer', 'a integer, b text', `7, 'x'`, { a: 7, b: 'x', c: null }],
    ['drop column a', 'a integer, b text', `7, 'x'`, { b: 'x' }],
    ['alter column a type bigint', 'a integer, b text', `7, 'x'`, { a: 7, b: 'x' }],
    ['alter column a type integer', 'a smallint, b text', `7, 'x'`, { a: 7, b: 'x' }],
    ['alter column a type integer using a::int', 'a boolean', 'true', { a: 1 }],
    ['alter column a type text', 'a double precision', '0.5', { a: '0.5' }],
  ]
  for (const [change, columns, row, read] of changes) {
    test(`fails with a conflict instead of being misread if a pooler prepared it again: ${change} of (${columns})`, async () => {
      const names = new StatementNames()
      await create(columns, row)
      const error = await failureAfter(names, replacing(names, `alter table changing ${change}`))
      expect(error).toBeInstanceOf(ChangedColumnsError)
      expect(translateError(error)).toBeInstanceOf(TransactionConflictError)
      expect(await readRenewed(names)).toEqual([read])
    })
  }
})

test('renewed statements differ in their SQL too, because pgbouncer prepares the same SQL only once', () => {
  const names = new StatementNames()
  const seen = [names.named(text, [])]
  for (let renewal = 0; renewal < 3; renewal++) {
    const statement = names.named(text, [])
    names.renewAfter(new ChangedColumnsError(), statement)
    // Another statement of the same age, which failed at the same time.
    names.renewAfter(new ChangedColumnsError(), statement)
    seen.push(names.named(text, []))
  }
  expect(new Set(seen.map((statement) => statement.text)).size).toBe(4)
  expect(new Set(seen.map((statement) => statement.name)).size).toBe(4)
  const other = new StatementNames()
  other.renewAfter(new ChangedColumnsError(), other.named(text, []))
  expect(seen.map((statement) => statement.text)).not.toContain(other.named(text, []).text)
})
