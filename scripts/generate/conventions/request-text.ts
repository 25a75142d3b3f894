import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'
import type { Schema } from '../schema.ts'
import { childSchemas, type Schemas } from '../walk.ts'

/** Strings with U+0000, which can't be stored. */
const textsWithNul = ['\0', 'a\0', '\0a', 'a\0a', `${'a'.repeat(20)}\0`, `\0${'a'.repeat(20)}`]

/**
 * Strings in requests must not contain U+0000, and their schemas must exclude it by a pattern, a format
 * or an enum.
 */
export function lintRequestText(
  contract: Contract,
  operations: readonly Operation[],
  schemas: Schemas,
): void {
  const visited = new Set<Schema>()

  const visit = (schema: Schema): void => {
    const resolved = schemas.resolve(schema)
    if (!resolved || visited.has(resolved)) return
    visited.add(resolved)
    if (resolved.kind === 'string' && acceptsNul(resolved)) {
      contract.report(
        resolved.path,
        "is part of a request, so it needs a pattern without U+0000: '^[^\\u0000]*$'",
      )
    }
    if (resolved.kind === 'oneOf') for (const { name } of resolved.branches) visitNamed(name)
    for (const child of childSchemas(resolved)) visit(child)
  }

  const visitNamed = (name: string): void => {
    const named = schemas.get(name)
    if (named) visit(named.schema)
  }

  for (const { requestBody, parameters } of operations) {
    for (const { schema } of requestBody?.content ?? []) visit(schema)
    // A header can't contain U+0000 at all (RFC 9110 §5.5).
    for (const { in: location, schema } of parameters) if (location !== 'header') visit(schema)
  }
}

function acceptsNul({ pattern, format }: Extract<Schema, { kind: 'string' }>): boolean {
  if (format !== undefined) return false
  if (pattern === undefined) return true
  const allowed = new RegExp(pattern, 'u')
  return textsWithNul.some((text) => allowed.test(text))
}
