/** An object of any shape, such as one that JSON.parse returned. */
export type AnyObject = Readonly<Record<string, unknown>>

/** Whether a value is an object, and neither null nor an array. */
export function isObject(value: unknown): value is AnyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
