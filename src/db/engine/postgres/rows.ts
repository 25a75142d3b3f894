import { types } from 'pg'
import { ChangedColumnsError } from './errors.ts'
import type { RawRow } from './message-reader.ts'
import { columnTypes } from './types.ts'

/** The columns of a statement's rows, in order. */
export type Columns = readonly Column[]

interface Column {
  readonly name: string
  /** The number of bytes of every value but null; undefined if it varies. */
  readonly size: number | undefined
  /** The value in the bytes from `start` to `end`. */
  read(bytes: Buffer, start: number, end: number): unknown
}

/** What the server says about a column. */
export interface Field {
  readonly name: string
  readonly dataTypeID: number
}

/** The columns of these fields in text format. */
export function columnsOf(fields: readonly Field[]): Columns {
  return fields.map(({ name, dataTypeID }) => {
    const parse = columnTypes.getTypeParser(dataTypeID, 'text')
    return { name, size: undefined, read: (bytes, start, end) => parse(bytes.toString('utf8', start, end)) }
  })
}

/**
 * The columns of these fields in binary format, which saves time on both sides; undefined if one has a type whose
 * binary format isn't read here.
 */
export function binaryColumnsOf(fields: readonly Field[]): Columns | undefined {
  const columns: Column[] = []
  for (const { name, dataTypeID } of fields) {
    const format = binaryFormats.get(dataTypeID)
    if (!format) return undefined
    columns.push({ name, ...format })
  }
  return columns
}

const { builtins } = types

type Format = Pick<Column, 'size' | 'read'>

const text: Format = { size: undefined, read: (bytes, start, end) => bytes.toString('utf8', start, end) }

/** Values as `columnTypes` parses them. */
const binaryFormats = new Map<number, Format>([
  [builtins.BOOL, { size: 1, read: (bytes, start) => bytes[start] }],
  [builtins.INT2, { size: 2, read: (bytes, start) => bytes.readInt16BE(start) }],
  [builtins.INT4, { size: 4, read: (bytes, start) => bytes.readInt32BE(start) }],
  [
    builtins.INT8,
    { size: 8, read: (bytes, start) => bytes.readInt32BE(start) * 2 ** 32 + bytes.readUInt32BE(start + 4) },
  ],
  [builtins.FLOAT8, { size: 8, read: (bytes, start) => bytes.readDoubleBE(start) }],
  [builtins.TEXT, text],
  [builtins.VARCHAR, text],
  [builtins.JSON, text],
  [builtins.BYTEA, { size: undefined, read: copyOf }],
])

/** A copy, because otherwise it would keep everything that arrived with it in memory. */
function copyOf(bytes: Buffer, start: number, end: number): Uint8Array {
  const copy = new Uint8Array(end - start)
  bytes.copy(copy, 0, start, end)
  return copy
}

/**
 * The row with these columns.
 *
 * @throws {ChangedColumnsError} if the number of columns differs, or a value doesn't have the size of its column's type
 */
export function rowOf(columns: Columns, { bytes, start }: RawRow): object {
  const row: Record<string, unknown> = {}
  let offset = start + 2
  if (bytes.readInt16BE(start) !== columns.length) throw new ChangedColumnsError()
  for (const { name, size, read } of columns) {
    const length = bytes.readInt32BE(offset)
    offset += 4
    if (length < 0) {
      row[name] = null
    } else {
      if (size !== undefined && length !== size) throw new ChangedColumnsError()
      row[name] = read(bytes, offset, offset + length)
      offset += length
    }
  }
  return row
}
