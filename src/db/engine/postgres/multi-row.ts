/** An insert of one row, all values of which are parameters and which has no other parameter. */
const ofOneRow = /^(insert into [^$]* values )\(\$1(?:, \$\d+)*\)([^$]*)$/

/** PostgreSQL takes 65,535 parameters; longer texts are not worth preparing. */
export const maxRows = 100

/**
 * The insert of several rows that an insert of one is made into; undefined if it can't be. A row per statement is what
 * writing costs most.
 *
 * @param values how many each row has
 */
export function insertOf(rows: number, sql: string, values: number): string | undefined {
  const [, head, tail] = ofOneRow.exec(sql) ?? []
  if (head === undefined) return undefined
  const groups = Array.from({ length: rows }, (_, row) => {
    const numbers = Array.from({ length: values }, (__, place) => `$${row * values + place + 1}`)
    return `(${numbers.join(', ')})`
  })
  return `${head}${groups.join(', ')}${tail}`
}
