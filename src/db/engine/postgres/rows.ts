import { columnTypes } from './types.ts'

/** The columns of a statement's rows, in order. */
export type Columns = readonly Column[]

interface Column {
  readonly name: string
  parse(text: string): unknown
}

/** What the server says about a column. */
export interface Field {
  readonly name: string
  readonly dataTypeID: number
}

/** The columns of these fields. */
export function columnsOf(fields: readonly Field[]): Columns {
  return fields.map(({ name, dataTypeID }) => ({
    name,
    parse: columnTypes.getTypeParser(dataTypeID, 'text'),
  }))
}

/** The row with these values. Ignores values of columns that a newer release has added since the columns were read. */
export function rowOf(columns: Columns, values: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]
    const value = values[index]
    if (column) row[column.name] = value === null || value === undefined ? null : column.parse(value)
  }
  return row
}
