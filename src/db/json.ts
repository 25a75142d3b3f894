declare const content: unique symbol

/** Text that is the JSON of a `T`: how a column keeps a list or an object. */
export type Json<T> = string & { readonly [content]: T }

/** The JSON of a value, as a column takes it. */
export function toJson<T>(value: T): Json<T> {
  // The mark exists in the types alone; this function is what gives it.
  return JSON.stringify(value) as Json<T>
}

/** The value of a JSON column. Only `toJson` makes such text, so what comes out is what went in. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text)
}
