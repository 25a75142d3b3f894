import { expect, test } from 'bun:test'
import { insertOf } from '#db/engine/postgres/multi-row.ts'

test('an insert of one row becomes an insert of several, including its conflict clause', () => {
  const one =
    'insert into "t" ("a", "b") values ($1, $2) on conflict ("a") do update set "b" = "excluded"."b"'
  expect(insertOf(2, one, 2)).toBe(
    'insert into "t" ("a", "b") values ($1, $2), ($3, $4) on conflict ("a") do update set "b" = "excluded"."b"',
  )
})

test.each([
  ['a value of its own', 'insert into "t" ("a", "b") values ($1, 5)'],
  [
    'a parameter after the values',
    'insert into "t" ("a") values ($1) on conflict ("a") do update set "b" = $2',
  ],
  ['rows of a query', 'insert into "t" ("a") select "a" from "u" where "b" = $1'],
  ['no insert', 'update "t" set "a" = $1'],
])('a statement with %s is unchanged', (_, statement) => {
  expect(insertOf(2, statement, 1)).toBeUndefined()
})
