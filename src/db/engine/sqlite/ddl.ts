import { type RawBuilder, sql } from 'kysely'

// Parts of table definitions that are specific to SQLite.

/** Table option: columns can only contain their declared types. */
export const strict = sql`strict`

/** Table option for small rows that are read by primary key: rows are stored in key order. */
export const strictByKey = sql`strict, without rowid`

/** The column has one of these values, or null if nullable. */
export function oneOf(column: string, words: readonly string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`
}

/** The column is within these bounds, or null if nullable. */
export function between(column: string, min: number, max: number): RawBuilder<boolean> {
  return sql`${sql.ref(column)} between ${sql.lit(min)} and ${sql.lit(max)}`
}

/** The column is a multiple of 0.5 within these bounds, or null if nullable. */
export function halfSteps(column: string, min: number, max: number): RawBuilder<boolean> {
  const ref = sql.ref(column)
  return sql`${ref} between ${sql.lit(min)} and ${sql.lit(max)} and ${ref} * 2 = round(${ref} * 2)`
}

/** 0 or 1. */
export function isFlag(column: string): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (0, 1)`
}

/** All of the columns are null, or none of them is. */
export function allOrNoneNull(first: string, ...others: readonly string[]): RawBuilder<boolean> {
  const isNull = sql`(${sql.ref(first)} is null)`
  return sql`${sql.join(
    others.map((other) => sql`${isNull} = (${sql.ref(other)} is null)`),
    sql` and `,
  )}`
}
