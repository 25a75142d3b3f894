import { expect, test } from 'bun:test'
import { multiRowInsert } from '#db/engine/postgres/multi-row.ts'

test('an insert of one row becomes an insert of several, with the same conflict clause', () => {
  const singleRow =
    'insert into "t" ("a", "b") values ($1, $2) on conflict ("a") do update set "b" = "excluded"."b"'
  expect(multiRowInsert(2, singleRow, 2)).toBe(
    'insert into "t" ("a", "b") values ($1, $2), ($3, $4) on conflict ("a") do update set "b" = "excluded"."b"',
  )
})

test.each([
  ['a constant among its values', 'insert into "t" ("a", "b") values ($1, 5)'],
  [
    'a parameter after the values',
    'insert into "t" ("a") values ($1) on conflict ("a") do update set "b" = $2',
  ],
  ['rows from a query', 'insert into "t" ("a") select "a" from "u" where "b" = $1'],
  ['no insert clause', 'update "t" set "a" = $1'],
])('a statement with %s can’t be extended to several rows', (_, statement) => {
  expect(multiRowInsert(2, statement, 1)).toBeUndefined()
})
