declare const content: unique symbol

/** The JSON text of a `T`, as stored in a column. */
export type Json<T> = string & { readonly [content]: T }

/** The JSON of a value, for a column. */
export function toJson<T>(value: T): Json<T> {
  // The brand exists only in types.
  return JSON.stringify(value) as Json<T>
}

/** The value of a JSON column. The type is safe because such text comes from `toJson`. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text)
}
