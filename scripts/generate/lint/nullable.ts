import type { Contract } from '../contract.ts'
import type { Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'

/** `oneOf: [{ $ref }, { type: 'null' }]` becomes a union, which is equivalent only if the `$ref` has no null. */
export function lintNullable(contract: Contract, schema: Schema, schemas: Schemas): void {
  if (schema.kind !== 'types') return
  for (const member of schema.alternatives) {
    if (member.kind === 'ref' && acceptsNull(member, schemas)) {
      contract.report(member.path, 'already allows null')
    }
  }
}

function acceptsNull(schema: Schema, schemas: Schemas): boolean {
  const resolved = schemas.resolve(schema)
  switch (resolved?.kind) {
    case 'any':
    case 'null':
      return true
    case 'enum':
      return resolved.values.includes(null)
    case 'types':
      return resolved.alternatives.some((inner) => acceptsNull(inner, schemas))
    default:
      return false
  }
}
