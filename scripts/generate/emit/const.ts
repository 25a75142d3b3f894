import type { Json } from '../json.ts'
import { closedObjectSource } from './closed.ts'
import type { Imports } from './imports.ts'
import { list, literal, record } from './source.ts'

/**
 * The source of the schema for one JSON value: TypeBox has literals for strings, numbers and booleans, and
 * everything else is composed of them.
 */
export function constSource(
  value: Json,
  imports: Imports,
  options: Readonly<Record<string, string | undefined>> = {},
): string {
  if (value === null) return imports.type('Null', [], options)
  if (Array.isArray(value)) {
    const source = imports.type('Tuple', [list(value.map((item) => constSource(item, imports)))], options)
    // `[]` to TypeBox, `never[]` to openapi-typescript.
    return value.length === 0 ? `${imports.use('Type')}.Unsafe<never[]>(${source})` : source
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, member]) => [name, constSource(member, imports)])
    return closedObjectSource(record(Object.fromEntries(members)), imports, options)
  }
  return imports.type('Literal', [literal(value)], options)
}
