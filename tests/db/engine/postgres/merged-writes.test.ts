import { expect, test } from 'bun:test'
import { mergeWrites, writtenTable } from '#db/engine/postgres/merged-writes.ts'

test('writes to several tables are merged into one statement, with all parameters in order', () => {
  const writes = [
    { text: 'update "users" set "seq" = $1 where "id" = $2', values: [7, 'ada'] },
    { text: 'insert into "workouts" ("userId", "id") values ($1, $2)', values: ['ada', 'w'] },
    { text: 'delete from "memoryCheckpoints" where "userId" = $1', values: ['ada'] },
  ]
  expect(mergeWrites(writes)).toEqual({
    text: [
      'with w0 as (update "users" set "seq" = $1 where "id" = $2)',
      ' w1 as (insert into "workouts" ("userId", "id") values ($3, $4)) delete from "memoryCheckpoints" where "userId" = $5',
    ].join(','),
    values: [7, 'ada', 'ada', 'w', 'ada'],
  })
})

test('a single write is unchanged', () => {
  const write = { text: 'delete from "runs" where "userId" = $1', values: ['ada'] }
  expect(mergeWrites([write])).toEqual(write)
})

test('only plain writes can be merged', () => {
  expect(writtenTable({ text: 'delete from "runs"', values: [] })).toBe('runs')
  expect(writtenTable({ text: 'with "x" as (select 1) delete from "runs"', values: [] })).toBeUndefined()
  expect(writtenTable({ text: 'savepoint nested1', values: [] })).toBeUndefined()
})
