import { type QueryExecutorProvider, sql } from 'kysely'

/** SQLite functions that queries use, so that the same queries run on both engines. */
export async function createFunctions(db: QueryExecutorProvider): Promise<void> {
  // https://sqlite.org/lang_corefunc.html#instr
  await sql`create function instr(haystack text, needle text) returns integer
    language sql immutable parallel safe return strpos(haystack, needle)`.execute(db)
  // https://sqlite.org/json1.html#jeach: for a list of strings or numbers, and for a list inside a
  // document.
  await sql`create function json_each(list text) returns table (key bigint, value text)
    language sql immutable parallel safe as
    $$ select place - 1, item from json_array_elements_text(list::json) with ordinality as items (item, place) $$`.execute(
    db,
  )
  await sql`create function json_each(document json, path text) returns table (key bigint, value json)
    language sql immutable parallel safe as
    $$ select place - 1, item
      from json_array_elements(document #> string_to_array(ltrim(path, '$.'), '.')) with ordinality as items (item, place)
    $$`.execute(db)
  // https://sqlite.org/json1.html#jgrouparray
  await sql`create aggregate json_group_array(text) (
    sfunc = array_append, stype = text[], initcond = '{}', finalfunc = array_to_json)`.execute(db)
}
