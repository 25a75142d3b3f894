import { afterAll, beforeAll, describe, expect, spyOn, test } from 'bun:test'
import { DatabaseError, type Pool, type PoolClient, types } from 'pg'
import { translateError } from '#db/engine/postgres/errors.ts'
import { isLost, noteQueryFailure } from '#db/engine/postgres/lost-clients.ts'
import { createPool } from '#db/engine/postgres/pool.ts'
import { runNext, runStatement, sendNow } from '#db/engine/postgres/run-statement.ts'
import { limitSilence } from '#db/engine/postgres/silence.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { batchesSentDuring } from '#tests/support/statements.ts'

let url = ''
let pool: Pool | undefined
let client: PoolClient | undefined

beforeAll(async () => {
  if (!hasPostgres) return
  const server = await startTestPostgres()
  await administer(server.url, 'create database statements')
  url = urlOf(server.url, 'statements')
  pool = createPool({ url, connections: 4 })
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
const run = (text: string, values: unknown[] | undefined = [], name?: string) =>
  runStatement(connected(), { text, values, ...(name !== undefined && { name }) })
const rowsOf = async (text: string, values: unknown[] = [], name?: string) =>
  (await run(text, values, name)).rows
const failureOf = (running: Promise<unknown>) =>
  running.then(
    () => undefined,
    (error: unknown) => error,
  )

describe.skipIf(!hasPostgres)('a statement', () => {
  /** For each type: values as text, and as rows contain them. */
  const values: Readonly<Record<string, readonly (readonly [text: string, value: unknown])[]>> = {
    text: [
      ['', ''],
      ['Fußheben 🏋', 'Fußheben 🏋'],
    ],
    varchar: [['Fußheben 🏋', 'Fußheben 🏋']],
    json: [['{"b": 1, "a":[]}', '{"b": 1, "a":[]}']],
    jsonb: [['{"a": []}', '{"a": []}']],
    boolean: [
      ['true', 1],
      ['false', 0],
    ],
    smallint: [['-32768', -32_768]],
    integer: [
      ['2147483647', 2_147_483_647],
      ['-2147483648', -2_147_483_648],
    ],
    bigint: [
      ['0', 0],
      ['-1', -1],
      ['4294967295', 4_294_967_295],
      ['4294967296', 4_294_967_296],
      ['1796000000123', 1_796_000_000_123],
      [String(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
      [String(Number.MIN_SAFE_INTEGER), Number.MIN_SAFE_INTEGER],
    ],
    numeric: [['12.5', 12.5]],
    'double precision': [
      ['0.1', 0.1],
      ['-1.7976931348623157e308', -Number.MAX_VALUE],
    ],
    bytea: [
      ['\\x', new Uint8Array()],
      ['\\x00ff10', new Uint8Array([0, 255, 16])],
    ],
  }

  for (const [type, pairs] of Object.entries(values)) {
    test(`decodes ${type} identically on its first run and on later runs`, async () => {
      const text = `select $1::text::${type} as value, null::${type} as nothing`
      for (const [sent, value] of pairs) {
        const expected = [{ value, nothing: null }]
        expect(await rowsOf(text, [sent])).toEqual(expected)
        for (let run = 0; run < 3; run++) expect(await rowsOf(text, [sent], `of ${type}`)).toEqual(expected)
      }
    })
  }

  test('decodes other types as the driver does', async () => {
    const date = types.getTypeParser(types.builtins.DATE)('2026-01-02')
    expect(await rowsOf(`select date '2026-01-02' as date, array[1, 2] as numbers`)).toEqual([
      { date, numbers: [1, 2] },
    ])
  })

  test('sends text, numbers, booleans, bytes and null', async () => {
    const text = `select $1::text as text, $2::float8 as number, $3::boolean as yes, $4::bytea as bytes, $5::text as nothing`
    const row = { text: 'ä\n"', number: -0.5, yes: 1, bytes: new Uint8Array([0, 1]), nothing: null }
    expect(await rowsOf(text, [row.text, row.number, true, row.bytes, undefined])).toEqual([row])
  })

  test('sends values that are larger than a packet', async () => {
    const row = { text: 'Fußheben 🏋'.repeat(100_000), bytes: new Uint8Array(200_000).fill(7), last: 1 }
    const text = 'select $1::text as text, $2::bytea as bytes, $3::int as last'
    for (let run = 0; run < 2; run++)
      expect(await rowsOf(text, Object.values(row), 'large values')).toEqual([row])
  })

  test('rejects values of other types', async () => {
    for (const value of [new Date(), { a: 1 }, [1], Symbol('a')])
      expect(await failureOf(run('select $1::text', [value]))).toBeInstanceOf(TypeError)
  })

  test('reads rows that are larger than a packet', async () => {
    const [row] = await rowsOf(`select repeat('x', 5000000) as text`)
    expect(Object(row).text).toHaveLength(5_000_000)
  })

  test('counts changed rows', async () => {
    await run('create temporary table counted (n int)')
    const inserted = await run('insert into counted select generate_series(1, 3)')
    expect(inserted).toMatchObject({ command: 'INSERT', changes: 3 })
    const deleted = await run('delete from counted where n > $1', [1])
    expect(deleted).toMatchObject({ command: 'DELETE', changes: 2 })
  })

  test('with several commands has the result of the last', async () => {
    const text = 'create temporary table several (n int); insert into several values (1), (2); table several'
    const result = await runStatement(connected(), { text, values: undefined })
    expect(result).toEqual({ command: 'SELECT', rows: [{ n: 1 }, { n: 2 }], changes: 2 })
    expect((await runStatement(connected(), { text: 'drop table several', values: undefined })).command).toBe(
      'DROP',
    )
  })

  test('runs after the statements that were started before it', async () => {
    await run('create temporary table ordered (place serial, n int)')
    const numbers = Array.from({ length: 50 }, (_, n) => n)
    const inserts = numbers.map((n) => run('insert into ordered (n) values ($1)', [n], 'ordered'))
    const read = rowsOf('select n from ordered order by place')
    expect(await read).toEqual(numbers.map((n) => ({ n })))
    expect(await Promise.all(inserts)).toHaveLength(50)
  })

  test('that fails doesn’t affect later statements, except in a transaction', async () => {
    const sent = ['select 1 as value', 'select 1 / 0 as value', 'select 2 as value']
    const outcomes = () => Promise.allSettled(sent.map((text) => rowsOf(text)))
    expect((await outcomes()).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const begun = run('begin')
    const inTransaction = await outcomes()
    expect(inTransaction.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(inTransaction[2]).toMatchObject({ reason: { code: '25P02' } })
    expect((await begun).command).toBe('BEGIN')
    // The server reports this for the commit of a failed transaction.
    expect((await run('commit')).command).toBe('ROLLBACK')
    expect(await rowsOf('select 3 as value')).toEqual([{ value: 3 }])
  })

  test("fails with the server's error and its fields", async () => {
    const failure = await failureOf(run('select * from missing'))
    expect(failure).toBeInstanceOf(DatabaseError)
    expect(failure).toMatchObject({
      code: '42P01',
      severity: 'ERROR',
      message: 'relation "missing" does not exist',
    })
    await run('create temporary table once (n int constraint "onceOnly" unique)')
    await run('insert into once values (1)')
    expect(await failureOf(run('insert into once values (1)'))).toMatchObject({
      code: '23505',
      constraint: 'onceOnly',
      detail: 'Key (n)=(1) already exists.',
    })
  })

  test('is prepared once per connection', async () => {
    for (let execution = 0; execution < 3; execution++) await run('select 1 as "prepared once"', [], 'once')
    const prepared = `select name from pg_prepared_statements where statement like '%"prepared once"'`
    expect((await run(prepared, undefined)).rows).toEqual([{ name: 'once' }])
  })

  test('that could not be prepared is prepared again', async () => {
    const read = () => rowsOf('select n from later', [], 'later')
    const outcomes = await Promise.allSettled([read(), read()])
    // The missing table, not a missing prepared statement, is the reason.
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: '42P01' } })
    await run('create temporary table later (n int)')
    expect(await read()).toEqual([])
  })
})

describe.skipIf(!hasPostgres)('a batch', () => {
  const runAll = (texts: readonly string[], name?: string) =>
    Promise.allSettled(
      texts.map((text) => runNext(connected(), { text, values: [], ...(name !== undefined && { name }) })),
    )

  test('has the results of its statements, in order', async () => {
    const texts = ['begin', 'select 1 as value', 'select 2 as value where false', 'commit']
    const batches = await batchesSentDuring(() => runAll(texts))
    const outcomes = await runAll(texts)
    expect(batches.map((statements) => statements.map(({ text }) => text))).toEqual([texts])
    expect(outcomes.map((outcome) => 'value' in outcome && outcome.value)).toEqual([
      { command: 'BEGIN', rows: [], changes: 0 },
      { command: 'SELECT', rows: [{ value: 1 }], changes: 1 },
      { command: 'SELECT', rows: [], changes: 0 },
      { command: 'COMMIT', rows: [], changes: 0 },
    ])
  })

  test('in which a statement fails skips the statements after it, and all of these fail for the same reason', async () => {
    const outcomes = await runAll(['select 1', 'select 1 / 0', 'create temporary table skipped (n int)'])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: '22012' } })
    expect(await failureOf(run('table skipped'))).toMatchObject({ code: '42P01' })
  })

  test('prepares a statement once, even if an earlier batch skipped it or it failed after it was prepared', async () => {
    const text = 'select 1 / n as value from dividends'
    const skipped = await runAll(['select 1 / 0 as first'], 'skipped').then(() => runAll([text], 'quotient'))
    expect(skipped[0]).toMatchObject({ reason: { code: '42P01' } })
    await run('create temporary table dividends as select 0 as n')
    expect((await runAll([text, text], 'quotient'))[1]).toMatchObject({ reason: { code: '22012' } })
    await run('update dividends set n = 1')
    const outcomes = await runAll([text, text], 'quotient')
    expect(outcomes.map((outcome) => 'value' in outcome && outcome.value.rows)).toEqual([
      [{ value: 1 }],
      [{ value: 1 }],
    ])
    const prepared = `select count(*) as count from pg_prepared_statements where name = 'quotient'`
    expect(await rowsOf(prepared)).toEqual([{ count: 1 }])
  })

  test('of many statements is split', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `select ${index} as value`)
    const batches = await batchesSentDuring(() => runAll(texts))
    expect(batches.map(({ length }) => length)).toEqual([8, 8, 4])
    expect(batches.flat().map(({ text }) => text)).toEqual(texts)
  })
})

describe.skipIf(!hasPostgres)('a connection', () => {
  const openPool = () => createPool({ url, connections: 1 })

  test('that the server closes rejects its current and later statements, and is lost', async () => {
    const singlePool = openPool()
    const lost = await singlePool.connect()
    const { rows } = await runStatement(lost, { text: 'select pg_backend_pid() as id', values: [] })
    const sleeping = failureOf(runStatement(lost, { text: 'select pg_sleep(60)', values: [] }))
    const following = failureOf(runStatement(lost, { text: 'select 1', values: [] }))
    await run('select pg_terminate_backend($1)', [Reflect.get(Object(rows[0]), 'id')])
    const failure = await sleeping
    expect(failure).toMatchObject({ code: '57P01', severity: 'FATAL' })
    expect(await following).toBeInstanceOf(Error)
    noteQueryFailure(lost, failure)
    expect(isLost(lost)).toBe(true)
    expect(await failureOf(runStatement(lost, { text: 'select 1', values: [] }))).toBeInstanceOf(Error)
    lost.release(isLost(lost))
    await singlePool.end()
  })

  test('that the server closes while it is idle is lost', async () => {
    const singlePool = openPool()
    const lost = await singlePool.connect()
    const { rows } = await runStatement(lost, { text: 'select pg_backend_pid() as id', values: [] })
    const ended = new Promise((resolve) => lost.once('end', resolve))
    await run('select pg_terminate_backend($1)', [Reflect.get(Object(rows[0]), 'id')])
    await ended
    expect(isLost(lost)).toBe(true)
    lost.release(true)
    await singlePool.end()
  })

  test('that breaks for a reason that the driver does not explain is unavailable', async () => {
    const singlePool = openPool()
    const broken = await singlePool.connect()
    const sleeping = failureOf(runStatement(broken, { text: 'select pg_sleep(60)', values: [] }))
    sendNow(broken)
    broken.connection.stream.destroy(new Error('a fault without a code'))
    expect(await sleeping).toBeInstanceOf(Unavailable)
    expect(isLost(broken)).toBe(true)
    broken.release(true)
    await singlePool.end()
  })

  test('on which only a statement failed is not lost', async () => {
    const failure = await failureOf(run('select 1 / 0'))
    expect(failure).toMatchObject({ code: '22012' })
    noteQueryFailure(connected(), failure)
    expect(isLost(connected())).toBe(false)
  })

  test('on which no statement gets a result in time rejects all of them, and is lost', async () => {
    const silent = openPool()
    const lost = await silent.connect()
    limitSilence(lost, 100)
    const ended = new Promise((resolve) => lost.once('end', resolve))
    const text = 'select pg_sleep(60)'
    const failures = await Promise.all([1, 2].map(() => failureOf(runStatement(lost, { text, values: [] }))))
    for (const failure of failures) expect(translateError(failure)).toBeInstanceOf(Unavailable)
    await ended
    expect(isLost(lost)).toBe(true)
    lost.release(true)
    await silent.end()
  })

  test('on which statements wait long for earlier ones is not lost', async () => {
    const busy = openPool()
    const slow = await busy.connect()
    limitSilence(slow, 300)
    const text = 'select pg_sleep(0.1)'
    const sent = Array.from({ length: 10 }, () => runStatement(slow, { text, values: [] }))
    expect(await Promise.all(sent)).toHaveLength(10)
    // Idle for longer than the limit.
    await Bun.sleep(400)
    expect(await runStatement(slow, { text, values: [] })).toMatchObject({ changes: 1 })
    expect(isLost(slow)).toBe(false)
    slow.release()
    await busy.end()
  })

  test('has a time limit, except for migrations', async () => {
    const limitsOf = async (unlimited: boolean) => {
      const limited = createPool({ url, connections: 1, unlimited })
      const opened = await limited.connect()
      const timers = spyOn(globalThis, 'setTimeout')
      const { rows } = await runStatement(opened, { text: 'show statement_timeout', values: [] })
      const delays = timers.mock.calls.map(([, delay]) => delay)
      timers.mockRestore()
      opened.release()
      await limited.end()
      return { rows, delays }
    }
    expect(await limitsOf(false)).toEqual({ rows: [{ statement_timeout: '10s' }], delays: [12_000] })
    expect(await limitsOf(true)).toEqual({ rows: [{ statement_timeout: '0' }], delays: [] })
  })
})
