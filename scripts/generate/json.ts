/** A JSON value, as parsed from the contract's YAML. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The segments of a JSON Pointer (RFC 6901). */
export type Path = readonly (string | number)[]

/** `#/paths/~1livez/get` for `['paths', '/livez', 'get']`. */
export function pointer(path: Path): string {
  const escaped = path.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))
  return ['#', ...escaped].join('/')
}

/** The segments of `#/components/schemas/X`; undefined for a reference outside of the document. */
export function parsePointer(text: string): Path | undefined {
  if (!text.startsWith('#/')) return undefined
  return text
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}
