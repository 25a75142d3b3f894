import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'
import type { Schema } from '../schema.ts'
import { children, type Schemas } from '../walk.ts'

/** Strings with U+0000, which can't be stored. */
const NUL = ['\0', 'a\0', '\0a', 'a\0a', `${'a'.repeat(20)}\0`, `\0${'a'.repeat(20)}`]

/**
 * Strings in requests must not contain U+0000, and their schemas must exclude it by a pattern, a format
 * or an enum.
 */
export function lintRequestText(
  contract: Contract,
  operations: readonly Operation[],
  schemas: Schemas,
): void {
  const seen = new Set<Schema>()

  const visit = (schema: Schema): void => {
    const found = schemas.resolve(schema)
    if (!found || seen.has(found)) return
    seen.add(found)
    if (found.kind === 'string' && acceptsNul(found)) {
      contract.report(
        found.path,
        "is part of a request, so it needs a pattern without U+0000: '^[^\\u0000]*$'",
      )
    }
    if (found.kind === 'oneOf') for (const { name } of found.branches) visitNamed(name)
    for (const child of children(found)) visit(child)
  }

  const visitNamed = (name: string): void => {
    const named = schemas.get(name)
    if (named) visit(named.schema)
  }

  for (const { requestBody, parameters } of operations) {
    for (const { schema } of requestBody?.content ?? []) visit(schema)
    // A header can't contain U+0000 at all (RFC 9110 §5.5).
    for (const { in: place, schema } of parameters) if (place !== 'header') visit(schema)
  }
}

function acceptsNul({ pattern, format }: Extract<Schema, { kind: 'string' }>): boolean {
  if (format !== undefined) return false
  if (pattern === undefined) return true
  const allowed = new RegExp(pattern, 'u')
  return NUL.some((text) => allowed.test(text))
}
