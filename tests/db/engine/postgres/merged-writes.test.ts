import { expect, test } from 'bun:test'
import { areMergeable, mergeWrites } from '#db/engine/postgres/merged-writes.ts'

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

test('only plain writes of different tables can be merged', () => {
  const mergeable = (...texts: string[]) => areMergeable(texts.map((text) => ({ text, values: [] })))
  expect(mergeable('delete from "runs"', 'delete from "workouts"')).toBe(true)
  expect(mergeable('delete from "runs"', 'update "runs" set "seq" = 1')).toBe(false)
  expect(mergeable('with "x" as (select 1) delete from "runs"', 'delete from "workouts"')).toBe(false)
  expect(mergeable('delete from "workouts"', 'savepoint nested1')).toBe(false)
})
