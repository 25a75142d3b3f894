/** An insert of one row whose values are all parameters, without other parameters. */
const singleRowInsert = /^(insert into [^$]* values )\(\$1(?:, \$\d+)*\)([^$]*)$/

/** Far below PostgreSQL's limit of 65,535 parameters, because longer statements are not worth preparing. */
export const maxRows = 100

/** The SQL for each number of rows, by the SQL for one row. */
const textsByInsert = new Map<string, (string | undefined)[]>()

/** A safety limit: the application has fewer inserts. */
const capacity = 1000

/**
 * Turns an insert of one row into one of several rows, because the number of statements dominates the
 * cost of writing. Undefined if it isn't such an insert.
 *
 * @param values the number of values per row
 */
export function multiRowInsert(rows: number, sql: string, values: number): string | undefined {
  const existing = textsByInsert.get(sql)
  const texts = existing ?? []
  if (!existing) {
    if (textsByInsert.size >= capacity) textsByInsert.clear()
    textsByInsert.set(sql, texts)
  }
  texts[rows] ??= insertText(rows, sql, values)
  return texts[rows]
}

function insertText(rows: number, sql: string, values: number): string | undefined {
  const [, head, tail] = singleRowInsert.exec(sql) ?? []
  if (head === undefined) return undefined
  const groups = Array.from({ length: rows }, (_, row) => {
    const numbers = Array.from({ length: values }, (__, index) => `$${row * values + index + 1}`)
    return `(${numbers.join(', ')})`
  })
  return `${head}${groups.join(', ')}${tail}`
}
