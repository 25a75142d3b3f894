import { Database } from 'bun:sqlite'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Overwrites the pages of a table and its indexes that contain only one user's data. Returns the number of pages. */
export function damage(file: string, table: string, userId: string, otherUserIds: readonly string[]): number {
  using sqlite = new Database(file, { readonly: true })
  const pages = sqlite
    .query<{ pageno: number; pgsize: number }, [string]>(
      "select pageno, pgsize from dbstat where pagetype = 'leaf' and name in (select name from sqlite_schema where tbl_name = ?)",
    )
    .all(table)
  const bytes = readFileSync(file)
  const handle = openSync(file, 'r+')
  let damaged = 0
  for (const { pageno, pgsize } of pages) {
    const start = (pageno - 1) * pgsize
    const page = bytes.subarray(start, start + pgsize)
    if (!page.includes(userId) || otherUserIds.some((id) => page.includes(id))) continue
    writeSync(handle, Buffer.alloc(pgsize, 0xff), 0, pgsize, start)
    damaged++
  }
  closeSync(handle)
  return damaged
}
