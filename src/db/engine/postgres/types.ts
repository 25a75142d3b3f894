import { type CustomTypesConfig, types } from 'pg'

/**
 * Reads values as SQLite returns them, so that a query has the same rows on both engines: integers and
 * sums as numbers, booleans as 0 or 1, JSON as text, bytes as `Uint8Array`.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return parsers.get(id) ?? types.getTypeParser(id, format === 'binary' ? 'text' : format)
  },
}

const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [types.builtins.INT8, Number],
  [types.builtins.NUMERIC, Number],
  [types.builtins.JSON, String],
  [types.builtins.BYTEA, bytes],
])

/** PostgreSQL's hexadecimal format of bytes: https://www.postgresql.org/docs/current/datatype-binary.html */
function bytes(text: string): Uint8Array {
  return Uint8Array.fromHex(text.slice('\\x'.length))
}
