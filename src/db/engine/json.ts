declare const content: unique symbol

/** The JSON text of a `T`: how a column stores a list or an object. */
export type Json<T> = string & { readonly [content]: T }

/** The JSON of a value, for a column. */
export function toJson<T>(value: T): Json<T> {
  // The brand exists only in the types; this function alone applies it.
  return JSON.stringify(value) as Json<T>
}

/** The value of a JSON column. Only `toJson` makes such text, so what comes out is what went in. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text)
}
