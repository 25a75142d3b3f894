import { type RawBuilder, sql } from 'kysely'
import { type Json, toJson } from './json.ts'

/** A list as one parameter of a query, so that the SQL does not depend on how long it is. */
export function listParameter<T extends string | number>(values: Iterable<T>): Json<T[]> {
  return toJson([...values])
}

/** The items of a list parameter, for `where(column, 'in', itemsOf(list))`. */
export function itemsOf<T extends string | number>(list: Json<T[]>): RawBuilder<T> {
  return sql<T>`(select value from json_each(${list}))`
}
