import type { Static, TSchema } from '@sinclair/typebox'
import { checkOf } from '../validation/schema-check.ts'

const base64url = /^[A-Za-z0-9_-]{1,2048}$/

/** A short hash of the list and its filters that doesn't depend on the filters' order. */
function scopeOf(list: string, filters: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(filters).filter((name) => name !== 'cursor' && name !== 'limit')
  const parts = names.sort().map((name) => [name, filters[name]])
  return Bun.hash(JSON.stringify([list, parts])).toString(36)
}

/**
 * Opaque cursors of one list: base64url of the position where the next page starts (the sort key of the last
 * item seen), bound to the list and its filters, so that a cursor from a different query is rejected rather than
 * misread.
 */
export class Cursor<Position extends TSchema> {
  readonly #list: string
  readonly #position: Position

  /** `list` identifies the list, usually by operationId; `position` is the schema of a sort key. */
  constructor(list: string, position: Position) {
    this.#list = list
    this.#position = position
  }

  /** The cursor after `position` for a query. The query's own `cursor` and `limit` are ignored. */
  encode(query: Readonly<Record<string, unknown>>, position: Static<Position>): string {
    return Buffer.from(JSON.stringify([scopeOf(this.#list, query), position])).toString('base64url')
  }

  /**
   * The position in a cursor that `encode` created for the same query; `undefined` for any other cursor, to which
   * the response is 422 `invalid_cursor`.
   */
  decode(query: Readonly<Record<string, unknown>>, cursor: string): Static<Position> | undefined {
    if (!base64url.test(cursor)) return undefined
    let parsed: unknown
    try {
      parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    } catch {
      return undefined
    }
    if (!Array.isArray(parsed) || parsed.length !== 2 || parsed[0] !== scopeOf(this.#list, query))
      return undefined
    const position: unknown = parsed[1]
    return checkOf(this.#position).Check(position) ? position : undefined
  }
}
