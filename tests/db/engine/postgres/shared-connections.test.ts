import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Pool } from 'pg'
import { createPool } from '#db/engine/postgres/pool.ts'
import { SharedConnections } from '#db/engine/postgres/shared-connections.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'

let url = ''
let pool: Pool | undefined
const opened: SharedConnections[] = []

beforeAll(async () => {
  if (!hasPostgres) return
  url = (await startTestPostgres()).url
  await administer(url, 'create database shared')
  pool = createPool({ url: urlOf(url, 'shared'), connections: 4 })
})
afterAll(async () => {
  for (const connections of opened) connections.close()
  await pool?.end()
})

describe.skipIf(!hasPostgres)('shared connections', () => {
  const openShared = () => {
    if (!pool) throw new Error('there is no server')
    const connections = new SharedConnections(pool)
    opened.push(connections)
    return connections
  }

  test('give each of many concurrent statements its own rows', async () => {
    const connections = openShared()
    const read = async (n: number) => {
      const text =
        n % 7 === 0 ? `select 1 / ($1::int - ${n}) as value` : `select $1::int as value, $2::text as text`
      const values = n % 7 === 0 ? [n] : [n, 'x'.repeat(n * 10)]
      const run = connections.run({ text, values, ...(n % 3 === 0 && { name: text }) })
      return run.then(
        ({ rows }) => rows,
        (error: unknown) => Reflect.get(Object(error), 'code'),
      )
    }
    const numbers = Array.from({ length: 2000 }, (_, n) => n)
    const outcomes = await Promise.all(numbers.map(read))
    expect(outcomes).toEqual(
      numbers.map((n) => (n % 7 === 0 ? '22012' : [{ value: n, text: 'x'.repeat(n * 10) }])),
    )
  })

  test('leave connections for transactions', async () => {
    const connections = openShared()
    const slow = Array.from({ length: 20 }, () =>
      connections.run({ text: 'select pg_sleep(0.2)', values: [] }),
    )
    const held = await Promise.all([pool?.connect()])
    for (const client of held) client?.release()
    expect(await Promise.all(slow)).toHaveLength(20)
  })

  test('keep an idle connection until they are closed', async () => {
    const connections = openShared()
    const idOf = async () =>
      (await connections.run({ text: 'select pg_backend_pid() as id', values: [] })).rows
    const used = await idOf()
    expect(await idOf()).toEqual(used)
    const before = pool?.idleCount ?? 0
    connections.close()
    expect(pool?.idleCount).toBe(before + 1)
  })

  test('replace a lost connection, whose statements are rejected', async () => {
    const connections = openShared()
    const lost = connections.run({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] })
    await rejectionOf(lost)
    const { rows } = await connections.run({ text: 'select 1 as value', values: [] })
    expect(rows).toEqual([{ value: 1 }])
  })

  test('replace a kept connection that is lost while idle', async () => {
    const lost = Promise.withResolvers<unknown>()
    const small = createPool({ url: urlOf(url, 'shared'), connections: 2, onLost: lost.resolve })
    const connections = new SharedConnections(small)
    const idOf = async () => {
      const { rows } = await connections.run({ text: 'select pg_backend_pid() as id', values: [] })
      return Number(Reflect.get(Object(rows[0]), 'id'))
    }
    const first = await idOf()
    await administer(url, `select pg_terminate_backend(${first})`)
    await lost.promise
    const second = await idOf()
    expect(second).not.toBe(first)
    expect(await idOf()).toBe(second)
    // The new connection is not idle in the pool, because it is kept in place of the lost one.
    expect([small.totalCount, small.idleCount]).toEqual([1, 0])
    connections.close()
    await small.end()
  })
})
