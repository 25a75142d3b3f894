import { type CustomTypesConfig, types } from 'pg'

/**
 * Parses values as SQLite returns them, so that a query has the same rows on both engines: integers and sums as
 * numbers, booleans as 0 or 1, JSON as text, bytes as `Uint8Array`.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    return parsers.get(type) ?? types.getTypeParser(type, format === 'binary' ? 'text' : format)
  },
}

const { builtins } = types

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.JSON, String],
  [builtins.JSONB, String],
  [builtins.BYTEA, bytes],
])

/** PostgreSQL's hexadecimal format of bytes: https://www.postgresql.org/docs/current/datatype-binary.html */
function bytes(text: string): Uint8Array {
  return Uint8Array.fromHex(text.slice('\\x'.length))
}
