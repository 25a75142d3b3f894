import { type RawBuilder, sql } from 'kysely'
import { type Json, toJson } from './json.ts'

/** A list as a single query parameter, so that the SQL does not depend on its length. */
export function listParameter<T extends string | number>(values: Iterable<T>): Json<T[]> {
  return toJson([...values])
}

/** The items of a list parameter, for `where(column, 'in', itemsOf(list))`. */
export function itemsOf<T extends string | number>(list: Json<T[]>): RawBuilder<T> {
  return sql<T>`(select value from json_each(${list}))`
}
